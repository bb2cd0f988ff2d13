import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { at } from '../../../scripts/lib/project.mjs'
import { test } from '../../support/app'
import { ready } from '../../support/ready'

test.use({ sample: false })

const fixture = (name: string) => join(at('test/fixtures/imports'), name)
const preview = (page: Page) => page.getByRole('dialog', { name: 'Add articles' })
const rows = (page: Page) => page.getByRole('grid', { name: 'Articles' }).getByRole('rowheader')
/** The first PDF or office file loads a large library. */
const SLOW = { timeout: 45_000 }
const DAM = 'Dam at Orrin Vale to be drained after crack is found'

type Upload = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function pick(page: Page, files: readonly Upload[]): Promise<void> {
  // While a dialog closes, the keys are still its own.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  const paths = files.filter((file) => typeof file === 'string')
  const made = files.filter((file) => typeof file !== 'string')
  const read = paths.map(async (path) => ({ name: path, mimeType: '', buffer: await readFile(fixture(path)) }))
  await (await choosing).setFiles([...made, ...(await Promise.all(read))])
}

const broken = (name: string): Upload => ({ name, mimeType: '', buffer: Buffer.from('%PDF-1.7 broken') })

/** Plain texts that no finder of duplicates takes for one another. */
const note = (i: number): Upload => {
  const words = Array.from({ length: 40 }, (_, w) => `word${i}x${w}`).join(' ')
  return { name: `note-${i}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Note number ${i}\n\n${words}.\n`) }
}

