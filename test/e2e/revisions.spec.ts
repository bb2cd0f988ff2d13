import { expect } from '@playwright/test'
import { test } from '../support/app'
import { addArticle, card, openArticle, openCard, selectWords, text } from '../support/reading'
import { aboutText, NEW, OLD, panel, revise, sinceText, TITLE } from '../support/revising'

test('a new text shows what it changes before it is added, and its highlights after', async ({ app: { page } }) => {
  await revise(page, ...NEW)
  const dialog = page.getByRole('dialog', { name: 'New revision' })
  await expect(dialog.getByText('2 highlights found, 1 needs a look')).toBeVisible()
  const changes = dialog.getByRole('list', { name: 'Changes by paragraph' })
  await expect(changes.getByRole('listitem').filter({ hasText: 'independent inquiry' })).toContainText('Changed')
  await expect(changes.locator('ins').filter({ hasText: 'on Saturday' })).toBeVisible()
  await expect(changes.locator('del').filter({ hasText: 'main' })).toBeVisible()
  const found = dialog.getByRole('list', { name: 'Highlights in the new text' }).getByRole('listitem')
  await expect(found.first()).toContainText('needs a look')
  await expect(found.filter({ hasText: 'called that statement careless' })).toContainText('found by diff, 100 %')
  await dialog.getByRole('button', { name: 'Add revision' }).click()

  await expect(dialog).toBeHidden()
  await expect(text(page)).toContainText('two dockers were slightly injured')
  await expect(panel(page)).toBeVisible()
  await card(page, /called that statement careless/)
    .getByRole('button')
    .first()
    .click()
  await expect(openCard(page)).toContainText('found by diff, 100 %')

  await page.keyboard.press('Control+z')
  await expect(text(page)).toContainText('nobody had been hurt')
  await expect(panel(page)).toBeHidden()
  await expect(page.getByText('Changes since')).toBeHidden()
})

test('with the mouse, a highlight without a place is put where it is proposed', async ({ app: { page } }) => {
  await revise(page, ...NEW)
  await page.getByRole('button', { name: 'Add revision' }).click()
  await expect(panel(page)).toContainText('nobody had been hurt')
  await expect(panel(page).getByRole('radio')).toHaveCount(1)
  await panel(page).getByRole('button', { name: 'Put it here' }).click()
  await expect(panel(page)).toBeHidden()
  await expect(openCard(page)).toContainText('two dockers were slightly injured')
  await expect(openCard(page)).toContainText('put here by hand')
})

test('with the mouse, it is put on words that are selected', async ({ app: { page } }) => {
  await revise(page, ...NEW)
  await page.getByRole('button', { name: 'Add revision' }).click()
  await expect(panel(page)).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Put it on the selected words' })).toBeDisabled()
  await selectWords(page, 'all work would go on')
  await panel(page).getByRole('button', { name: 'Put it on the selected words' }).click()
  await expect(openCard(page)).toContainText('all work would go on')
})

test('with the keyboard, it is kept with the old text, and shown there', async ({ app: { page } }) => {
  await revise(page, ...NEW)
  await expect(page.getByRole('button', { name: 'Add revision' })).toBeEnabled()
  await page.getByRole('button', { name: 'Add revision' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await page.keyboard.press('w')
  await expect(panel(page)).toBeFocused()
  await page.goBack()
  await expect(panel(page)).toBeHidden()
  await page.goForward()
  await expect(panel(page)).toBeFocused()
  const keep = panel(page).getByRole('button', { name: 'Keep with the old text' })
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    if (await keep.evaluate((button) => button === document.activeElement)) break
  }
  await expect(keep).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toBeHidden()
  await expect(card(page, /nobody had been hurt/)).toHaveCount(0)

  await aboutText(page).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /Revision 1/ }).press('Enter')
  await expect(page.getByText('You are reading an older text.')).toBeVisible()
  await expect(card(page, /nobody had been hurt/)).toBeVisible()
  await expect(card(page, /called that statement careless/)).toBeVisible()
  await selectWords(page, 'reporters')
  await page.keyboard.press('c')
  await expect(page.getByRole('article', { name: /Claim: “reporters”/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the newest' }).click()
  await expect(text(page)).toContainText('two dockers were slightly injured')
})

test('the reader shows what changed since another revision, also after a restart', async ({ app }) => {
  await revise(app.page, ...NEW)
  await app.page.getByRole('button', { name: 'Add revision' }).click()
  await expect(panel(app.page)).toBeVisible()
  const page = await app.restart()
  await openArticle(page, TITLE)
  await sinceText(page).click()
  await page.getByRole('option', { name: /Revision 1/ }).click()
  await expect(text(page).locator('ins').filter({ hasText: 'on Saturday' })).toBeVisible()
  await expect(text(page).locator('del').filter({ hasText: 'nobody had been hurt' })).toBeVisible()
  await sinceText(page).click()
  await page.getByRole('option', { name: 'not shown' }).click()
  await expect(text(page).locator('ins, del')).toHaveCount(0)
})

test('a paragraph is marked as aside and folded; undo makes it part of the article again', async ({
  app: { page },
}) => {
  await addArticle(page, OLD, TITLE)
  await expect(text(page)).toContainText('independent inquiry')
  const fold = page.getByRole('button', { name: /not part of the article/ })
  const before = await fold.count()
  await selectWords(page, 'independent inquiry')
  await page.getByRole('button', { name: 'Mark paragraph as aside, or as part of the article' }).click()
  await expect(text(page).getByText('independent inquiry')).toBeHidden()
  await expect(fold.first()).toHaveAttribute('aria-expanded', 'false')
  await fold.first().click()
  await expect(text(page).getByText('independent inquiry')).toBeVisible()
  await page.keyboard.press('f')
  await page.keyboard.press('f')
  await page.keyboard.press('Control+z')
  await expect(text(page).getByText('independent inquiry')).toBeVisible()
  await expect(fold).toHaveCount(before)

  // In caret mode the paragraph of the caret is meant.
  await page.keyboard.press('v')
  await page.keyboard.press('x')
  await expect(fold).toHaveCount(before + 1)
})
