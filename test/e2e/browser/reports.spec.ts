import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { ready } from '../../support/ready'

// What a test looks for in the frame, it looks for by scripts, which the frame refuses and says so.
test.use({ tolerate: /Blocked script execution in 'about:srcdoc'/ })

test('a filtered list of claims becomes a report that is seen before it is saved, by keyboard alone', async ({
  app: { page },
}) => {
  await ready(page)
  await page.goto(`${page.url().replace(/#.*/, '')}#/claims?filter=denied`)
  await expect(page.getByRole('grid', { name: 'Claims', exact: true }).getByRole('row').first()).toBeVisible()
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: 'Report' })
  await expect(dialog.getByRole('radio', { name: /The 10 claims shown/ })).toBeChecked()
  const paper = page.frameLocator('iframe[title="Preview of the report"]')
  await expect(paper.getByRole('heading', { level: 2 })).toHaveCount(10)
  await expect(paper.getByText('Denied by Joren Pask in Meridian News Agency')).toBeVisible()
  await expect(paper.getByRole('heading', { name: 'Sign-off' })).toBeAttached()
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([])

  await dialog.getByRole('radio', { name: 'PDF' }).focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'Markdown' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('For the <night> editor')
  await expect(paper.getByRole('heading', { level: 1, name: 'For the <night> editor' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(paper.getByRole('heading', { name: 'Contents' })).toHaveCount(0)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save…' }).press('Enter')
  const text = await readFile(await (await download).path(), 'utf8')
  expect((await download).suggestedFilename()).toBe('for-the-night-editor.md')
  expect(text).toContain('# For the \\<night\\> editor')
  expect(text.match(/^## \d+/gm)).toHaveLength(10)
  await expect(dialog).toBeHidden()
})

test('one dossier is printed through the browser’s own dialog', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+4')
  await page.getByRole('row', { name: /flatly refused/ }).click()
  await page.getByRole('button', { name: 'Report on this claim…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Report' })
  await expect(dialog.getByRole('radio', { name: /This dossier/ })).toBeChecked()
  await expect(dialog.getByText(/^1 claim, /)).toBeVisible()
  await dialog.getByRole('button', { name: 'Print…' }).click()
  await expect(page.getByText('The report is made.')).toBeVisible()
  const printed = page.frameLocator('iframe[data-print-frame]')
  await expect(printed.getByRole('heading', { level: 2 })).toHaveText(/flatly refused/)
})
