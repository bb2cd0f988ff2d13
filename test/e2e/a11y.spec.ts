import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { dropFiles, textFile } from '../support/fixture-texts'

/** Every place of the app, and how a user gets there from the library. */
const PLACES: readonly { readonly name: string; readonly open: (page: Page) => Promise<unknown> }[] = [
  { name: 'library', open: async () => undefined },
  {
    name: 'library with a selection and a toast',
    open: async (page) => {
      const boxes = page
        .getByRole('grid', { name: 'Articles', exact: true })
        .getByRole('gridcell')
        .getByRole('checkbox')
      await boxes.first().check({ force: true })
      await page.keyboard.press('Delete')
      await boxes.nth(1).check({ force: true })
    },
  },
  {
    name: 'library without a hit',
    open: (page) => page.getByRole('searchbox', { name: 'Filter articles' }).fill('zzzz'),
  },
  { name: 'history', open: (page) => page.keyboard.press('Control+2') },
  {
    name: 'article',
    open: (page) => page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader').first().click(),
  },
  { name: 'menu', open: (page) => page.getByRole('button', { name: 'Menu', exact: true }).click() },
  { name: 'save state', open: (page) => page.getByRole('button', { name: /^Save state/ }).click() },
  { name: 'palette', open: (page) => page.keyboard.press('Control+k') },
  {
    name: 'palette with a query',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('the')
    },
  },
  { name: 'shortcuts', open: (page) => page.keyboard.press('?') },
  { name: 'settings', open: (page) => page.keyboard.press('Control+,') },
  {
    name: 'paste',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+v')
      await page.getByLabel('Text of the article').fill((await textFile('harbour-page.txt')).text)
      await expect(page.getByRole('dialog').getByLabel('Title')).toHaveValue(/./)
    },
  },
  {
    name: 'add',
    open: async (page) => {
      await dropFiles(page, [await textFile('harbour-urdu.txt'), { name: 'broken.txt', text: '\u0000' }])
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'export',
    open: async (page) => {
      await page.keyboard.press('Control+e')
      await page.getByText('Chosen articles').click()
    },
  },
  {
    name: 'import',
    open: (page) => dropFiles(page, [{ name: 'desk.json', text: '{}' }]),
  },
  {
    name: 'details',
    open: async (page) => {
      await page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader').first().click()
      await page.getByRole('button', { name: 'Menu', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Edit article details…' }).click()
      await page.getByLabel('Address').fill('nowhere')
    },
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    // Nothing may be judged half faded in.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    for (const { name, open } of PLACES) {
      test(`axe finds nothing wrong with: ${name}`, async ({ app: { page } }) => {
        await expect(
          page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('rowheader').first(),
        ).toBeVisible()
        await open(page)
        await expectNoViolation(page)
      })
    }
  })
}

test.describe('on a first run', () => {
  test.use({ annotator: null, sample: false })

  test('axe finds nothing wrong with: the question for a name, and the empty library', async ({ app: { page } }) => {
    await expect(page.getByRole('dialog', { name: 'Who is annotating?' })).toBeVisible()
    await expectNoViolation(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectNoViolation(page)
  })
})

async function expectNoViolation(page: Page): Promise<void> {
  // Legacy mode opens no page of its own, which Electron could not give it.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`)
  expect(found).toEqual([])
}
