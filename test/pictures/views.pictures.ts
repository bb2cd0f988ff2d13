import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { at, root } from '../../scripts/lib/project.mjs'
import { test } from '../support/app'
import { openArticle, selectWords, text } from '../support/reading'

const WIRE = 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum'
const FOLLOW_UP = 'What became of the forty-five minutes in the Harbour Room'

/** Of three languages, and one that cannot be read. */
const IMPORTS = ['newsSite-en.html', 'office-ru.docx', 'mail-ur.eml', 'protected.pdf']

const THEMES = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 1024, height: 700 },
  { theme: 'dark', width: 1024, height: 700 },
] as const

for (const { theme, width, height } of THEMES) {
  const suffix = width === 1440 ? theme : `${theme}-small`

  test.describe(`pictures, ${suffix}`, () => {
    const shoot = (page: Page, name: string) =>
      page.screenshot({ path: join(root, 'docs', 'pictures', `${name}-${suffix}.png`), animations: 'disabled' })

    test.beforeEach(async ({ app: { page } }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.getByRole('grid', { name: 'Articles', exact: true }).waitFor()
    })

    test('library, history and dialogs', async ({ app: { page } }) => {
      await shoot(page, 'library')
      await page.keyboard.press('Control+2')
      await page.getByText('Add the sample').first().waitFor()
      await shoot(page, 'history')
      for (const [keys, name] of [
        ['Control+k', 'palette'],
        ['?', 'shortcuts'],
        ['Control+,', 'settings'],
        ['Control+e', 'export'],
        ['Control+Shift+v', 'paste'],
      ] as const) {
        await page.keyboard.press(keys)
        await page.getByRole('dialog').waitFor()
        await shoot(page, name)
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
    })

    test('claims and a verdict', async ({ app: { page } }) => {
      await page.keyboard.press('Control+4')
      await page.getByRole('radiogroup', { name: 'Verdict' }).getByText('Disputed').click()
      await page.getByLabel('Why').fill('Two ministries deny it; the airport’s record gives another hour.')
      await page.getByLabel('Sources, one a line').fill('Airport records, 11 October')
      await page.getByLabel('Why').focus()
      await page.getByText('Disputed').nth(1).waitFor()
      await shoot(page, 'claims')
    })

    test('articles side by side', async ({ app: { page } }) => {
      await openArticle(page, WIRE)
      await page.keyboard.press('Control+5')
      await page.locator('[data-tie]').first().waitFor()
      for (let i = 0; i < 3; i++) await page.keyboard.press('j')
      await page.locator('path[data-shape="whole"]').first().dispatchEvent('click')
      await page.waitForTimeout(400)
      await shoot(page, 'compare')
      await page.getByRole('button', { name: 'Third article' }).click()
      await page.getByRole('option').first().click()
      await page.getByRole('region', { name: 'Right article' }).getByRole('article').first().waitFor()
      await page.waitForTimeout(400)
      await shoot(page, 'compare-three')
    })

    test('the search over the whole desk', async ({ app: { page } }) => {
      await page.keyboard.press('Control+Shift+F')
      await page.keyboard.type('night ferry publisher:courier')
      await page.getByRole('grid', { name: 'Found' }).getByRole('row').nth(2).waitFor()
      await shoot(page, 'search')
    })

    test('timeline', async ({ app: { page } }) => {
      await page.keyboard.press('Control+7')
      await page.getByRole('row', { name: /the meeting was cancelled because/ }).click()
      await page.getByText('Changes it').first().waitFor()
      await shoot(page, 'timeline')
    })

    test('the reader, linking and selecting', async ({ app: { page } }) => {
      await openArticle(page, FOLLOW_UP)
      for (let i = 0; i < 3; i++) await page.keyboard.press('j')
      await shoot(page, 'reader')
      await page.keyboard.press('l')
      await page.getByRole('option').first().waitFor()
      await shoot(page, 'link')
      await page.keyboard.press('Escape')
      await openArticle(page, WIRE)
      await selectWords(page, 'answered by stopping the night ferry')
      await page.getByRole('toolbar').waitFor()
      await shoot(page, 'select')
    })

    test('adding articles, and a text that changed', async ({ app: { page } }) => {
      const choosing = page.waitForEvent('filechooser')
      await page.keyboard.press('Control+o')
      await (await choosing).setFiles(IMPORTS.map((name) => at(`test/fixtures/imports/${name}`)))
      await page.getByRole('button', { name: /^Add \d+ articles/ }).waitFor({ timeout: 30_000 })
      await shoot(page, 'add')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })

      await openArticle(page, WIRE)
      const paragraphs = await text(page).locator('p, h2, h3, blockquote, li').allTextContents()
      const revised = paragraphs
        .join('\n\n')
        .replace('did not hold a meeting that had been listed for Friday', 'met after all, their spokesmen said')
        .replace('The forum’s printed programme', 'The printed programme of the forum')
        .replace('It did not say which.', 'It did not say which, or why.')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('New revision')
      await page.keyboard.press('Enter')
      await page.getByLabel('New text of the article').fill(revised)
      await page.getByText(/highlights found/).waitFor()
      await shoot(page, 'revision')
      await page.getByRole('button', { name: 'Add revision' }).click()
      await page.getByRole('region', { name: 'Highlights without a place' }).getByRole('radio').first().waitFor()
      await page.getByRole('button', { name: /Changes since/ }).click()
      await page.getByRole('option', { name: /Revision 1/ }).click()
      await text(page).locator('ins').first().waitFor()
      await shoot(page, 'changes')
      await page.keyboard.press('Control+1')
      await page.getByRole('grid', { name: 'Articles', exact: true }).waitFor()
      await shoot(page, 'to-check')
    })

    test('an empty desk', async ({ app: { page } }) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('remove the sample')
      await page.keyboard.press('Enter')
      await page.getByText('Read papers against each other').waitFor()
      await shoot(page, 'empty')
    })
  })
}
