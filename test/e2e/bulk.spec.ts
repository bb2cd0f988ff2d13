import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { openArticle } from '../support/reading'
import { ready } from '../support/ready'

const bar = (page: Page) => page.getByRole('region', { name: 'Selected highlights' })
const said = (page: Page) => page.getByRole('region', { name: 'Notifications' })
const claims = (page: Page) => page.getByRole('grid', { name: 'Claims', exact: true })

test('claims are selected by mouse across a range, linked to one, and taken back by one undo', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+4')
  const boxes = claims(page).getByRole('checkbox')
  await boxes.nth(1).click()
  await boxes.nth(4).click({ modifiers: ['Shift'] })
  await expect(bar(page).getByRole('status')).toHaveText('4 highlights selected')
  await bar(page).getByRole('button', { name: 'Link to…' }).click()
  await page.getByRole('combobox', { name: 'Search highlights' }).fill('Mr Rehn stands by every word')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByText('43 claims', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Link 4 highlights' }).first().click()
  await expect(page.getByText('47 claims', { exact: true })).toBeVisible()

  await bar(page).getByRole('button', { name: 'Note…' }).click()
  await page.getByLabel('Note', { exact: true }).fill('Ask the airport')
  await page.getByRole('button', { name: 'Write' }).click()
  await expect(said(page).getByText('Write a note on 4 highlights')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Tag as…' }).click()
  await page.getByRole('menuitem', { name: 'Claim' }).click()
  await expect(page.getByText('4 highlights were tagged as claim already.')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText(/links went with them/)).toBeVisible()
  await expect(bar(page)).toBeHidden()
  await expect(page.getByRole('main').locator('[data-pick-list] :focus')).toHaveCount(1)
})

test('cards and passages are selected by keyboard, in one selection for all views', async ({ app: { page } }) => {
  await ready(page)
  await openArticle(page, 'What became of the forty-five minutes in the Harbour Room')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+J')
  await expect(bar(page).getByRole('status')).toHaveText('2 highlights selected')
  await page.keyboard.press('Control+4')
  await expect(bar(page)).toBeVisible()
  const told = page.getByRole('main').getByRole('region', { name: 'Denied by' })
  await told
    .getByRole('checkbox', { name: /^Select denial/ })
    .first()
    .focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page).getByRole('status')).toHaveText('4 highlights selected')
  await expect(told.getByRole('checkbox', { name: /^Select denial/ }).nth(1)).toBeFocused()
  await bar(page).getByRole('button', { name: 'Speaker…' }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Speaker' })).toBeFocused()
  await page.keyboard.type('Somebody')
  await page.keyboard.press('Enter')
  await expect(said(page).getByText('Name “Somebody” in 1 attribution')).toBeVisible()
  await expect(page.getByText('3 highlights left as they were: Only an attribution names a speaker.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
})
