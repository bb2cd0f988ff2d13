import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

const map = (page: Page) => page.getByRole('application', { name: 'Map of highlights and links' })
const list = (page: Page) => page.getByRole('grid', { name: 'Highlights on the map' })
const links = (page: Page) => page.getByRole('list', { name: 'Its links' }).getByRole('listitem')
const size = (page: Page) => page.getByText(/^[\d,]+ highlights, [\d,]+ links$/)

test('shows what a passage is linked with, follows its links, and is narrowed down in the address', async ({
  app: { page },
}) => {
  await ready(page)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Map' }).click()
  await expect(map(page)).toBeVisible()
  await expect(size(page)).toHaveText('108 highlights, 97 links')
  await list(page)
    .getByRole('row', { name: /the meeting was cancelled because/ })
    .click()
  await expect(page).toHaveURL(/#\/map\?at=hl_/)
  await expect(links(page)).toHaveCount(4)
  await links(page)
    .getByRole('button', { name: /denied by “Nothing was cancelled/ })
    .click()
  await expect(page.getByRole('link', { name: /^“Nothing was cancelled/ })).toBeVisible()
  await expect(links(page).getByRole('button', { name: /^denies the meeting was cancelled/ })).toBeVisible()

  await page.getByRole('group', { name: 'Relations' }).getByRole('button', { name: 'denies' }).click()
  await page.getByRole('button', { name: /Speaker/ }).click()
  await page.getByRole('option', { name: 'Lena Orsolo' }).click()
  await expect(page.getByRole('heading', { name: 'No linked highlight is like this' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/#\/map\?relation=denies&at=hl_/)
  await expect(size(page)).toHaveText(/^\d\d highlights, 18 links$/)
  await page.reload()
  await expect(size(page)).toHaveText(/^\d\d highlights, 18 links$/)
  await page.getByRole('link', { name: 'Open in reader' }).click()
  await expect(page).toHaveURL(/#\/article\/art_\w+\?h=hl_/)
  await page.goBack()
  await expect(map(page)).toBeVisible()
})

test('is worked by keyboard alone: arrows walk the links, Enter reads, and the list has the same', async ({
  app: { page },
}) => {
  await ready(page)
  await page.keyboard.press('Control+6')
  await expect(map(page)).toBeVisible()
  await expect(map(page)).toHaveAttribute('aria-busy', 'false')
  await map(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/at=hl_/)
  const first = page.url()
  await expect(list(page).getByRole('row', { selected: true })).toHaveCount(1)
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
  await expect(page).not.toHaveURL(first)
  await expect(
    page
      .getByRole('log')
      .or(page.getByRole('status'))
      .filter({ hasText: /\d links?\.$/ }),
  ).toHaveCount(1)
  for (const key of ['+', '-', '0']) await page.keyboard.press(key)
  await expect(map(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/article\/art_\w+\?h=hl_/)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(map(page)).toBeVisible()
  await list(page).getByRole('row').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(links(page).first()).toBeVisible()
})
