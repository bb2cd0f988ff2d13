import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { ready } from '../../support/ready'

test('the theme is kept over a restart', async ({ app }) => {
  await ready(app.page)
  await app.page.keyboard.press('Control+,')
  await app.page.getByRole('radio', { name: 'Dark' }).click({ force: true })
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const page = await app.restart()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
