import { expect, type Page } from '@playwright/test'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import { serialise, toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { type App, test } from '../support/app'
import { opened } from '../support/desk-folder'
import { dropFiles } from '../support/fixture-texts'
import { ready } from '../support/ready'

const dialog = (page: Page, name = 'Import') => page.getByRole('dialog', { name, exact: true })
const list = (page: Page) => page.getByRole('grid', { name: 'Conflicts' })

/** The open desk as its colleague has it: three denials got a note, under another name. */
async function colleagues({ desk }: App): Promise<string> {
  const reader = await opened(desk, { readOnly: true })
  const file = toCrossreadJson(reader.records, reader.record, { kind: 'desk' })
  await reader.close()
  let left = 3
  const highlights = file.highlights.map((one): CrossreadFile['highlights'][number] =>
    one.tag === 'denial' && left-- > 0 ? { ...one, note: 'Bo asked them', annotator: 'Bo' } : one,
  )
  return serialise(crossreadFileSchema.parse({ ...file, highlights }))
}

test('an import asks what labels mean, names what is at fault, takes the rest, and is undone in one step', async ({
  app: { page },
}) => {
  await ready(page)
  const first = {
    text: 'Ada said no talks were held.',
    entities: [
      { id: 1, label: 'PER', start_offset: 0, end_offset: 8 },
      { id: 2, label: 'claim', start_offset: 9, end_offset: 27 },
    ],
    relations: [{ id: 1, from_id: 1, to_id: 2, type: 'says' }],
  }
  const second = { text: 'Short.', entities: [{ id: 1, label: 'claim', start_offset: 0, end_offset: 600 }] }
  await dropFiles(page, [{ name: 'project.jsonl', text: [first, second].map((one) => JSON.stringify(one)).join('\n') }])
  await expect(dialog(page).getByRole('region', { name: 'What is wrong with it' })).toContainText(
    'project.jsonl, line 2, entity 1: it ends at 600, and its text at 6.',
  )
  await expect(dialog(page).getByRole('button', { name: 'Import the rest' })).toBeDisabled()
  await dialog(page).getByRole('combobox', { name: /PER/ }).selectOption({ label: 'Attribution' })
  await dialog(page).getByRole('combobox', { name: /says/ }).selectOption({ label: 'attributes' })
  await expect(dialog(page).getByRole('status')).toContainText('2 articles, 2 highlights and 1 link')
  await dialog(page).getByText('Leave these out, and take the rest').click()
  await dialog(page).getByRole('button', { name: 'Import the rest' }).click()
  await expect(dialog(page, 'Imported')).toContainText('2 articles, 2 highlights and 1 link came from project.jsonl')
  await dialog(page, 'Imported').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader')).toHaveCount(5)
})

test('both versions wait, also over a restart, and are decided by keyboard alone', async ({ app }) => {
  await ready(app.page)
  await dropFiles(app.page, [{ name: 'bo.crossread.json', text: await colleagues(app) }])
  await expect(dialog(app.page).getByRole('status')).toContainText('3 records differ: both versions are kept')
  await dialog(app.page).getByRole('button', { name: 'Import', exact: true }).click()
  await expect(dialog(app.page, 'Imported').getByRole('button', { name: 'Decide 3 conflicts' })).toBeVisible()

  const page = await ready(await app.restart())
  await page.keyboard.press('Control+k')
  await page.keyboard.type('conflicts')
  await page.keyboard.press('Enter')
  const main = page.getByRole('main')
  await expect(main.getByRole('status').first()).toHaveText('3 conflicts to decide')
  const here = main.getByRole('region', { name: 'In this desk' })
  const other = main.getByRole('region', { name: 'In bo.crossread.json' })
  await expect(here).toContainText('none')
  await expect(other).toContainText('Bo asked them')
  await expect(other).toContainText('Bo,')
  await page.keyboard.press('2')
  await expect(main.getByRole('status').first()).toHaveText('2 conflicts to decide')
  await list(page).getByRole('row').first().focus()
  await page.keyboard.press('Control+a')
  await expect(main.getByRole('button', { name: /^Keep this version for 2 conflicts/ })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { name: 'Nothing to decide' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(main.getByRole('status').first()).toHaveText('2 conflicts to decide')
  await expect(
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /2 conflicts/ }),
  ).toBeVisible()
})
