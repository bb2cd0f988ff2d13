import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { at } from '../../scripts/lib/project.mjs'
import { type App, test } from '../support/app'
import { addArticle, expectActive, openArticle, openCard, selectSentence, selectWords } from '../support/reading'

/** Three reports of one event, under titles of our own: what is recognised of them is tested elsewhere. */
const PAPERS = [
  { file: 'harbour-glued.txt', title: 'The walk-out' },
  { file: 'harbour-page.txt', title: 'The agreement' },
  { file: 'harbour-lines.txt', title: 'The last train' },
] as const

const read = (file: string) => readFile(at(`test/fixtures/texts/${file}`), 'utf8')

const CLAIM = 'Harbour Minister Oriel Vance walked out of talks with the pilots'
const ATTRIBUTION = 'claimed Dorian Hale'
const DENIAL = 'Anders denied that the minister had walked out of the first session two weeks ago'
const links = (page: Page) => openCard(page).getByRole('list', { name: 'Links' })

/** Exports the whole desk as a user does, and reads the file that came out. */
async function exportDesk({ page, desk, electron }: App): Promise<unknown> {
  const path = join(desk, '..', 'export.json')
  await electron?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.keyboard.press('Control+e')
  const download = electron ? null : page.waitForEvent('download')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
  await (await download)?.saveAs(path)
  await expect(page.getByRole('dialog', { name: 'Exported' })).toContainText('3 articles')
  await page.keyboard.press('Enter')
  return JSON.parse(await readFile(path, 'utf8'))
}

async function expectValid(file: unknown): Promise<CrossreadFile> {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(await readFile(at('annotations/schema/crossread-1.schema.json'), 'utf8')))
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
  // Just checked against the published schema.
  return file as CrossreadFile
}

/** What the analyst made is there: a denial that denies a claim of another paper, and who made the claim. */
async function expectEverything(app: App): Promise<void> {
  const { page } = app
  await openArticle(page, 'The agreement')
  await page.keyboard.press('j')
  await expectActive(page, new RegExp(`^Denial: “${DENIAL}`))
  await expect(links(page)).toContainText('denies')
  await expect(links(page)).toContainText(CLAIM)
  await expect(links(page)).toContainText('The walk-out')
  await page.keyboard.press('o')
  await expectActive(page, /^Claim: /)
  await expect(links(page)).toContainText('denied by')
  await page.keyboard.press('b')
  await expectActive(page, new RegExp(`^Denial: “${DENIAL}`))

  const file = await expectValid(await exportDesk(app))
  expect(file.articles).toHaveLength(3)
  expect(JSON.stringify(file)).toContain(CLAIM)
  expect(file.links).toHaveLength(1)
  expect(file.links[0]).toMatchObject({ relation: 'denies' })
}

test.describe('the main job', () => {
  test.use({ sample: false })
  test.slow()

  test('is done with the mouse, and everything is there after a restart', async ({ app }) => {
    const { page } = app
    for (const { file, title } of PAPERS) await addArticle(page, await read(file), title)
    await openArticle(page, 'The walk-out')
    await selectWords(page, CLAIM)
    await page.getByRole('button', { name: 'Tag as claim' }).click()
    await expectActive(page, new RegExp(`^Claim: “${CLAIM}`))
    await selectWords(page, ATTRIBUTION)
    await page.getByRole('button', { name: 'Tag as attribution' }).click()
    await expectActive(page, `Attribution: “${ATTRIBUTION}”.`)
    await openCard(page).getByRole('combobox', { name: 'Speaker' }).fill('Dorian Hale')

    await openArticle(page, 'The agreement')
    await selectWords(page, DENIAL)
    await page.getByRole('button', { name: 'Tag as denial' }).click()
    await expectActive(page, new RegExp(`^Denial: “${DENIAL}`))
    await openCard(page).getByRole('button', { name: 'Link to…' }).click()
    const picker = page.getByRole('dialog', { name: 'Link to…' })
    await picker.getByRole('option', { name: CLAIM }).click()
    await expect(picker.getByRole('radio', { name: 'denies' })).toBeChecked()
    await picker.getByRole('button', { name: 'Link', exact: true }).click()
    await expect(links(page)).toContainText(CLAIM)

    await app.restart()
    await expectEverything(app)
    await openArticle(app.page, 'The walk-out')
    await app.page.keyboard.press('k')
    await expect(openCard(app.page).getByRole('combobox', { name: 'Speaker' })).toHaveValue('Dorian Hale')
  })

  test('is done with the keyboard alone', async ({ app }) => {
    const { page } = app
    for (const { file, title } of PAPERS) {
      await page.keyboard.press('Control+Shift+V')
      const dialog = page.getByRole('dialog', { name: 'Add article from clipboard' })
      await expect(dialog.getByLabel('Text of the article')).toBeFocused()
      await page.keyboard.insertText(await read(file))
      const field = dialog.getByLabel('Title')
      await expect(field).toBeVisible()
      await page.keyboard.press('Tab')
      await expect(field).toBeFocused()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(title)
      await expect(dialog.getByRole('button', { name: 'Add article' })).toBeEnabled()
      for (let i = 0; i < 12 && !(await isFocused(page, 'Add article')); i++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
    }
    await openByKeyboard(page, 'The walk-out')
    await selectSentence(page, CLAIM)
    await page.keyboard.press('c')
    await expectActive(page, /^Claim: /)

    await openByKeyboard(page, 'The agreement')
    await selectSentence(page, DENIAL)
    await page.keyboard.press('d')
    await expectActive(page, new RegExp(`^Denial: “${DENIAL}`))
    await page.keyboard.press('l')
    const picker = page.getByRole('dialog', { name: 'Link to…' })
    await page.keyboard.type('walked out of talks')
    await expect(picker.getByRole('option')).toHaveCount(1)
    await expect(picker.getByRole('radio', { name: 'denies' })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(picker).toBeHidden()
    await expect(links(page)).toContainText(CLAIM)

    await app.restart()
    await expectEverything(app)
  })
})

async function isFocused(page: Page, button: string): Promise<boolean> {
  return page
    .getByRole('button', { name: button, exact: true })
    .evaluate((element) => element === document.activeElement)
}

/** Opens an article through the command palette. */
async function openByKeyboard(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type(title)
  await expect(page.getByRole('option', { name: title }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: title, exact: true })).toBeVisible()
}
