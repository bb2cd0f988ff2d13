import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search the desk' })
const list = (page: Page) => page.getByRole('grid', { name: 'Found', exact: true })
const row = (page: Page, name: RegExp) => list(page).getByRole('row', { name })
const main = (page: Page) => page.getByRole('main')

test('finds as one types, marks the words, and leads to the passage and back', async ({ app: { page } }) => {
  await ready(page)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Search' }).click()
  await expect(box(page)).toBeFocused()
  await box(page).fill('"day was full"')
  await expect(page).toHaveURL(/#\/search\?q=%22day%20was%20full%22/)
  const hit = row(page, /minister’s day was full/)
  await expect(hit.locator('mark')).toHaveText('day was full')
  await hit.click()
  await expect(page).toHaveURL(/#\/article\/art_\w+\?at=\d+-\d+/)
  // The sentence is selected, ready to be tagged.
  await expect(page.getByRole('toolbar', { name: 'Tag selection' })).toBeVisible()
  await page.goBack()
  await expect(hit).toBeVisible()

  await box(page).fill('')
  await page.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Denial' }).click()
  await expect(box(page)).toHaveValue('tag:denial')
  await box(page).fill('tag:denial publisher:herald')
  await expect(
    main(page)
      .getByText(/^1 article · \d highlights$/)
      .first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter publisher: herald' }).click()
  await expect(box(page)).toHaveValue('tag:denial')
  await box(page).fill('ferry date:soon')
  await expect(main(page).getByText('“soon” is no date.', { exact: false })).toBeVisible()
  await box(page).fill('zzzzzz tag:claim')
  await expect(main(page).getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await page.getByRole('button', { name: 'Search without filters' }).click()
  await expect(box(page)).toHaveValue('zzzzzz')

  await box(page).fill('tag:denial')
  const boxes = list(page).getByRole('checkbox')
  await boxes.nth(0).click()
  await boxes.nth(3).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('region', { name: 'Selected highlights' }).getByRole('status')).toHaveText(
    '4 highlights selected',
  )
  // Shortcuts work from a checkbox as from anywhere.
  await page.keyboard.press('Control+2')
  await expect(page).toHaveURL(/#\/history/)
})

test('is worked by keyboard alone: a letter tags the passage in one action, Enter opens it, Escape returns', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('minsiter ')
  // Misspelled words are taken for like ones, and that is said.
  await expect(main(page).getByText('Like “minsiter”', { exact: false })).toBeVisible()
  await box(page).fill('minister day full')
  const hit = row(page, /minister’s day was full/)
  await expect(hit).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(list(page).getByRole('row').nth(1)).toBeFocused()
  for (let i = 0; i < 8 && !(await hit.evaluate((row) => row === document.activeElement)); i++) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('d')
  await expect(hit).toContainText('Denial')
  await expect(hit).toBeFocused()
  await page.keyboard.press('c')
  await expect(hit).toContainText('Claim')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(hit.getByRole('button', { name: 'Tag as claim' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeFocused()
  // Commands work from the box.
  await page.keyboard.press('Control+1')
  await expect(page).toHaveURL(/#\/library/)
  await page.keyboard.press('Control+Shift+F')
  await expect(box(page)).toBeFocused()
  await expect(hit).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(list(page).getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/article\//)
})
