import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { expectNoViolation } from '../../support/axe'
import { side } from '../../support/comparing'
import { text } from '../../support/reading'
import { aboutText, NEW, panel, revise, sinceText } from '../../support/revising'

test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing wrong with the dialog, the panel, the changes and the older text', async ({
  app: { page },
}) => {
  await revise(page, ...NEW)
  await expect(page.getByText('2 highlights found, 1 needs a look')).toBeVisible()
  await expectNoViolation(page)
  await page.getByRole('button', { name: 'Add revision' }).click()
  await expect(panel(page).getByRole('radio')).toHaveCount(1)
  // A side of a comparison has no queue: its button goes to where there is one.
  await page.keyboard.press('Control+5')
  await side(page, 'Left').getByRole('button', { name: 'Check' }).click()
  await expect(panel(page).getByRole('radio')).toHaveCount(1)
  await sinceText(page).click()
  await page.getByRole('option', { name: /Revision 1/ }).click()
  await expect(text(page).locator('ins').first()).toBeVisible()
  await expectNoViolation(page)
  await aboutText(page).click()
  await page.getByRole('option', { name: /Revision 1/ }).click()
  await expect(page.getByText('You are reading an older text.')).toBeVisible()
  await expectNoViolation(page)
})
