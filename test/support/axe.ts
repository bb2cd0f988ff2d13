import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Every rule in the light theme; in the dark one, where only colours differ, those of contrast.
 * For a desk whose theme is the system's, in a page with reduced motion: nothing may be judged half faded in.
 */
export async function expectNoViolation(page: Page): Promise<void> {
  // Legacy mode opens no page of its own, which Electron could not give it. React Aria's popovers hold hidden buttons that
  // dismiss them, outside of their dialog, and so outside of every landmark: that rule of good practice is left out.
  const axe = () => new AxeBuilder({ page }).setLegacyMode(true)
  expect.soft(found(await axe().disableRules(['region']).analyze()), 'in the light theme').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect.soft(found(await axe().withRules(['color-contrast']).analyze()), 'in the dark theme').toEqual([])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

function found({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] {
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`)
}
