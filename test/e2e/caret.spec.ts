import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { at } from '../../scripts/lib/project.mjs'
import { test } from '../support/app'
import { addArticle, expectActive, openArticle, selectWords, text } from '../support/reading'

const TEXT = [
  'The minister spoke for an hour. Nobody asked a question. The hall was cold.',
  'A second paragraph says more.',
  'A third one ends it.',
].join('\n\n')

const said = (page: Page) => page.locator('[role="status"][aria-live="polite"]').filter({ hasText: /\S/ }).first()
const selected = (page: Page) => page.evaluate(() => window.getSelection()?.toString() ?? '')

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test.describe('caret mode', () => {
  test.beforeEach(async ({ app: { page } }) => {
    await addArticle(page, TEXT, 'Words')
    await openArticle(page, 'Words')
    await press(page, 'v', 'Control+Home')
  })

  test('tags by character, word, sentence and paragraph with the keyboard alone', async ({ app: { page } }) => {
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'c')
    await expectActive(page, 'Claim: “The”.')
    await press(page, 'Control+Shift+ArrowRight', 'a')
    await expectActive(page, /“minister”/)
    await press(page, '.', '>', 'd')
    await expectActive(page, 'Denial: “Nobody asked a question.”.')
    await press(page, 'Control+ArrowDown', 'Control+Shift+ArrowDown', 'c')
    await expectActive(page, 'Claim: “A second paragraph says more.”.')
  })

  test('takes in word, sentence and paragraph around the caret', async ({ app: { page } }) => {
    await press(page, 'ArrowRight', 'e')
    expect(await selected(page)).toBe('The')
    await press(page, 'e')
    expect(await selected(page)).toBe('The minister spoke for an hour.')
    await press(page, 'e')
    expect(await selected(page)).toBe('The minister spoke for an hour. Nobody asked a question. The hall was cold.')
  })

  test('moves by line, and to the ends of a line', async ({ app: { page } }) => {
    await press(page, 'ArrowDown', 'Shift+End')
    expect(await selected(page)).not.toBe('')
    await press(page, 'Control+End', 'Shift+Home')
    expect(await selected(page)).toBe('A third one ends it.')
    await press(page, 'ArrowLeft', 'ArrowUp', 'Shift+End')
    expect(await selected(page)).toBe('A second paragraph says more.')
  })

  test('says what the caret comes to, and what it selects', async ({ app: { page } }) => {
    await press(page, 'Control+ArrowRight')
    await expect(said(page)).toContainText('The')
    await press(page, 'Control+Shift+ArrowRight')
    await expect(said(page)).toContainText('Selected: minister')
    await press(page, 'Escape')
    await expect(said(page)).toContainText('Caret mode off')
    expect(await selected(page)).toBe('')
  })

  test('draws a caret that stays in view, and hands the arrows back when it is left', async ({ app: { page } }) => {
    await expect(page.locator('[data-caret]')).toBeInViewport()
    await press(page, 'Control+End')
    await expect(page.locator('[data-caret]')).toBeInViewport()
    await press(page, 'Escape')
    await expect(page.locator('[data-caret]')).toHaveCount(0)
    await selectWords(page, 'A third one')
    await press(page, 'c', 'Escape', 'ArrowDown')
    await expectActive(page, /“A third one”/)
  })
})

test('caret mode follows the eye in an article that reads from right to left', async ({ app: { page } }) => {
  await addArticle(page, await readFile(at('test/fixtures/texts/harbour-urdu.txt'), 'utf8'), 'بندرگاہ')
  await openArticle(page, 'بندرگاہ')
  await expect(page.getByRole('article', { name: 'بندرگاہ', exact: true })).toHaveAttribute('dir', 'rtl')
  await press(page, 'v', 'Control+Home', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft')
  const words = await selected(page)
  expect(words.trim().split(/\s+/)).toHaveLength(2)
  await expect(text(page)).toContainText(words)
  await page.keyboard.press('d')
  await expectActive(page, new RegExp(words))
})