test('files of many formats are read, corrected and added in one step, and what failed is said', async ({
  app: { page },
}) => {
  await ready(page)
  await pick(page, ['newsSite-en.html', 'office-ru.docx', 'columns-ru.pdf', 'mail-ur.eml', broken('torn.pdf')])
  const dialog = preview(page)
  await expect(dialog.getByRole('alert')).toContainText('1 of 5 could not be read', SLOW)
  await expect(dialog.getByRole('alert')).toContainText('"torn.pdf"')

  const dam = dialog.getByRole('listitem', { name: DAM })
  await dam.getByRole('button', { name: DAM }).click()
  const fields = dam.getByRole('group', { name: 'newsSite-en.html' })
  await expect(fields.getByLabel('Publisher')).toHaveValue('Lantern Coast Courier')
  await expect(fields.getByLabel('Byline')).toHaveValue('Maud Ellery')
  await expect(fields.getByLabel('Language code')).toHaveValue('en')
  await expect(fields).toContainText('set aside as not part of the article')
  await fields.getByLabel('Title').fill('The dam, corrected')
  await dialog.getByRole('button', { name: 'Add 4 articles' }).click()

  await expect(rows(page)).toHaveCount(4)
  await expect(page.getByRole('rowheader', { name: /The dam, corrected/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('"torn.pdf"')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
})

test('dropped files are read in whatever format they are', async ({ app: { page } }) => {
  await ready(page)
  const files = await Promise.all(
    ['office-en.odt', 'saved-ur.mhtml'].map(async (name) => ({
      name,
      base64: (await readFile(fixture(name))).toString('base64'),
    })),
  )
  await page.evaluate((dropped) => {
    const data = new DataTransfer()
    for (const { name, base64 } of dropped)
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
  }, files)
  await preview(page).getByRole('button', { name: 'Add 2 articles' }).click()
  await expect(rows(page)).toHaveCount(2)
})

test('what the desk has already is left out, unless it is wanted as a separate article', async ({ app: { page } }) => {
  await ready(page)
  await pick(page, ['newsSite-en.html'])
  await preview(page).getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('banner')).toContainText(DAM)

  await pick(page, ['newsSite-en.html', 'notes-ru.md'])
  const dialog = preview(page)
  const again = dialog.getByRole('listitem', { name: DAM })
  await expect(again).toContainText('The same text is in the desk already')
  await expect(again.getByRole('checkbox', { name: `Add “${DAM}”` })).not.toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Add 1 article' })).toBeEnabled()
  await again.getByRole('checkbox', { name: `Add “${DAM}”` }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Add 2 articles' }).click()
  await expect(rows(page)).toHaveCount(3)
})

test('reading can be stopped; what was read until then can be added', async ({ app: { page } }) => {
  await ready(page)
  await pick(page, [
    ...Array.from({ length: 30 }, (_, i) => note(i)),
    ...Array.from({ length: 60 }, () => 'office-en.pdf'),
  ])
  const dialog = preview(page)
  await expect(dialog.getByRole('progressbar', { name: 'Reading' })).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Add “Note number 1”' })).toBeVisible(SLOW)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('status')).toContainText('Reading was stopped')
  await dialog.getByRole('button', { name: /^Add \d+ articles?$/ }).click()
  await expect.poll(() => rows(page).count()).toBeGreaterThan(0)
})

test.describe('with a server on this machine', () => {
  let server: Server
  let origin: string
  let asked: string[]

  test.beforeEach(async () => {
    asked = []
    server = createServer(async (request, response) => {
      asked.push(request.url ?? '')
      if (request.url !== '/dam') return void response.writeHead(404).end()
      const html = await readFile(fixture('newsSite-en.html'), 'utf8')
      const pictures =
        '<img src="/photo.jpg"><script src="/track.js"></script><link rel="stylesheet" href="/style.css">'
      response.writeHead(200, { 'content-type': 'text/html' }).end(html.replace('<body', `${pictures}<body`))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  test.afterEach(() => server.close())

  test('a web page is fetched by its address, alone, and looked at before it is added', async ({ app: { page } }) => {
    await ready(page)
    await page.keyboard.press('Control+Shift+o')
    const asking = page.getByRole('dialog', { name: 'Add web page' })
    await asking.getByLabel('Address of the page').fill('the dam')
    await page.keyboard.press('Enter')
    await expect(asking).toContainText('An address starts with http:// or https://.')
    expect(asked).toEqual([])

    await asking.getByLabel('Address of the page').fill(`${origin}/gone`)
    await page.keyboard.press('Enter')
    await expect(preview(page).getByRole('alert')).toContainText('There is no page at this address (404)')
    await preview(page).getByRole('button', { name: 'Another address…' }).click()
    await asking.getByLabel('Address of the page').fill(`${origin}/dam`)
    await page.keyboard.press('Enter')
    await preview(page).getByRole('button', { name: 'Add 1 article' }).click()
    await expect(page.getByRole('banner')).toContainText(DAM)
    expect(asked).toEqual(['/gone', '/dam'])
  })
})

test('a copied passage keeps its headings, emphasis and links; plain text is read as before', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+Shift+v')
  const dialog = page.getByRole('dialog', { name: 'Add article from clipboard' })
  const field = dialog.getByLabel('Text of the article')
  await field.evaluate((element) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<h1>Ferry saved</h1><p>The board <b>voted</b> to keep <a href="https://a.example/">it</a>.</p>',
    )
    data.setData('text/plain', 'Ferry saved The board voted to keep it.')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(field).toHaveValue('Ferry saved\n\nThe board voted to keep it.', SLOW)
  await expect(dialog.getByLabel('Title')).toHaveValue('Ferry saved')
  await dialog.getByRole('button', { name: 'Add article' }).click()
  const article = page.getByRole('article')
  await expect(article.locator('strong, b')).toHaveText('voted')
})

test('a table that does not name its text is read once the columns are chosen, and so is the next one', async ({
  app,
}) => {
  const { page } = app
  const table = (words: string): Upload => {
    const cells = `Kopf,Worte\n"Ferry saved","The harbour board ${words} on Tuesday to keep the old ferry for another winter."\n`
    return { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(cells) }
  }
  await ready(page)
  await pick(page, [table('voted')])
  await preview(page).getByRole('button', { name: 'Choose the columns of table.csv…' }).click()
  const columns = page.getByRole('dialog', { name: 'Columns of table.csv' })
  await expect(columns.getByRole('button', { name: 'Read again' })).toBeDisabled()
  await columns.getByLabel('Text of the article').selectOption('Worte')
  await columns.getByLabel('Title').selectOption('Kopf')
  await columns.getByRole('button', { name: 'Read again' }).click()
  await expect(preview(page).getByLabel('Title')).toHaveValue('Ferry saved')
  await preview(page).getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('banner')).toContainText('Ferry saved')

  const again = await app.restart()
  await ready(again)
  await pick(again, [table('decided once more, against the will of the pilots,')])
  await expect(preview(again).getByLabel('Title')).toHaveValue('Ferry saved', SLOW)
  // What was chosen, or guessed from the names, can be changed.
  await expect(preview(again)).toContainText('table.csv: text of the article from “Worte”, title from “Kopf”.')
  await preview(again).getByRole('button', { name: 'Change the columns of table.csv…' }).click()
  const changing = again.getByRole('dialog', { name: 'Columns of table.csv' })
  await expect(changing.getByLabel('Text of the article')).toHaveValue('Worte')
  await changing.getByLabel('Title').selectOption('None')
  await changing.getByRole('button', { name: 'Read again' }).click()
  await expect(preview(again).getByLabel('Title')).toHaveValue(/^The harbour board decided/)
})

test('a later version of an article that is in the desk is added as its new revision', async ({ app }) => {
  const { page } = app
  await ready(page)
  await pick(page, ['newsSite-en.html'])
  await preview(page).getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('banner')).toContainText(DAM)

  const later = (await readFile(fixture('newsSite-en.html'), 'utf8')).replaceAll('largest dam', 'oldest dam')
  await pick(page, [{ name: 'later.html', mimeType: 'text/html', buffer: Buffer.from(later) }])
  const row = preview(page).getByRole('listitem', { name: DAM })
  await expect(row).toContainText('Nearly the same text is in the desk already')
  await row.getByRole('checkbox', { name: /^Add it as a new revision/ }).focus()
  await page.keyboard.press('Space')
  await preview(page).getByRole('button', { name: 'Add 1 revision' }).click()
  await expect(preview(page)).toBeHidden()
  await page.keyboard.press('Control+1')
  await expect(rows(page)).toHaveCount(1)

  const again = await app.restart()
  await ready(again)
  await rows(again).first().getByText(DAM).click()
  await expect(again.getByRole('article')).toContainText('will drain its oldest dam')
})
