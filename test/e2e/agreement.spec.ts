import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { openArticle, selectWords } from '../support/reading'
import { ready } from '../support/ready'

const list = (page: Page) => page.getByRole('grid', { name: 'Disagreements', exact: true })
const rows = (page: Page) => list(page).getByRole('row')
const pane = (page: Page) => page.getByRole('main').getByRole('region', { name: 'The disagreement' })
const total = (page: Page) => page.getByText(/^1 article, \d+ disagreements?$/)

test('two annotators of a desk are held against each other, and a curator decides by keyboard', async ({
  app: { page },
}) => {
  await ready(page)
  await openArticle(page, 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum')
  await selectWords(page, 'withdrawn at 16:05')
  await page.keyboard.press('d')
  await page.keyboard.press('Control+9')
  await expect(page).toHaveURL(/#\/agreement/)
  await expect(total(page)).toHaveText(/, \d\d disagreements$/)
  await expect(page.getByRole('region', { name: 'Numbers' }).getByRole('row', { name: /^Denial/ })).toContainText(
    '0.00',
  )

  const mine = rows(page).filter({ hasText: 'Marked otherwise' })
  await expect(rows(page).first()).toBeFocused()
  for (let step = 0; step < 40 && !(await pane(page).textContent())?.includes('Marked otherwise'); step++)
    await page.keyboard.press('Shift+N')
  await expect(pane(page).getByRole('heading', { name: 'Marked otherwise' })).toBeVisible()
  await expect(page).toHaveURL(/at=0-hl_/)
  await expect(mine).toHaveAttribute('aria-selected', 'true')
  await expect(pane(page).getByRole('article', { name: 'Test Analyst' })).toContainText('Denial')
  await expect(pane(page).getByRole('article', { name: 'Crossread sample' })).toContainText('Claim')

  const before = (await total(page).textContent()) ?? ''
  await page.keyboard.press('Shift+R')
  await expect(total(page)).not.toHaveText(before)
  await expect(mine).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(total(page)).toHaveText(before)
  await expect(mine).toHaveCount(1)
})
