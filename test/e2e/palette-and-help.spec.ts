import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })

test('the palette runs a command by a few letters of its name', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Search or run a command' }).click()
  await page.keyboard.type('hist')
  await expect(palette(page).getByRole('option').first()).toContainText('History')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
})

test('the palette jumps to an article by words of its title, by keyboard alone', async ({ app: { page } }) => {
  await ready(page)
  const rows = page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader')
  const title = (await rows.nth(2).textContent()) ?? ''
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title.split(' ').toReversed().join(' '))
  await expect(palette(page).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText(title)
})

test('the palette offers only what can be done now, and the arrows choose', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('option', { name: 'Library' })).toBeVisible()
  await expect(palette(page).getByRole('option', { name: 'Tag as claim' })).toHaveCount(0)
  await page.keyboard.type('theme')
  const items = palette(page).getByRole('option')
  await expect(items.first()).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toHaveAttribute('data-focused', 'true')
  await page.keyboard.type(' qqqq')
  await expect(palette(page).getByText('No command or article has these letters.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
})

test('the shortcut sheet lists commands and the keys of caret mode', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const name of ['Articles', 'Highlights', 'Links', 'Caret mode', 'Lists'])
    await expect(sheet.getByRole('region', { name, exact: true })).toBeVisible()
  await expect(sheet.getByText('Tag as denial')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('the header names what undo would take back, and takes it back', async ({ app: { page } }) => {
  await ready(page)
  const rows = page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('remove the sample')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
  await page.getByRole('button', { name: /^Undo: / }).click()
  await expect(rows).toHaveCount(5)
  await page.getByRole('button', { name: /^Redo: / }).click()
  await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Save state: Saved \d\d:\d\d$/ })).toBeVisible()
})
