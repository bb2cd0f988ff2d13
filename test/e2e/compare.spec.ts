import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

const side = (page: Page, name: 'Left' | 'Right') => page.getByRole('region', { name: `${name} article`, exact: true })
const field = (page: Page, name: 'Left' | 'Right') => page.getByRole('combobox', { name: `${name} article` })
const active = (page: Page, name: 'Left' | 'Right') => side(page, name).locator('mark[data-active]').first()
const hovered = (page: Page, name: 'Left' | 'Right') => side(page, name).locator('mark[data-hovered]').first()
const curves = (page: Page) => page.locator('[data-tie]')

/** Reads the Courier's article, and compares it with the one that it has most links with. */
async function compare(page: Page): Promise<void> {
  await ready(page)
  const title = /^Late arrival, not ill will/
  await page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader', { name: title }).click()
  await expect(page.getByRole('article', { name: title })).toBeVisible()
  await page.keyboard.press('Control+5')
  await expect(field(page, 'Left')).toHaveValue(title)
  await expect(field(page, 'Right')).toHaveValue(/^No meeting was planned/)
  await expect(curves(page)).toHaveCount(6)
}

/** How far the active passages of both sides are from standing level, in CSS px. */
async function apart(page: Page): Promise<number> {
  const [left, right] = [await active(page, 'Left').boundingBox(), await active(page, 'Right').boundingBox()]
  return left && right ? Math.abs(left.y - right.y) : Number.POSITIVE_INFINITY
}

test('two articles stand side by side, with the links between them; hovering one lights its ends', async ({
  app: { page },
}) => {
  await compare(page)
  await expect(page.getByText('6 links between these two articles.')).toBeAttached()
  const passage = side(page, 'Left').locator('mark').filter({ hasText: 'has invited his Tarsenian counterpart' })
  await passage.hover()
  await expect(hovered(page, 'Left')).toBeVisible()
  await expect(hovered(page, 'Right')).toContainText('no invitation to Dunmere')
  await expect(page.locator('[data-tie][data-lit]')).not.toHaveCount(0)
})

test('a click on a curve makes both of its ends active and brings them level', async ({ app: { page } }) => {
  await compare(page)
  const lit = page.locator('[data-tie][data-seen="whole"], [data-tie][data-seen="part"]').first()
  await lit.locator('path').last().dispatchEvent('click')
  await expect(active(page, 'Left')).toBeVisible()
  await expect(active(page, 'Right')).toBeVisible()
  await expect.poll(() => apart(page)).toBeLessThan(4)
  await expect(page).toHaveURL(/lh=hl_.*rh=hl_/)
})

test('by keyboard: walk one side, follow a link to the other level with it, follow it back', async ({
  app: { page },
}) => {
  await compare(page)
  await page.keyboard.press('j')
  await expect(active(page, 'Left')).toContainText('has invited')
  await page.keyboard.press('o')
  await page.getByRole('menuitem', { name: /no invitation to Dunmere/ }).press('Enter')
  await expect(active(page, 'Right')).toContainText('no invitation to Dunmere')
  await expect.poll(() => apart(page)).toBeLessThan(4)
  await page.keyboard.press('t')
  await expect(side(page, 'Left')).toBeFocused()
  await page.keyboard.press('j')
  await expect(active(page, 'Left')).not.toContainText('has invited')
  await page.keyboard.press('t')
  await expect(side(page, 'Right')).toBeFocused()
  await page.keyboard.press('o')
  await expect(active(page, 'Left')).toContainText('has invited')
})

test('each side takes any article; the address keeps both, and back returns', async ({ app: { page } }) => {
  await compare(page)
  const before = page.url()
  await field(page, 'Right').fill('forty-five')
  await page.getByRole('option', { name: /forty-five minutes/ }).click()
  await expect(side(page, 'Right').getByRole('article')).toHaveAccessibleName(/forty-five minutes/)
  await page.reload()
  await expect(field(page, 'Right')).toHaveValue(/forty-five minutes/)
  await expect(side(page, 'Left').getByRole('article')).toHaveAccessibleName(/^Late arrival/)
  await page.goBack()
  await expect(page).toHaveURL(before)
  await expect(field(page, 'Right')).toHaveValue(/^No meeting was planned/)
})

test('without articles it says what to do', async ({ app: { page } }) => {
  await ready(page)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: 'No article yet' })).toHaveCount(2)
})
