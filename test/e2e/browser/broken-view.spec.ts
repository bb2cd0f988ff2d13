import { expect } from '@playwright/test'
import { test } from '../../support/app'

test.use({ tolerate: /timeline-view/ })

test('a view whose code cannot be read says so, the rest of the window goes on, and a reload mends it', async ({
  app: { page },
}) => {
  await page.route(/timeline-view.*\.js$/, (route) => route.abort())
  await page.keyboard.press('Control+7')
  await expect(page.getByRole('heading', { name: 'This view cannot be shown' })).toBeVisible()
  await page.getByRole('button', { name: 'Go to the library' }).click()
  await expect(page.getByRole('grid', { name: 'Articles', exact: true })).toBeVisible()
  await page.unroute(/timeline-view.*\.js$/)
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Reload', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible()
})
