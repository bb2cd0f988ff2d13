import { expect } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

test('history says who did what and when, undone changes too, and leads to the article', async ({ app: { page } }) => {
  const table = page.getByRole('grid', { name: 'Articles', exact: true })
  const title = (await table.getByRole('rowheader').first().textContent()) ?? ''
  await table.getByRole('gridcell').getByRole('checkbox').first().check({ force: true })
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.keyboard.press('Control+z')
  await page.getByRole('link', { name: 'History' }).click()

  const today = page.getByRole('region', { name: 'Today' })
  const lines = today.getByRole('listitem').filter({ has: page.locator('time') })
  await expect(lines.first()).toContainText('Undone')
  await expect(lines.first()).toContainText('Test Analyst')
  await expect(lines.first().locator('time')).toHaveText(/^\d\d:\d\d$/)
  await expect(lines.nth(1)).not.toContainText('Undone')

  await page.keyboard.press('Control+Shift+z')
  await expect(lines.first()).toContainText('Redone')
  await page.keyboard.press('Control+z')
  await page.getByRole('searchbox', { name: 'Filter changes' }).fill('zzzz')
  await expect(page.getByRole('heading', { name: 'No change matches “zzzz”' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter changes' }).fill('remove')
  await expect(page).toHaveURL(/#\/history\?q=remove$/)
  await lines.first().getByRole('link', { name: title }).press('Enter')
  await expect(page.getByRole('banner')).toContainText(title)
  await page.goBack()
  await expect(lines.first().getByRole('link', { name: title })).toBeFocused()
})

test.describe('a new desk', () => {
  test.use({ sample: false })

  test('has a history and a comparison that say what they will hold', async ({ app: { page } }) => {
    await ready(page)
    await page.keyboard.press('Control+2')
    await expect(page.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible()
    // A view that one came to by a shortcut is told of, and is where Tab goes on.
    await expect(page.getByRole('status').filter({ hasText: /^History$/ })).toHaveCount(1)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Go to the library' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
    await page.keyboard.press('Control+5')
    await expect(page.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible()
  })
})
