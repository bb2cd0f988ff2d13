import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { textPath } from '../../support/fixture-texts'
import { ready } from '../../support/ready'

test.use({ sample: false })

test("files from the browser's picker are looked at, left out or added", async ({ app: { page } }) => {
  await ready(page)
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  await (await choosing).setFiles([textPath('harbour-page.txt'), textPath('harbour-russian.txt')])
  const dialog = page.getByRole('dialog', { name: 'Add articles' })
  await dialog.getByRole('checkbox', { name: /^Add “Minister and pilots/ }).click({ force: true })
  await dialog.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('banner')).toContainText('В порту Марроу построят вторую радарную мачту')
})
