import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { test } from '../../support/app'
import { chooseFromMenu, electronOf } from '../../support/electron-app'

// The page that is printed is a file of its own, in a window that nobody sees.
test.use({ tolerate: /^file:.*\/crossread-print-\w+\/report\.html$/ })

test('a report of the desk is saved as a PDF from the menu, and the window that printed it is gone', async ({
  app,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-pdf-'))
  const path = join(folder, 'report.pdf')
  await electronOf(app).evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await expect(app.page.getByRole('banner')).toBeVisible()
  await chooseFromMenu(app, 'desk.report')
  const dialog = app.page.getByRole('dialog', { name: 'Report' })
  await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })

  const bytes = await readFile(path)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)))
  const texts = await Promise.all(pages.map((page) => page.getTextContent()))
  const text = texts.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join('')
  for (const words of ['Corvany’s Anton Brezak flatly refused to meet her', 'Still to check', 'Sign-off'])
    expect(text).toContain(words)
  const [contents] = await Promise.all(pages.map((page) => page.getAnnotations()))
  expect(contents?.filter(({ dest }) => dest).length).toBeGreaterThan(10)
  expect(await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await rm(folder, { recursive: true, force: true })
})
