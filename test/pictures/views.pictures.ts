import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../scripts/lib/project.mjs'
import { test } from '../support/app'
import { openArticle, selectWords } from '../support/reading'

const WIRE = 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum'
const FOLLOW_UP = 'What became of the forty-five minutes in the Harbour Room'

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
    })

    test('library, history and dialogs', async ({ app: { page } }) => {
      await page.getByRole('grid', { name: 'Articles', exact: true }).waitFor()
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

    test('an empty desk', async ({ app: { page } }) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('remove the sample')
      await page.keyboard.press('Enter')
      await page.getByText('Read papers against each other').waitFor()
      await shoot(page, 'empty')
    })
  })
}
