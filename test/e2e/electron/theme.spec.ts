import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { electronOf } from '../../support/electron-app'
import { ready } from '../../support/ready'

test("the window's own colours follow the chosen theme, which is kept in the desk", async ({ app }) => {
  await ready(app.page)
  const native = () => electronOf(app).evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  expect(await native()).toBe('system')
  await app.page.keyboard.press('Control+,')
  await app.page.getByRole('radio', { name: 'Dark' }).click({ force: true })
  await expect.poll(native).toBe('dark')
  await expect
    .poll(async () => JSON.parse(await readFile(join(app.desk, 'settings.json'), 'utf8')))
    .toMatchObject({ theme: 'dark' })
})
