import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from '../../support/app'
import { ready } from '../../support/ready'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('axe finds nothing wrong with the map', async ({ app: { page } }) => {
      await ready(page)
      await page.keyboard.press('Control+6')
      await page.getByRole('grid', { name: 'Highlights on the map' }).getByRole('row').nth(6).click()
      await expect(page.getByRole('list', { name: 'Its links' })).toBeVisible()
      await expectNoViolation(page)
    })

    test('axe finds nothing wrong with the timeline', async ({ app: { page } }) => {
      await ready(page)
      await page.keyboard.press('Control+7')
      await expect(page.getByRole('list', { name: 'The story by date' })).toBeVisible()
      await expectNoViolation(page)
      await page.getByRole('group', { name: 'Articles by publisher and date' }).getByRole('button').first().click()
      await expect(page.getByRole('list', { name: /^Highlights of/ })).toBeVisible()
      await expectNoViolation(page)
    })
  })
}

test('the timeline is saved as a picture of its own: colours for tokens, the story in words, and as PNG', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+7')
  await expect(page.getByRole('list', { name: 'The story by date' })).toBeVisible()
  const svg = (await savePicture(page, /^SVG/)).toString('utf8')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(svg).toContain('First said by')
  expect(svg).not.toContain('var(')
  const png = await savePicture(page, /^PNG/)
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000)
})

test('the map is saved as a picture of its own', async ({ app: { page } }) => {
  await ready(page)
  await page.keyboard.press('Control+6')
  await expect(page.getByRole('application')).toHaveAttribute('aria-busy', 'false')
  const svg = (await savePicture(page, /^SVG/)).toString('utf8')
  expect(svg).toContain('the meeting was cancelled because')
  expect(svg.match(/<circle /g)).toHaveLength(5)
  expect(svg).not.toContain('var(')
  const png = await savePicture(page, /^PNG/)
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000)
})

test('where the browser starts no thread, the list stands for the map until trying again draws it', async ({
  app: { page },
}) => {
  await ready(page)
  await page.evaluate(() => {
    const Given = window.Worker
    window.Worker = class {
      constructor() {
        window.Worker = Given
        throw new Error('No thread is to be had.')
      }
    } as unknown as typeof Worker
  })
  await page.keyboard.press('Control+6')
  await expect(page.getByRole('alert')).toContainText('The map could not be arranged')
  await expect(page.getByRole('grid', { name: 'Highlights on the map' })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('application')).toBeFocused()
})

async function savePicture(page: Page, kind: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Save picture' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: kind }).click()
  return readFile(await (await coming).path())
}

async function expectNoViolation(page: Page): Promise<void> {
  // As in a11y.spec.ts: popovers hold hidden buttons outside of every landmark.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).disableRules(['region']).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`)
  expect.soft(found).toEqual([])
}
