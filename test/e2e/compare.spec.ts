import { expect } from '@playwright/test'
import { test } from '../support/app'
import { active, COURIER, chosen, compare, expectLevel, HERALD, linksButton, passage, side } from '../support/comparing'

test('by mouse: hover lights both ends, a curve brings them level, a drag links, and all is there after a restart', async ({
  app,
}) => {
  const { page } = app
  await compare(page, 'mouse')

  await passage(page, 'Left', 'has invited his Tarsenian counterpart').hover()
  await expect(side(page, 'Right').locator('mark[data-lit]').first()).toContainText('no invitation to Dunmere')

  await page.locator('path[data-shape="whole"]').first().dispatchEvent('click')
  await expectLevel(page)
  await expect(page).toHaveURL(/lh=hl_.*rh=hl_/)

  await active(page, 'Left').hover()
  await page.mouse.down()
  const target = await passage(page, 'Right', 'spokeswoman Lena Orsolo said').boundingBox()
  if (!target) throw new Error('The passage is not in view.')
  await page.mouse.move(target.x + 20, target.y + 8, { steps: 12 })
  await expect(side(page, 'Right').locator('mark[data-hovered]').first()).toBeVisible()
  await page.mouse.up()
  const joining = page.getByRole('dialog', { name: 'Link these two' })
  await expect(joining).toBeVisible()
  await page.keyboard.press('7')
  await expect(joining.getByRole('radio', { name: 'relates to' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(linksButton(page, 7)).toBeEnabled()

  const separator = page.getByRole('separator', { name: 'Width of the left article' })
  const box = await separator.boundingBox()
  if (!box) throw new Error('There is no separator.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 30]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 120, y, { steps: 4 })
  await page.mouse.up()
  const width = Number(await separator.getAttribute('aria-valuenow'))
  expect(width).toBeLessThan(45)
  await page.getByRole('button', { name: 'Swap left and right' }).click()
  await expect(chosen(page, 'Left')).toHaveValue(HERALD)
  await expect(chosen(page, 'Right')).toHaveValue(COURIER)
  // What is remembered is written a moment after the last change.
  await page.waitForTimeout(900)

  const next = await app.restart()
  await next.keyboard.press('Control+5')
  await expect(chosen(next, 'Left')).toHaveValue(HERALD)
  await expect(chosen(next, 'Right')).toHaveValue(COURIER)
  await expect(next.getByRole('separator')).toHaveAttribute('aria-valuenow', String(width))
})

test('by keyboard: walk, follow and return, link by the other side’s keys, read the list of links, write a note', async ({
  app: { page },
}) => {
  await compare(page, 'keyboard')
  await page.keyboard.press('j')
  await expect(active(page, 'Left')).toContainText('has invited')
  await page.keyboard.press('o')
  await page.getByRole('menuitem', { name: /no invitation to Dunmere/ }).press('Enter')
  await expect(active(page, 'Right')).toContainText('no invitation to Dunmere')
  await expectLevel(page)
  await expect(side(page, 'Right')).toBeFocused()
  await page.keyboard.press('t')
  await expect(side(page, 'Left')).toBeFocused()

  await page.keyboard.press('l')
  await expect(page.getByText('Link Claim')).toBeVisible()
  await expect(side(page, 'Right')).toBeFocused()
  await page.keyboard.press('k')
  await expect(active(page, 'Right')).not.toContainText('no invitation')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Link these two' })).toBeVisible()
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await expect(linksButton(page, 7)).toBeEnabled()

  await page.keyboard.press('i')
  const list = page.getByRole('listbox', { name: '7 links between these articles' })
  await list.getByRole('option', { name: /“no such meeting had ever been planned” denies/ }).press('Enter')
  await expect(active(page, 'Right')).toContainText('no such meeting')
  await expectLevel(page)

  await page.keyboard.press('n')
  const note = side(page, 'Left').getByLabel('Note', { exact: true })
  await expect(note).toBeFocused()
  await note.fill('Set against the other paper.')
  await page.keyboard.press('Control+Enter')
  await expect(side(page, 'Left').getByText('has a note')).toBeAttached()
  await page.getByRole('separator').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByRole('separator')).toHaveAttribute('aria-valuenow', '60')
})
