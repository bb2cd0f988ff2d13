import { expect } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

test.describe('on a first run', () => {
  test.use({ annotator: null })

  test('the annotator is asked for a name once, and every change keeps it', async ({ app }) => {
    const ask = app.page.getByRole('dialog', { name: 'Who is annotating?' })
    await expect(ask.getByRole('button', { name: 'Save name' })).toBeDisabled()
    await ask.getByLabel('Your name').fill('Ada Reader')
    await app.page.keyboard.press('Enter')
    await expect(ask).toBeHidden()
    await app.page.keyboard.press('Control+k')
    await app.page.keyboard.type('remove the sample')
    await app.page.keyboard.press('Enter')
    await app.page.keyboard.press('Control+2')
    await expect(app.page.getByRole('listitem').first()).toContainText('Ada Reader')

    const page = await app.restart()
    await expect(page.getByRole('banner')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('the name can wait', async ({ app: { page } }) => {
    await page.getByRole('dialog', { name: 'Who is annotating?' }).getByRole('button', { name: 'Later' }).click()
    await expect(page.getByRole('grid', { name: 'Articles', exact: true })).toBeVisible()
  })
})

test('the annotator is renamed in the settings, and no empty name is taken', async ({ app }) => {
  const page = await ready(app.page)
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await expect(dialog).toContainText(app.desk)
  const name = dialog.getByLabel('Annotator')
  await name.fill('')
  await expect(dialog.getByText('A name is needed: every change is kept with one.')).toBeVisible()
  await name.fill('Bea Checker')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('Control+,')
  await expect(name).toHaveValue('Bea Checker')
})

test('the theme is chosen at once, in the settings or in the palette', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('light theme')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('"System" follows the system as it changes', async ({ app: { page } }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('the sidebar is put away and brought back by its key', async ({ app: { page } }) => {
  await ready(page)
  const sidebar = page.getByRole('navigation', { name: 'Places' })
  await expect(sidebar).toBeVisible()
  await page.keyboard.press('Control+\\')
  await expect(sidebar).toBeHidden()
  await page.getByRole('button', { name: 'Show the sidebar' }).click()
  await expect(sidebar).toBeVisible()
})
