import { expect, type Locator, type Page } from '@playwright/test'
import { ready } from './ready'

export type SideName = 'Left' | 'Middle' | 'Right'

export const side = (page: Page, name: SideName): Locator =>
  page.getByRole('region', { name: `${name} article`, exact: true })
export const chosen = (page: Page, name: SideName): Locator => page.getByRole('combobox', { name: `${name} article` })
export const active = (page: Page, name: SideName): Locator => side(page, name).locator('mark[data-active]').first()
export const passage = (page: Page, name: SideName, words: string): Locator =>
  side(page, name).locator('mark').filter({ hasText: words }).first()
export const linksButton = (page: Page, links: number): Locator =>
  page.getByRole('button', { name: `${links} link`, exact: false })

export const COURIER = /^Late arrival, not ill will/
export const HERALD = /^No meeting was planned/

/** Reads the Courier's article, and compares it with the one that it has most links with. */
export async function compare(page: Page, by: 'mouse' | 'keyboard'): Promise<void> {
  await ready(page)
  await page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader', { name: COURIER }).click()
  await expect(page.getByRole('article', { name: COURIER })).toBeVisible()
  if (by === 'keyboard') await page.keyboard.press('Control+5')
  else await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Compare' }).click()
  await expect(chosen(page, 'Left')).toHaveValue(COURIER)
  await expect(chosen(page, 'Right')).toHaveValue(HERALD)
  await expect(linksButton(page, 6)).toBeEnabled()
}

/** Waits until the active passages of both sides stand level. */
export async function expectLevel(page: Page): Promise<void> {
  await expect(active(page, 'Left')).toBeInViewport()
  await expect(active(page, 'Right')).toBeInViewport()
  const apart = async () => {
    const [left, right] = [await active(page, 'Left').boundingBox(), await active(page, 'Right').boundingBox()]
    return left && right ? Math.abs(left.y - right.y) : Number.POSITIVE_INFINITY
  }
  await expect.poll(apart).toBeLessThan(4)
}
