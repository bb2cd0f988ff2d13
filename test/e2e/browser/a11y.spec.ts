import { expect, type Page } from '@playwright/test'
import { test } from '../../support/app'
import { expectNoViolation } from '../../support/axe'
import { dropFiles, textFile } from '../../support/fixture-texts'
import { openArticle, selectWords } from '../../support/reading'

const table = (page: Page) => page.getByRole('grid', { name: 'Articles', exact: true })

type Place = { readonly name: string; readonly open: (page: Page) => Promise<unknown> }

/** Every view and what opens over it, and how a user gets there from the library. Its code may still be on its way when it is asked for: each waits for what it shows. */
const VIEWS: readonly Place[] = [
  { name: 'library', open: async () => undefined },
  {
    name: 'library with a selection and a toast',
    open: async (page) => {
      const boxes = table(page).getByRole('gridcell').getByRole('checkbox')
      await boxes.first().check({ force: true })
      await page.keyboard.press('Delete')
      await boxes.nth(1).check({ force: true })
    },
  },
  {
    name: 'library without a hit',
    open: (page) => page.getByRole('searchbox', { name: 'Filter articles' }).fill('zzzz'),
  },
  {
    name: 'claims',
    open: async (page) => {
      await page.keyboard.press('Control+4')
      await expect(page.getByRole('heading', { name: /^Denied by/ })).toBeVisible()
      await page.getByRole('button', { name: /^Denied/ }).click()
      await page.getByText('Disputed').last().click()
      await page.getByLabel('Sources, one a line').fill('https://records.example')
      await page.getByLabel('Why').focus()
      await expect(page.getByRole('link', { name: 'https://records.example' })).toBeVisible()
    },
  },
  {
    name: 'agreement',
    open: async (page) => {
      await openArticle(page, 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum')
      await selectWords(page, 'withdrawn at 16:05')
      await page.keyboard.press('d')
      await page.keyboard.press('Control+9')
      await expect(page.getByRole('region', { name: 'The disagreement' })).toBeVisible()
    },
  },
  {
    name: 'claims without a hit',
    open: async (page) => {
      await page.keyboard.press('Control+4')
      await page.getByRole('searchbox', { name: 'Filter claims' }).fill('zzzz')
    },
  },
  {
    name: 'comparison',
    open: async (page) => {
      await table(page).getByRole('rowheader').first().click()
      await expect(page.getByRole('article').first()).toBeVisible()
      await page.keyboard.press('Control+5')
      await expect(page.locator('[data-tie]').first()).toBeAttached()
      await page.keyboard.press('j')
      await page.keyboard.press('n')
      await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
    },
  },
  {
    name: 'comparison of three, and a link that is being made',
    open: async (page) => {
      await page.keyboard.press('Control+5')
      await page.getByRole('button', { name: 'Third article' }).click()
      await page.getByRole('option').first().click()
      await page.getByRole('region', { name: 'Left article' }).focus()
      await page.keyboard.press('j')
      await page.keyboard.press('l')
      await page.keyboard.press('j')
    },
  },
  {
    name: 'links between compared articles',
    open: async (page) => {
      await page.keyboard.press('Control+5')
      await page.getByRole('button', { name: /^\d+ links/ }).click()
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'comparison without articles',
    open: async (page) => {
      await page.evaluate(() => {
        window.location.hash = '#/compare'
      })
      await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeAttached()
    },
  },
  {
    name: 'search',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+F')
      await page.keyboard.type('minister publisher:herald date:soon')
      await expect(page.getByRole('grid', { name: 'Found' }).getByRole('row').nth(2)).toBeVisible()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await page.keyboard.press('Control+2')
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'article',
    open: async (page) => {
      await table(page).getByRole('rowheader').first().click()
      await expect(page.getByRole('article').first()).toBeVisible()
    },
  },
  { name: 'menu', open: (page) => page.getByRole('button', { name: 'Menu', exact: true }).click() },
  { name: 'save state', open: (page) => page.getByRole('button', { name: /^Save state/ }).click() },
]

const DIALOGS: readonly Place[] = [
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
  { name: 'web page', open: (page) => page.keyboard.press('Control+Shift+o') },
  {
    name: 'columns',
    open: async (page) => {
      await dropFiles(page, [{ name: 'table.csv', text: 'Kopf,Worte\nFerry saved,The board voted on Tuesday.\n' }])
      await page.getByRole('button', { name: 'Choose the columns of table.csv…' }).click()
      await expect(page.getByRole('dialog', { name: 'Columns of table.csv' })).toBeVisible()
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
      await table(page).getByRole('rowheader').first().click()
      await page.getByRole('button', { name: 'Menu', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Edit article details…' }).click()
      await page.getByLabel('Address').fill('nowhere')
    },
  },
]

// Nothing may be judged half faded in.
test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing wrong with any view', ({ app: { page } }) => visit(page, VIEWS))
test('axe finds nothing wrong with any dialog', ({ app: { page } }) => visit(page, DIALOGS))

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

/** One app for all of them: each is reached from a fresh page, but starting a shell for each would take minutes. */
async function visit(page: Page, places: readonly Place[]): Promise<void> {
  test.slow()
  for (const { name, open } of places) {
    await test.step(name, async () => {
      await page.goto(page.url().replace(/#.*$/, ''))
      await page.reload()
      await expect(table(page).getByRole('rowheader').first()).toBeVisible()
      await open(page)
      await expectNoViolation(page)
    })
  }
}
