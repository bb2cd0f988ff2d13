import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { ready } from '../../support/ready'

test('a desk of one annotator teaches what to do, and a colleague’s file is compared without importing it', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+e')
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
  const exported = JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
  await page.getByRole('dialog', { name: 'Exported' }).getByRole('button', { name: 'Done' }).click()

  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Agreement' }).click()
  await expect(page.getByRole('heading', { name: 'It takes two to agree' })).toBeVisible()
  const index = exported.highlights.findIndex(({ tag }: { readonly tag: string }) => tag === 'denial')
  exported.highlights[index].tag = 'claim'
  const file = { name: 'bo.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(exported)) }
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Compare with a file…' }).click()
  await (await choosing).setFiles(file)

  await expect(page.getByText('5 articles, 1 disagreement', { exact: true })).toBeVisible()
  const pane = page.getByRole('region', { name: 'The disagreement' })
  await expect(pane.getByRole('heading', { name: 'Another tag' })).toBeVisible()
  await expect(pane.getByRole('article', { name: 'This desk' })).toContainText('Denial')
  await expect(pane.getByRole('article', { name: 'bo.json' })).toContainText('Claim')
  await pane.getByRole('button', { name: /^Keep this desk/ }).click()
  await expect(page.getByRole('heading', { name: 'Every disagreement is decided' })).toBeVisible()
  await page.getByRole('button', { name: /left as they are$/ }).click()
  await pane.getByRole('button', { name: /^Keep bo\.json/ }).click()
  await expect(page.getByText('5 articles, 0 disagreements', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'They agree on every highlight' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('5 articles, 1 disagreement', { exact: true })).toBeVisible()
})
