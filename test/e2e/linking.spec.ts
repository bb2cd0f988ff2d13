import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../support/app'
import { expectActive, heading, openArticle, openCard, text } from '../support/reading'

const MERIDIAN = 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum'
const HERALD = 'No meeting was planned, Foreign Ministry says'
const LEDGER = '‘Nobody wants to sit with her’: Brezak snubbed Marant, says Rehn'

const picker = (page: Page): Locator => page.getByRole('dialog', { name: 'Link to…' })
const links = (page: Page): Locator => openCard(page).getByRole('list', { name: 'Links' })
const toasts = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' })

async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  // Cards move until the fonts are there and the text has its final height.
  await expect(async () => {
    const before = JSON.stringify([await from.boundingBox(), await to.boundingBox()])
    await page.waitForTimeout(100)
    expect(JSON.stringify([await from.boundingBox(), await to.boundingBox()])).toBe(before)
  }).toPass()
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('Nothing to drag, or nowhere to drag it.')
  await page.mouse.move(a.x + 40, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(b.x + 60, b.y - 8, { steps: 4 })
  await page.mouse.move(b.x + 60, b.y + b.height / 2, { steps: 4 })
  await page.mouse.up()
}

test.describe('linking', () => {
  test('joins a denial to a claim of another article with the mouse, and both ends show it', async ({
    app: { page },
  }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /^Denial: “there had been nothing to cancel/).click()
    await openCard(page).getByRole('button', { name: 'Link to…' }).click()
    await picker(page).getByRole('button', { name: 'Claim' }).click()
    await picker(page).getByRole('button', { name: 'Other articles' }).click()
    await picker(page).getByRole('combobox', { name: 'Search highlights' }).fill('organisers 11,000')
    await picker(page)
      .getByRole('option', { name: /a crowd that police put at/ })
      .click()
    await expect(picker(page).getByText('This denial')).toBeVisible()
    await expect(picker(page).getByRole('radio', { name: 'denies' })).toBeChecked()
    await picker(page).getByRole('textbox', { name: 'Note on the link' }).fill('Not the same meeting.')
    await picker(page).getByRole('button', { name: 'Link', exact: true }).click()
    await expect(picker(page)).toBeHidden()
    await expect(links(page)).toContainText('a crowd that police put at')
    await expect(links(page)).toContainText('Not the same meeting.')

    await links(page)
      .getByRole('button', { name: /^denies claim: a crowd that police/ })
      .click()
    await expect(page.getByRole('article', { name: LEDGER, exact: true })).toBeVisible()
    await expectActive(page, /^Claim: “a crowd that police/)
    await expect(links(page).getByRole('button', { name: /^denied by denial: there had been nothing/ })).toBeVisible()
  })

  test('works by keyboard alone: pick, link, follow, and back', async ({ app: { page } }) => {
    await openArticle(page, HERALD)
    await page.keyboard.press('j')
    const origin = (await openCard(page).getByRole('article').getAttribute('aria-label')) ?? ''
    const before = await links(page).getByRole('listitem').count()
    await page.keyboard.press('l')
    await expect(picker(page).getByRole('combobox', { name: 'Search highlights' })).toBeFocused()
    await page.keyboard.type('crowd police')
    await expect(picker(page).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Alt+4')
    await expect(picker(page).getByRole('radio', { name: 'supports' })).toBeChecked()
    await page.keyboard.press('Alt+t')
    await expect(picker(page).getByText(/^That claim/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(picker(page)).toBeHidden()
    await expect(links(page).getByRole('listitem')).toHaveCount(before + 1)
    await expect(links(page)).toContainText('supported by')

    await page.keyboard.press('o')
    if (before > 0) {
      const chooser = page.getByRole('menu', { name: 'Follow which link?' })
      await expect(chooser.getByRole('menuitem').first()).toBeFocused()
      for (let i = 0; i < before; i++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    await expectActive(page, /^Claim: “a crowd that police/)
    await expect(text(page).locator('[data-highlight-id]').first()).toBeVisible()
    await page.keyboard.press('b')
    await expectActive(page, origin)
    await page.keyboard.press('b')
    await expectActive(page, origin)
  })

  test('draws a link from card to card, the likely relation filled in', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await dragTo(
      page,
      heading(page, /^Claim: “a meeting that had been/),
      heading(page, /^Claim: “The entry was withdrawn/),
    )
    const confirm = page.getByRole('dialog', { name: 'Link these two' })
    await expect(confirm.getByRole('radio', { name: 'repeats' })).toBeChecked()
    await page.keyboard.press('3')
    await expect(confirm.getByRole('radio', { name: 'contradicts' })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(confirm).toBeHidden()
    await heading(page, /^Claim: “a meeting that had been/).click()
    await expect(links(page)).toContainText('contradicts')
    await heading(page, /^Claim: “The entry was withdrawn/).click()
    await expect(links(page)).toContainText('a meeting that had been listed')
  })

  test('draws a link from a passage to a card, and drops it on Escape', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    const passage = text(page).getByText('there had been nothing to cancel').first()
    const target = heading(page, /^Claim: “Brezak’s aircraft/)
    await passage.scrollIntoViewIfNeeded()
    await expect(target).toContainText('2links')
    const confirm = page.getByRole('dialog', { name: 'Link these two' })
    await page.keyboard.down('Alt')
    await dragTo(page, passage, target)
    await page.keyboard.up('Alt')
    await expect(confirm.getByRole('radio', { name: 'denies' })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(confirm).toBeHidden()
    await expect(target).toContainText('2links')

    await page.keyboard.down('Alt')
    await dragTo(page, passage, target)
    await page.keyboard.up('Alt')
    await confirm.getByRole('button', { name: 'Link' }).click()
    await target.click()
    await expect(links(page)).toContainText('denied by')
  })

  test('warns of an unusual pair before it is made, and makes it', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /^Claim: “a meeting that had been/).click()
    await page.keyboard.press('l')
    await page.keyboard.type('crowd police')
    await expect(picker(page).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Alt+2')
    await expect(picker(page).getByText('"denies" seldom joins a claim to a claim.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(picker(page)).toBeHidden()
    await expect(toasts(page)).toContainText('seldom joins a claim to a claim')
    await expect(links(page)).toContainText('denies')
  })

  test('refuses to say the same twice', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /^Claim: “a meeting that had been/).click()
    for (const time of ['first', 'second']) {
      await page.keyboard.press('l')
      await page.keyboard.type('crowd police')
      await expect(picker(page).getByRole('option'), time).toHaveCount(1)
      await page.keyboard.press('Alt+3')
      await page.keyboard.press('Enter')
      // The first link is made before the picker closes: a key pressed until then would be its own.
      if (time === 'first') await expect(picker(page)).toBeHidden()
    }
    await expect(picker(page).getByText('These two are linked by “contradicts” already.')).toBeVisible()
    await expect(picker(page).getByRole('option')).toContainText('linked: contradicts')
    await expect(picker(page).getByRole('button', { name: 'Link', exact: true })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(links(page).getByRole('listitem')).toHaveCount(1)
  })

  test('changes, turns, annotates and deletes a link, with undo and redo', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await heading(page, /^Attribution: “The forum’s printed programme/).click()
    const choose = async (...items: readonly string[]) => {
      await links(page)
        .getByRole('button', { name: /^Change link/ })
        .first()
        .click()
      for (const item of items)
        await page
          .getByRole('menuitem', { name: item })
          .or(page.getByRole('menuitemradio', { name: item }))
          .click()
    }
    await expect(links(page)).toContainText('attributes')
    await choose('Change relation', 'supports')
    await expect(links(page)).toContainText('supports')
    await choose('Turn round')
    await expect(links(page)).toContainText('supported by')
    await choose('Add a note')
    await expect(links(page).getByRole('textbox', { name: 'Note on this link' })).toBeFocused()
    await page.keyboard.type('See the printed page.')
    await page.keyboard.press('Control+Enter')
    await expect(links(page)).toContainText('See the printed page.')
    await choose('Delete link')
    await expect(links(page)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(links(page)).toContainText('See the printed page.')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
    await expect(links(page)).toContainText('attributes')
    await page.keyboard.press('Control+Shift+z')
    await expect(links(page)).toContainText('supports')
  })
})
