import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { at } from '../../../scripts/lib/project.mjs'
import { test } from '../../support/app'
import { card, openCard, selectWords, text } from '../../support/reading'
import { ready } from '../../support/ready'

test.use({ sample: false })

/** The first PDF loads a large library. */
const SLOW = { timeout: 30_000 }
const DAM = 'Dam at Orrin Vale to be drained after crack is found'
const panel = (page: Page) => page.getByRole('region', { name: 'Highlights without a place' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'New revision' })

let server: Server
let address: string
/** What the paper says at the moment. */
let now: (html: string) => string

test.beforeEach(async () => {
  now = (html) => html
  const html = await readFile(join(at('test/fixtures/imports'), 'newsSite-en.html'), 'utf8')
  server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(now(html)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dam`
})
test.afterEach(() => server.close())

async function fetchPage(page: Page): Promise<void> {
  await ready(page)
  await page.keyboard.press('Control+Shift+o')
  await page.getByLabel('Address of the page').fill(address)
  await page.keyboard.press('Enter')
  const preview = page.getByRole('dialog', { name: 'Add articles' })
  await preview.getByLabel('Address', { exact: true }).fill(address)
  await preview.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('banner')).toContainText(DAM)
}

async function openRevisionDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New revision')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
}

test('the page is fetched again, shown beside the old text, and the sidebar leads to what it left behind', async ({
  app: { page },
}) => {
  await fetchPage(page)
  for (const words of ['will drain its largest dam', 'over the next six weeks']) {
    await selectWords(page, words)
    await page.keyboard.press('c')
    await expect(openCard(page)).toContainText(words)
  }
  now = (html) => html.replaceAll('will drain its largest dam', 'has closed the road to the lower valley')

  await openRevisionDialog(page)
  await dialog(page).getByRole('button', { name: 'Fetch again from 127.0.0.1' }).click()
  await expect(dialog(page)).toContainText('1 highlight found, 1 needs a look')
  await expect(dialog(page).locator('ins').first()).toContainText('has closed the road')
  await dialog(page).getByRole('button', { name: 'Add revision' }).click()
  await expect(panel(page)).toContainText('will drain its largest dam')

  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid', { name: 'Articles' })).toContainText('1 highlight to check')
  await page.getByRole('button', { name: '1 highlight to check' }).click()
  await expect(panel(page)).toContainText('will drain its largest dam')
  await panel(page).getByRole('button', { name: 'Keep with the old text' }).click()
  await expect(page.getByRole('button', { name: '1 highlight to check' })).toHaveCount(0)
  await page.keyboard.press('Shift+W')
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Nothing to check.')
})

test('a file of any format is a new text, and what it changes is shown before it is added from an import too', async ({
  app: { page },
}) => {
  await fetchPage(page)
  await selectWords(page, 'over the next six weeks')
  await page.keyboard.press('c')
  const later = (await readFile(join(at('test/fixtures/imports'), 'newsSite-en.html'), 'utf8')).replaceAll(
    'largest dam',
    'oldest dam',
  )
  const upload = { name: 'later.html', mimeType: 'text/html', buffer: Buffer.from(later) }

  await openRevisionDialog(page)
  const choosing = page.waitForEvent('filechooser')
  await dialog(page).getByRole('button', { name: 'Choose file…' }).click()
  await (await choosing).setFiles(upload)
  await expect(dialog(page)).toContainText('From later.html.')
  await expect(dialog(page)).toContainText('1 highlight found')
  await expect(dialog(page).locator('ins')).toHaveText('oldest')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()

  const again = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  await (await again).setFiles(upload)
  const row = page.getByRole('listitem', { name: DAM })
  await row.getByRole('checkbox', { name: /^Add it as a new revision/ }).focus()
  await page.keyboard.press('Space')
  await expect(row.getByText('1 highlight found')).toBeVisible()
  await expect(row.locator('ins')).toHaveText('oldest')
  await page.getByRole('button', { name: 'Add 1 revision' }).click()
  await expect(text(page)).toContainText('will drain its oldest dam')
  await expect(card(page, 'over the next six weeks')).toBeVisible()
})

test('a file that is no article leaves the dialog as it was, and says why', async ({ app: { page } }) => {
  await fetchPage(page)
  await openRevisionDialog(page)
  await dialog(page).getByLabel('New text of the article').fill('The dam is safe after all, the board said on Monday.')
  const choosing = page.waitForEvent('filechooser')
  await dialog(page).getByRole('button', { name: 'Choose file…' }).click()
  await (await choosing).setFiles({ name: 'torn.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7 torn') })
  await expect(dialog(page).getByRole('alert')).toContainText('"torn.pdf"', SLOW)
  await expect(dialog(page).getByLabel('New text of the article')).toHaveValue(/^The dam is safe/)
  await expect(dialog(page).getByRole('button', { name: 'Add revision' })).toBeEnabled()
})
