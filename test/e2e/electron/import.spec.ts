import { expect } from '@playwright/test'
import { at } from '../../../scripts/lib/project.mjs'
import { type App, test } from '../../support/app'
import { electronOf } from '../../support/electron-app'
import { ready } from '../../support/ready'

test.use({ sample: false })

const SLOW = { timeout: 30_000 }

async function answerOpen(app: App, filePaths: readonly string[]): Promise<void> {
  await electronOf(app).evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async (...args: unknown[]) => {
      Reflect.set(dialog, 'asked', args.at(-1))
      return { canceled: false, filePaths: [...paths] }
    }
  }, filePaths)
}

test('files that are picked in the native dialog are read by the desk, and looked at before they are added', async ({
  app,
}) => {
  const { page } = app
  await answerOpen(app, [at('test/fixtures/imports/office-ru.docx'), at('test/fixtures/imports/protected.pdf')])
  await ready(page)
  await page.keyboard.press('Control+o')
  const dialog = page.getByRole('dialog', { name: 'Add articles' })
  await expect(dialog.getByRole('alert')).toContainText('"protected.pdf"', SLOW)
  await dialog.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  const asked = await electronOf(app).evaluate(({ dialog }) => Reflect.get(dialog, 'asked'))
  expect(asked.filters[0].extensions).toContain('docx')
})

test('a folder that is picked is read with all that is in it', async ({ app }) => {
  const { page } = app
  await answerOpen(app, [at('test/fixtures/texts')])
  await ready(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('folder of articles')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add articles' })
  await expect(dialog.getByRole('listitem', { name: /Minister and pilots/ })).toBeVisible(SLOW)
  const asked = await electronOf(app).evaluate(({ dialog }) => Reflect.get(dialog, 'asked'))
  expect(asked.properties).toContain('openDirectory')
})
