import { expect } from '@playwright/test'
import { test } from '../../support/app'
import { active, COURIER, chosen, compare, expectLevel, HERALD, side } from '../../support/comparing'
import { heading, openArticle } from '../../support/reading'
import { ready } from '../../support/ready'

test('a third article stands beside the two, each link is followed to its side, and a removed one comes back by undo', async ({
  app: { page },
}) => {
  await compare(page)
  await page.getByRole('button', { name: 'Third article' }).click()
  await page.getByRole('option', { name: /^Tarsenia, Corvany foreign ministers/ }).click()
  await expect(side(page, 'Right').getByRole('article', { name: /^Tarsenia/ })).toBeVisible()
  await expect(chosen(page, 'Middle')).toHaveValue(HERALD)
  await expect(page).toHaveURL(/left=art_.*middle=art_.*right=art_/)
  await page.getByRole('button', { name: /^\d+ links/ }).click()
  await page.getByRole('option', { name: /relates to/ }).click()
  await expectLevel(page)

  await side(page, 'Middle').getByRole('article').first().click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Remove article')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'This article was removed' })).toBeVisible()
  await expect(side(page, 'Right').getByRole('article', { name: /^Tarsenia/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(side(page, 'Middle').getByRole('article', { name: HERALD })).toBeVisible()

  await page.getByRole('button', { name: 'Close the middle article' }).click()
  await expect(chosen(page, 'Right')).toHaveValue(/^Tarsenia/)
  await page.goBack()
  await expect(chosen(page, 'Middle')).toHaveValue(HERALD)
})

test('it is opened from a link’s menu, from a dossier, and from an article that asks for another', async ({
  app: { page },
}) => {
  await ready(page)
  await openArticle(page, 'Late arrival, not ill will, kept ministers apart, Velmar says')
  await heading(page, /has invited/).click()
  await page.getByRole('button', { name: /^Change link: denied by “no invitation/ }).click()
  await page.getByRole('menuitem', { name: 'Compare side by side' }).click()
  await expect(active(page, 'Right')).toContainText('no invitation to Dunmere')
  await expectLevel(page)

  await page.keyboard.press('Control+4')
  await page
    .getByRole('link', { name: /^Compare with/ })
    .first()
    .click()
  await expect(active(page, 'Left')).toBeVisible()
  await expectLevel(page)

  await openArticle(page, 'Late arrival, not ill will, kept ministers apart, Velmar says')
  await page.keyboard.press('Shift+C')
  await expect(chosen(page, 'Right')).toBeFocused()
  await expect(page.getByRole('option').first()).toContainText('6 links')
  await page.keyboard.press('Escape')
  await expect(chosen(page, 'Left')).toHaveValue(COURIER)
})
