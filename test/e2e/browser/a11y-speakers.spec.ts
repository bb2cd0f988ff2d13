import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from '../../support/app'
import { ready } from '../../support/ready'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html }) => html.slice(0, 200)),
  }))

for (const colorScheme of ['light', 'dark'] as const) {
  test(`speakers, merging them and a selection of highlights pass axe, ${colorScheme}`, async ({ app: { page } }) => {
    await ready(page)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.keyboard.press('Control+8')
    await expect(page.getByRole('heading', { level: 2, name: 'Joren Pask' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByRole('heading', { name: 'Merge 2 speakers into one?' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+4')
    await page.getByRole('grid', { name: 'Claims', exact: true }).getByRole('checkbox').nth(1).click()
    await expect(page.getByRole('region', { name: 'Selected highlights' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Link to…' }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}
