import type { Page } from '@playwright/test'

/** Waits until the page has been painted: until then Chromium lets keys and clicks go to nobody. */
export async function painted(page: Page): Promise<Page> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  return page
}
