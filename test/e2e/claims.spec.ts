import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { ready } from '../support/ready'

const list = (page: Page) => page.getByRole('grid', { name: 'Claims', exact: true })
const rows = (page: Page) => list(page).getByRole('row')
const chip = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Show claims that are' }).getByRole('button', { name })
const part = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name, exact: false })
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter claims' })

async function openClaims(page: Page): Promise<void> {
  await ready(page)
  await page.keyboard.press('Control+4')
  await expect(rows(page).first()).toBeVisible()
}

test('one view answers who denies a claim and in which paper, and leads to the passage and back', async ({
  app: { page },
}) => {
  await ready(page)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Claims' }).click()
  await chip(page, /^Denied/).click()
  await expect(page).toHaveURL(/#\/claims\?filter=denied/)
  const row = list(page).getByRole('row', { name: /flatly refused/ })
  await expect(row).toContainText('Denied by Joren Pask in Meridian News Agency, and 2 others')
  await row.click()
  await expect(part(page, 'Told once').getByRole('link', { name: /flatly refused/ })).toBeVisible()
  const denied = part(page, 'Denied by')
  await expect(denied.getByRole('listitem')).toHaveCount(3)
  await expect(denied.getByRole('link', { name: 'Joren Pask' })).toBeVisible()
  await denied.getByRole('listitem').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/article\/art_\w+\?h=hl_/)
  await expect(page.getByRole('banner')).toContainText('foreign ministers do not meet')
  await page.goBack()
  await expect(page).toHaveURL(/filter=denied&claim=hl_\w+&line=hl_/)
  await expect(denied.getByRole('listitem').first().getByRole('link').first()).toBeFocused()
  await expect(denied.getByRole('listitem')).toHaveCount(3)
})

test('is worked by keyboard alone: arrows open dossiers, Enter goes in, Enter on a passage reads it', async ({
  app: { page },
}) => {
  await openClaims(page)
  await expect(rows(page).first()).toBeFocused()
  const heading = page.getByRole('main').getByRole('heading', { level: 2 })
  const first = await heading.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(heading).not.toHaveText(first ?? '')
  await expect(page).toHaveURL(/claim=hl_/)
  await page.keyboard.press('ArrowUp')
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Unchecked' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const passage = part(page, 'Told').getByRole('link').first()
  await expect(passage).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/article\//)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(passage).toBeFocused()
  await rows(page).nth(2).click()
  await expect(heading).not.toHaveText(first ?? '')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(heading).toHaveText(first ?? '')
  await expect(rows(page).first()).toBeFocused()
})

test('filters, sorts and searches in the address, so that back returns and a link shows the same', async ({
  app: { page },
}) => {
  await openClaims(page)
  const all = await page.getByText(/^\d+ claims$/).textContent()
  await chip(page, /^Contested/).click()
  await chip(page, /^Single source/).click()
  await page.getByRole('button', { name: /Sort/ }).click()
  await page.getByRole('option', { name: 'Oldest first' }).click()
  await filter(page).fill('FERRY')
  await expect(page).toHaveURL(/#\/claims\?filter=contested,single-source&sort=oldest&q=FERRY/)
  await expect(page.getByText(/^\d of \d+ claims$/)).toBeVisible()
  const found = await rows(page).allTextContents()
  await page.reload()
  await expect.poll(() => rows(page).allTextContents()).toEqual(found)
  await expect(chip(page, /^Contested/)).toHaveAttribute('aria-pressed', 'true')

  await filter(page).fill('zzzz')
  await expect(page.getByRole('heading', { name: 'No claim stands like this' })).toBeVisible()
  await page.getByRole('button', { name: 'Show every claim' }).click()
  await expect(page.getByText(all ?? '', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(filter(page)).toHaveValue('zzzz')
})

test('goes from a claim to the dossier of the one that contradicts it', async ({ app: { page } }) => {
  await openClaims(page)
  await list(page)
    .getByRole('row', { name: /touched down at 15:10/ })
    .click()
  await part(page, 'Contradicted by').getByRole('link', { name: 'Its dossier' }).first().click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).not.toHaveText(/15:10/)
  await expect(part(page, 'Contradicted by').getByRole('link', { name: /15:10/ })).toBeVisible()
})

test('follows what is tagged and undone elsewhere', async ({ app: { page } }) => {
  await openClaims(page)
  const before = await page.getByText(/^\d+ claims$/).textContent()
  await part(page, 'Told').getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Highlights' })).toBeVisible()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+4')
  await expect(page.getByText(/^\d+ claims$/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(before ?? '')).toBeVisible()
})

test.describe('a desk without claims', () => {
  test.use({ sample: false })

  test('says what will be listed, and where to begin', async ({ app: { page } }) => {
    await ready(page)
    await page.keyboard.press('Control+4')
    await expect(page.getByRole('heading', { name: 'No claims yet' })).toBeVisible()
    await page.getByRole('button', { name: 'Go to the library' }).click()
    await expect(page.getByRole('heading', { name: 'Read papers against each other' })).toBeVisible()
  })
})

test('a verdict with its note and sources is kept, undone and done again, and the list is found by it', async ({
  app,
}) => {
  const { page } = app
  await openClaims(page)
  const row = list(page).getByRole('row', { name: /touched down at 15:10/ })
  await row.click()
  await page.getByRole('radiogroup', { name: 'Verdict' }).getByText('Supported').click()
  await expect(row).toContainText('Supported')
  await page.getByLabel('Why').fill('Two newsrooms saw the record.')
  await page.getByLabel('Sources, one a line').fill('https://records.example/log\nThe airport')
  await page.getByLabel('Why').focus()
  await expect(page.getByRole('link', { name: 'https://records.example/log' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Edit sources of the verdict' }).click()
  await expect(page.getByRole('link', { name: 'https://records.example/log' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Redo: Edit sources of the verdict' }).click()
  await expect(page.getByRole('link', { name: 'https://records.example/log' })).toBeVisible()

  const again = await app.restart()
  await openClaims(again)
  await again.getByRole('button', { name: /Verdict/ }).click()
  await again.getByRole('option', { name: 'Supported' }).click()
  await expect(rows(again)).toHaveCount(1)
  await expect(again.getByLabel('Why')).toHaveValue('Two newsrooms saw the record.')
  await expect(again.getByLabel('Sources, one a line')).toHaveValue('https://records.example/log\nThe airport')
})

test('a claim stays open while it is judged, though its verdict takes it out of the list', async ({
  app: { page },
}) => {
  await openClaims(page)
  await page.getByRole('button', { name: /Verdict/ }).click()
  await page.getByRole('option', { name: 'Unchecked' }).click()
  const heading = page.getByRole('main').getByRole('heading', { level: 2 })
  const words = (await heading.textContent()) ?? ''
  await rows(page).first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Unchecked' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^46 of 47 claims$/)).toBeVisible()
  await expect(heading).toHaveText(words)
  await expect(page.getByRole('radio', { name: 'Supported' })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Why')).toBeFocused()
  await page.keyboard.type('By keyboard.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Undo: Edit note of the verdict' })).toBeVisible()
})
