import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { dropFiles, textPath } from '../../support/fixture-texts'
import { ready } from '../../support/ready'

test.use({ sample: false })

test("files from the browser's picker are looked at, left out or added", async ({ app: { page } }) => {
  await ready(page)
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  await (await choosing).setFiles([textPath('harbour-page.txt'), textPath('harbour-russian.txt')])
  const dialog = page.getByRole('dialog', { name: 'Add articles' })
  await dialog.getByRole('checkbox', { name: /^Add “Minister and pilots/ }).click({ force: true })
  await dialog.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('banner')).toContainText('В порту Марроу построят вторую радарную мачту')
})

test('a long library counts every row, and End and Home go to its last and its first', async ({ app: { page } }) => {
  const rows = Array.from({ length: 150 }, (_, i) => `Report ${1000 + i},The board met on day ${i} of the inquiry.`)
  await dropFiles(page, [{ name: 'table.csv', text: `title,text\n${rows.join('\n')}\n` }])
  await page.getByRole('button', { name: 'Add 150 articles' }).click()
  const table = page.getByRole('grid', { name: 'Articles', exact: true })
  await expect(table).toHaveAttribute('aria-rowcount', '151')
  await table.getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  await expect(page.locator('[aria-rowindex="151"]')).toBeFocused()
  await expect(page.locator('[aria-rowindex="151"]')).toContainText('Report 1149')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Shift+Home')
  await expect(page.getByText('150 selected')).toBeVisible()
  await expect(table.getByRole('row', { name: 'Report 1000' })).toBeFocused()
})
