import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { dropFiles, textFile } from '../support/fixture-texts'
import { ready } from '../support/ready'

const table = (page: Page) => page.getByRole('grid', { name: 'Articles', exact: true })
const titles = (page: Page) => table(page).getByRole('rowheader').allTextContents()

/** The titles of the sample, once they are drawn. */
async function sampleTitles(page: Page): Promise<string[]> {
  await expect(table(page).getByRole('rowheader')).toHaveCount(5)
  return titles(page)
}
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter articles' })

test.describe('a new desk', () => {
  test.use({ sample: false })

  test('teaches the main job in three steps and offers the sample', async ({ app: { page } }) => {
    await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3)
    await page.getByRole('button', { name: 'Add the sample articles' }).click()
    await expect(table(page).getByRole('rowheader')).toHaveCount(5)
  })

  test('takes dropped files, says which could not be read, and adds the others', async ({ app: { page } }) => {
    await dropFiles(page, [
      await textFile('harbour-page.txt'),
      { name: 'broken.txt', text: '\u0000\u0001\u0002' },
      await textFile('harbour-urdu.txt'),
    ])
    const dialog = page.getByRole('dialog', { name: 'Add articles' })
    await expect(dialog.getByRole('alert')).toContainText('"broken.txt" is not plain text')
    const page1 = dialog.getByRole('group', { name: 'harbour-page.txt' })
    await expect(page1.getByLabel('Title')).toHaveValue('Minister and pilots agree on second radar mast at Marrow Quay')
    await expect(page1.getByLabel('Date')).toHaveValue('2023-03-03')
    await page1.getByLabel('Publisher').fill('Coast Press Agency')
    await dialog.getByRole('button', { name: 'Add 2 articles' }).click()

    await expect(table(page).getByRole('rowheader')).toHaveCount(2)
    await expect(table(page).getByRole('row', { name: /Minister and pilots/ })).toContainText('Coast Press Agency')
    await expect(table(page).getByRole('row', { name: /Minister and pilots/ })).toContainText('3 Mar 2023')
  })

  test('makes an article of pasted text, with its title recognised as one goes', async ({ app: { page } }) => {
    const { text } = await textFile('harbour-page.txt')
    await page.getByRole('button', { name: 'Paste…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add article from clipboard' })
    await dialog.getByLabel('Text of the article').fill(text)
    await expect(dialog.getByLabel('Title')).toHaveValue(/^Minister and pilots agree/)
    await dialog.getByLabel('Title').fill('Second mast agreed')
    await dialog.getByRole('button', { name: 'Add article' }).click()

    await expect(page.getByRole('banner')).toContainText('Second mast agreed')
    await page.keyboard.press('Control+1')
    await expect.poll(() => titles(page)).toEqual(['Second mast agreed'])
  })
})

test('sorts by every column and keeps the order while the window is open', async ({ app: { page } }) => {
  await expect(table(page).getByRole('rowheader')).toHaveCount(5)
  for (const name of ['Title', 'Publisher', 'Date', 'Claims', 'Attributions', 'Denials', 'Links']) {
    const column = table(page).getByRole('columnheader', { name })
    await column.click()
    const first = await titles(page)
    await column.click()
    const turned = await titles(page)
    expect(turned, `${name}, the other way round`).not.toEqual(first)
    expect(turned.toSorted()).toEqual(first.toSorted())
  }
  await table(page).getByRole('columnheader', { name: 'Title' }).click()
  const byTitle = await titles(page)
  expect(byTitle).toEqual(byTitle.toSorted(new Intl.Collator('en', { sensitivity: 'base' }).compare))
  await page.keyboard.press('Control+2')
  await page.keyboard.press('Control+1')
  await expect.poll(() => titles(page)).toEqual(byTitle)
})

test('filters as one types, from the keyboard, and offers a way out when nothing matches', async ({
  app: { page },
}) => {
  const [title = ''] = await sampleTitles(page)
  const words = title.split(' ').slice(0, 3)
  await page.keyboard.press('/')
  await expect(filter(page)).toBeFocused()
  await page.keyboard.type(words.toReversed().join(' ').toUpperCase())
  await expect.poll(() => titles(page)).toEqual([title])
  await page.keyboard.type(' qqqq')
  await expect(page.getByRole('heading', { name: /^No article matches/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(table(page).getByRole('rowheader')).toHaveCount(5)
})

test('removes several articles at once, and takes it back', async ({ app: { page } }) => {
  const before = await sampleTitles(page)
  const boxes = table(page).getByRole('gridcell').getByRole('checkbox')
  await boxes.nth(0).check({ force: true })
  await boxes.nth(2).check({ force: true })
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(() => titles(page)).toEqual(before.filter((_, i) => i !== 0 && i !== 2))
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => titles(page)).toEqual(before)
})

test('selects with Ctrl and Shift as lists do', async ({ app: { page } }) => {
  const rows = table(page).getByRole('rowheader')
  await rows.nth(1).click({ modifiers: ['Control'] })
  await expect(page.getByText('1 selected')).toBeVisible()
  await rows.nth(3).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Deselect' }).click()
  await expect(page.getByRole('button', { name: 'Add articles…' })).toBeVisible()
})

test('is worked by keyboard alone: arrows, Space, Delete, undo, Enter', async ({ app: { page } }) => {
  await ready(page)
  const before = await sampleTitles(page)
  await filter(page).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect.poll(() => titles(page)).toEqual(before.slice(0, 1).concat(before.slice(2)))
  await page.keyboard.press('Control+z')
  await expect.poll(() => titles(page)).toEqual(before)
  await table(page).getByRole('rowheader').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/article\//)
})

test('opens an article at a click, and from the sidebar', async ({ app: { page } }) => {
  const [first = '', second = ''] = await sampleTitles(page)
  await table(page).getByText(first).click()
  await expect(page.getByRole('banner')).toContainText(first)
  await page.getByRole('grid', { name: 'Open an article' }).getByText(second).click()
  await expect(page.getByRole('banner')).toContainText(second)
})

test('corrects the details of an article, and refuses what cannot be', async ({ app: { page } }) => {
  await table(page).getByRole('rowheader').first().click()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit article details…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Article details' })
  await dialog.getByLabel('Address').fill('ftp://example.org')
  await expect(dialog.getByText('An address starts with http:// or https://.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save details' })).toBeDisabled()
  await dialog.getByLabel('Address').fill('https://example.org/story')
  await dialog.getByLabel('Title').fill('A corrected headline')
  await dialog.getByRole('button', { name: 'Save details' }).click()
  await expect(page.getByRole('banner')).toContainText('A corrected headline')
})

test('finds everything again after a restart', async ({ app }) => {
  await ready(app.page)
  await app.page.keyboard.press('Control+Shift+v')
  await app.page
    .getByLabel('Text of the article')
    .fill('Night ships to sail again\n\nThe port said so on Friday, 3 March 2023.')
  await app.page.getByRole('button', { name: 'Add article', exact: true }).click()
  await expect(app.page).toHaveURL(/#\/article\//)
  const page = await app.restart()
  await expect.poll(() => titles(page)).toContain('Night ships to sail again')
})
