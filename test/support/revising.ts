import { expect, type Page } from '@playwright/test'
import { addArticle, openCard, selectWords, text } from './reading'

export const TITLE = 'Crane falls into harbour'
const CLOSED = 'The harbour was closed on Friday after a crane fell into the main dock at noon.'
const NOBODY = 'Mayor Lena Ostrow told reporters that nobody had been hurt and that all work would go on.'
const UNION = 'The dockers’ union called that statement careless and asked for an independent inquiry.'
const SHARE = 'Share this article with your friends on every network that you use.'
export const OLD = [TITLE, CLOSED, NOBODY, UNION, SHARE].join('\n\n')

export const panel = (page: Page) => page.getByRole('region', { name: 'Highlights without a place' })
export const aboutText = (page: Page) =>
  page.getByRole('button', { name: /^.*Text$|Text/ }).filter({ hasText: 'Revision' })
export const sinceText = (page: Page) => page.getByRole('button', { name: /Changes since/ })

async function tag(page: Page, words: string, key: 'c' | 'a' | 'd'): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press(key)
  await expect(openCard(page)).toContainText(words)
  await page.keyboard.press('Escape')
}

/** Adds an article with three highlights, and opens the dialog with its new text. */
export async function revise(page: Page, ...paragraphs: readonly string[]): Promise<void> {
  await addArticle(page, OLD, TITLE)
  await expect(text(page)).toContainText('nobody had been hurt')
  await tag(page, 'nobody had been hurt', 'c')
  await tag(page, 'closed on Friday', 'c')
  await tag(page, 'called that statement careless', 'd')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New revision')
  await page.keyboard.press('Enter')
  await page.getByLabel('New text of the article').fill([TITLE, ...paragraphs].join('\n\n'))
}

const REWRITTEN = NOBODY.replace('nobody had been hurt', 'two dockers were slightly injured')
export const NEW = [
  UNION.replace('called that', 'on Saturday called that'),
  CLOSED.replace('main dock', 'dock'),
  REWRITTEN,
]
