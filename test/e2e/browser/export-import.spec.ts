import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { test } from '../../support/app'
import { dropFiles } from '../../support/fixture-texts'
import { ready } from '../../support/ready'

const table = (page: Page) => page.getByRole('grid', { name: 'Articles', exact: true })

type Export = { readonly name: string; readonly text: string; readonly said: string }

/** Presses "Export…" in the open dialog, takes the download, and reads what the app says of it. */
async function exportNow(page: Page): Promise<Export> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
  const download = await downloading
  const done = page.getByRole('dialog', { name: 'Exported' })
  const said = (await done.getByRole('status').textContent()) ?? ''
  await done.getByRole('button', { name: 'Done' }).click()
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8'), said }
}

async function dropImport(page: Page, name: string, text: string) {
  await dropFiles(page, [{ name, text }])
  return page.getByRole('dialog', { name: 'Import' })
}

test('the whole desk goes out, and comes back into an emptied desk as the same bytes', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+e')
  const first = await exportNow(page)
  expect(first.said).toMatch(/^5 articles, \d+ highlights and \d+ links went to your downloads, as /)
  expect(first.said).not.toContain('Left out')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('remove the sample')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
  const dialog = await dropImport(page, first.name, first.text)
  await expect(dialog.getByRole('status')).toContainText('everything in it was removed here')
  await dialog.getByText('Bring back what was removed here').click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '5 articles' })).toContainText(`came from ${first.name}`)
  await page.getByRole('button', { name: 'Go to the library' }).click()
  await expect(table(page).getByRole('rowheader')).toHaveCount(5)

  await page.keyboard.press('Control+e')
  const second = await exportNow(page)
  expect(second.text).toBe(first.text)

  const again = await dropImport(page, second.name, second.text)
  await expect(again.getByRole('status')).toContainText('everything in it is in this desk already')
  await expect(again.getByRole('button', { name: 'Import', exact: true })).toBeHidden()
})

test('the articles selected in the library are the ones that go out', async ({ app: { page } }) => {
  const title = (await table(page).getByRole('rowheader').first().textContent()) ?? ''
  await table(page).getByRole('gridcell').getByRole('checkbox').first().check({ force: true })
  await page.getByRole('button', { name: 'Export…' }).click()
  const list = page.getByRole('grid', { name: 'Articles to export' })
  await expect(list.getByRole('row', { name: title })).toHaveAttribute('aria-selected', 'true')
  const { said, text } = await exportNow(page)
  expect(said).toMatch(/^1 article, /)
  expect(said).toContain('with only one end in the export')
  expect(text).toContain(JSON.stringify(title))
})

test('one tag goes out, and what stays behind is said', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+e')
  await page.getByText('One tag').click()
  await page.getByText('Denials', { exact: true }).last().click()
  const { said } = await exportNow(page)
  expect(said).toMatch(/Left out: \d+ highlights with another tag/)
})

test('a format says what it loses before it is saved, and several files come as one archive', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const format = dialog.getByRole('combobox', { name: 'Format' })
  await expect(dialog.getByRole('status')).toContainText('Importing the file into another desk restores them.')
  await format.selectOption({ label: 'Argdown' })
  await expect(dialog.getByRole('status')).toContainText('Not in the file:')
  await expect(dialog.getByRole('status')).not.toContainText('restores them')
  await expect(dialog.getByRole('region', { name: /^First lines of .*\.argdown$/ })).toContainText('===')
  await expect(dialog.getByRole('status')).toContainText(
    /\d links of a kind other than denies, contradicts, supports\./,
  )
  const argdown = await exportNow(page)
  expect(argdown.name).toMatch(/\.argdown$/)
  expect(argdown.text).toContain('#denial')
  expect(argdown.said).toContain('of a kind other than denies, contradicts, supports')

  await page.keyboard.press('Control+e')
  await format.selectOption({ label: 'brat standoff' })
  await expect(dialog.getByRole('status')).toContainText('Kept in fields that other programs pass over:')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.zip$/)
  const entries = unzipSync(await readFile(await download.path()))
  expect(Object.keys(entries).filter((name) => name.endsWith('.ann'))).toHaveLength(5)
})

test('a file that is no whole export is refused in a sentence, and changes nothing', async ({ app: { page } }) => {
  const dialog = await dropImport(page, 'notes.json', '{"format": "crossread", "hello": 1}')
  await expect(dialog.getByRole('alert')).toContainText('notes.json')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(table(page).getByRole('rowheader')).toHaveCount(5)
  await expect(page.getByRole('button', { name: /^Undo: / })).toBeVisible()
})
