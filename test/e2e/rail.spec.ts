import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import {
  addArticle,
  card,
  expectActive,
  heading,
  openArticle,
  openCard,
  rail,
  selectWords,
  text,
  topOfPassage,
} from '../support/reading'

const MERIDIAN = 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum'

type Box = { readonly id: string; readonly y: number; readonly height: number }

/** The mounted cards, once they have come to rest. */
async function boxes(page: Page): Promise<readonly Box[]> {
  await rail(page)
    .locator('ul')
    .first()
    .evaluate((list) =>
      Promise.allSettled(list.getAnimations({ subtree: true }).map((animation) => animation.finished)),
    )
  return rail(page)
    .locator('li[data-highlight-id]')
    .evaluateAll((items) =>
      items.map((item) => {
        const { y, height } = item.getBoundingClientRect()
        return { id: item.getAttribute('data-highlight-id') ?? '', y, height }
      }),
    )
}

async function expectNoOverlap(page: Page): Promise<void> {
  const cards = await boxes(page)
  expect(cards.length).toBeGreaterThan(1)
  cards.slice(1).forEach((box, i) => {
    const before = cards[i]
    expect(box.y, `${box.id} begins below the card before it`).toBeGreaterThanOrEqual(
      (before?.y ?? 0) + (before?.height ?? 0),
    )
  })
}

test.describe('the rail', () => {
  test('has a card for each highlight, none overlapping, the active one level with its passage', async ({
    app: { page },
  }) => {
    await openArticle(page, MERIDIAN)
    await expect(rail(page).getByRole('listitem').first()).toBeVisible()
    await expectNoOverlap(page)
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('j')
      await expect(openCard(page)).toHaveCount(1)
      await expectNoOverlap(page)
      const id = (await openCard(page).getAttribute('data-highlight-id')) ?? ''
      const level = (await boxes(page)).find((box) => box.id === id)
      expect(Math.abs((level?.y ?? 0) - (await topOfPassage(page, id)))).toBeLessThan(16)
    }
  })

  test('opens a card by click, and shows its passage and the other way round on hover', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /Records of Saint Orrin airport/).click()
    await expectActive(page, /^Attribution: “Records of Saint Orrin airport/)
    const passage = text(page).getByText('the forum’s secretariat', { exact: false }).first()
    await passage.hover()
    await expect(card(page, /the forum’s secretariat said/)).toHaveAttribute('data-hovered', 'true')
  })

  test('gives a new highlight its card at once, level with its words', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await selectWords(page, 'It did not say which')
    await page.keyboard.press('c')
    await expectActive(page, 'Claim: “It did not say which”.')
    await expectNoOverlap(page)
    const id = (await openCard(page).getAttribute('data-highlight-id')) ?? ''
    const level = (await boxes(page)).find((box) => box.id === id)
    expect(Math.abs((level?.y ?? 0) - (await topOfPassage(page, id)))).toBeLessThan(16)
  })

  test('changes the tag with the mouse and with the arrow keys, and undoes it', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /The foreign ministers of Tarsenia/).click()
    const tags = openCard(page).getByRole('radiogroup', { name: 'Tag' })
    await tags.getByText('Denial').click()
    await expectActive(page, /^Denial: “The foreign ministers/)
    await tags.getByRole('radio', { name: 'Denial' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expectActive(page, /^Attribution: “The foreign ministers/)
    await expect(openCard(page).getByRole('combobox', { name: 'Speaker' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expectActive(page, /^Claim: “The foreign ministers/)
  })

  test('keeps a note that is written and drops one that is escaped from', async ({ app }) => {
    await openArticle(app.page, MERIDIAN)
    await heading(app.page, /^Claim: “a meeting that had been/).click()
    await app.page.keyboard.press('n')
    const note = () => openCard(app.page).getByRole('textbox', { name: 'Note' })
    await expect(note()).toBeFocused()
    await app.page.keyboard.type('Ask the forum for the programme.')
    await app.page.keyboard.press('Control+Enter')
    await expect(note()).not.toBeFocused()
    await app.page.keyboard.press('n')
    await app.page.keyboard.type(' Never mind.')
    await app.page.keyboard.press('Escape')
    await expect(note()).toHaveValue('Ask the forum for the programme.')
    await note().fill('Asked on Monday.')
    await heading(app.page, /The foreign ministers of Tarsenia/).click()

    const page = await app.restart()
    await openArticle(page, MERIDIAN)
    await heading(page, /^Claim: “a meeting that had been/).click()
    await expect(note()).toHaveValue('Asked on Monday.')
  })

  test('completes a speaker from those that were named in any article', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /two diplomats who were present/).click()
    await page.keyboard.press('s')
    const speaker = openCard(page).getByRole('combobox', { name: 'Speaker' })
    await expect(speaker).toBeFocused()
    await page.keyboard.type('Ell')
    await expect(page.getByRole('option', { name: 'Maud Ellery' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(speaker).toHaveValue('Maud Ellery')
    await page.keyboard.press('k')
    await expect(card(page, /two diplomats who were present/)).toContainText('two diplomats')
    await page.keyboard.press('j')
    await expect(speaker).toHaveValue('Maud Ellery')
    await page.keyboard.press('s')
    await page.keyboard.type('Someone new')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+z')
    await expect(speaker).toHaveValue('Maud Ellery')
  })

  test('deletes a highlight, goes on to the next, and brings it back', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /The foreign ministers of Tarsenia/).click()
    await openCard(page).getByRole('button', { name: 'Delete highlight' }).click()
    await expectActive(page, /^Claim: “a meeting that had been/)
    await expect(card(page, /The foreign ministers of Tarsenia/)).toHaveCount(0)
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click()
    await expect(card(page, /The foreign ministers of Tarsenia/)).toHaveCount(1)
  })

  test('is walked with the keyboard alone, the focus going along', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /The foreign ministers of Tarsenia/).focus()
    await page.keyboard.press('Enter')
    await expectActive(page, /The foreign ministers of Tarsenia/)
    await page.keyboard.press('ArrowDown')
    await expectActive(page, /^Claim: “a meeting that had been/)
    await expect(heading(page, /^Claim: “a meeting that had been/)).toBeFocused()
    await page.keyboard.press('Delete')
    await expectActive(page, /The forum’s printed programme/)
    await page.keyboard.press('k')
    await expect(heading(page, /The foreign ministers of Tarsenia/)).toBeFocused()
  })
})

test.describe('an article without highlights', () => {
  test.use({ sample: false })

  test('is told in the rail how to make one', async ({ app: { page } }) => {
    await addArticle(page, 'A short text\n\nThe ferry sails again, the port said.', 'A short text')
    await openArticle(page, 'A short text')
    await expect(rail(page)).toContainText('Select a passage, then press c, a or d.')
    await selectWords(page, 'The ferry sails again')
    await page.keyboard.press('c')
    await expectActive(page, 'Claim: “The ferry sails again”.')
  })
})
