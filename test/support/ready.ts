import { expect, type Page } from '@playwright/test'

/** Waits until the app has drawn itself: a key pressed before then reaches nobody. */
export async function ready(page: Page): Promise<Page> {
  await expect(page.getByRole('banner')).toBeVisible()
  return page
}
