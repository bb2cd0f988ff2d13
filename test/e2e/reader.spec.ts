import { expect, type Page } from '@playwright/test'
import { test } from '../support/app'
import { dropFiles } from '../support/fixture-texts'
import { addArticle, expectActive, openArticle, openCard, selectWords, text } from '../support/reading'
import { ready } from '../support/ready'

const MERIDIAN = 'Tarsenia, Corvany foreign ministers do not meet at Straits Forum'
const TALKS = 'The programme showed both. The entry was withdrawn at noon, said the office. It did not say why.'
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Tag selection' })
const passages = (page: Page, words: string) => text(page).locator('mark').filter({ hasText: words })

/** The words of the active passage, as the text shows them. */
const activeWords = (page: Page) =>
  text(page).evaluate((root) => {
    const id = root.querySelector<HTMLElement>('mark[data-active]')?.dataset.highlightId
    return [...root.querySelectorAll(`mark[data-highlight-id="${id}"]`)].map((mark) => mark.textContent).join('')
  })

async function dragHandle(page: Page, name: string, to: string): Promise<void> {
  const knob = await page.getByRole('slider', { name }).boundingBox()
  const at = await text(page).evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const place = node.textContent?.indexOf(words) ?? -1
      if (place === -1) continue
      const range = document.createRange()
      range.setStart(node, place)
      range.setEnd(node, place + words.length)
      const { right, top, height } = range.getBoundingClientRect()
      return { x: right, y: top + height / 2 }
    }
    throw new Error(`The article does not say “${words}” in one piece.`)
  }, to)
  if (!knob) throw new Error(`There is no handle "${name}".`)
  const isEnd = name.startsWith('End')
  const grip = { x: knob.x, y: isEnd ? knob.y + knob.height + 4 : knob.y - 4 }
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 1, at.y + (grip.y - knob.y - knob.height / 2), { steps: 8 })
  await page.mouse.up()
}

test.describe('the reader', () => {
  test('tags a selection from the bar beside it', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await expect(bar(page)).toBeHidden()
    await selectWords(page, 'It did not say which')
    await expect(bar(page)).toBeInViewport()
    await bar(page).getByRole('button', { name: 'Tag as denial' }).click()
    await expectActive(page, 'Denial: “It did not say which”.')
    await expect(bar(page)).toBeHidden()
    await expect.poll(() => activeWords(page)).toBe('It did not say which')
  })

  test('tags a selection by key, reaches the bar by Tab, and lets go of a selection on Escape', async ({
    app: { page },
  }) => {
    await openArticle(page, MERIDIAN)
    await selectWords(page, 'It did not say which')
    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
    await selectWords(page, 'It did not say which')
    await page.keyboard.press('Tab')
    await expect(bar(page).getByRole('button', { name: 'Tag as claim' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expectActive(page, 'Attribution: “It did not say which”.')
    await selectWords(page, 'The entry was withdrawn at 16:05')
    await page.keyboard.press('c')
    await expectActive(page, 'Claim: “The entry was withdrawn at 16:05”.')
  })

  test('takes the words that are selected at the moment of the key, whatever the page has yet to hear of them', async ({
    app: { page },
  }) => {
    await addArticle(page, TALKS, 'Talks')
    await openArticle(page, 'Talks')
    await selectWords(page, 'The entry was withdrawn at noon')
    // Within what is selected: the browser would drag the words instead of selecting anew.
    await selectWords(page, 'withdrawn')
    await page.keyboard.press('c')
    await expectActive(page, 'Claim: “withdrawn”.')
    // In one task: the browser tells of a selection only in the next.
    await text(page).evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const first = walker.nextNode()
      document.getSelection()?.setBaseAndExtent(first ?? root, 0, first ?? root, 'The programme'.length)
      // The second letter comes before the desk can have answered the first.
      for (const key of ['d', 'n']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    })
    await expectActive(page, 'Denial: “The programme”.')
    await expect(openCard(page).getByRole('textbox', { name: 'Note' })).toBeFocused()
    await expect(passages(page, 'withdrawn')).toHaveAttribute('data-tag', 'claim')
  })

  test('snaps a sloppy selection to whole characters without the space around them', async ({ app: { page } }) => {
    await addArticle(page, 'A family 👩‍👩‍👧 and a flag 🇱🇻 were in the picture of the day.', 'Signs')
    await openArticle(page, 'Signs')
    await selectWords(page, ' a flag \u{1f1f1}')
    await page.keyboard.press('c')
    await expect.poll(() => activeWords(page)).toBe('a flag 🇱🇻')
  })

  test('shows nested and overlapping passages one on another, and offers the members of a stack', async ({
    app: { page },
  }) => {
    await addArticle(page, TALKS, 'Talks')
    await openArticle(page, 'Talks')
    await selectWords(page, 'The entry was withdrawn at noon')
    await page.keyboard.press('c')
    await selectWords(page, 'withdrawn')
    await page.keyboard.press('d')
    await expectActive(page, 'Denial: “withdrawn”.')
    const [inner, outer] = [passages(page, 'withdrawn').last(), passages(page, 'withdrawn').first()]
    await expect(inner).toHaveAttribute('data-tag', 'denial')
    await expect(outer).toHaveAttribute('data-tag', 'claim')
    expect(await inner.getAttribute('data-level')).not.toBe(await outer.getAttribute('data-level'))

    await page.keyboard.press('Escape')
    await inner.click()
    const menu = page.getByRole('menu', { name: 'Highlights here' })
    await expect(menu.getByRole('menuitemradio')).toHaveCount(2)
    await expectActive(page, 'Denial: “withdrawn”.')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(menu).toBeHidden()
    await expectActive(page, /^Claim: “The entry was withdrawn/)

    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await inner.click()
    await inner.click()
    await expectActive(page, /^Claim: “The entry was withdrawn/)
  })

  test('moves the edges of the active passage by dragging them', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await selectWords(page, 'The entry was')
    await page.keyboard.press('c')
    await expectActive(page, /^Claim: “The entry was”/)
    await dragHandle(page, 'End of highlight', 'withdrawn at 16:05')
    await expectActive(page, /^Claim: “The entry was withdrawn at 16:05”/)
    // Well before the middle of the word: the nearer edge is taken.
    await dragHandle(page, 'Start of highlight', 'The en')
    await expectActive(page, /^Claim: “entry was withdrawn at 16:05”/)
  })

  test('moves the edges by key as fast as keys come, and takes each step back', async ({ app: { page } }) => {
    await addArticle(page, TALKS, 'Talks')
    await openArticle(page, 'Talks')
    await selectWords(page, 'The entry was')
    await page.keyboard.press('c')
    await expectActive(page, /^Claim: “The entry was”/)
    for (let i = 0; i < 3; i++) await page.keyboard.press(']')
    await expectActive(page, /^Claim: “The entry was withdrawn at noon”/)
    await page.keyboard.press('[')
    await page.keyboard.press('}')
    await expectActive(page, /^Claim: “entry was withdrawn at/)
    await page.keyboard.press('Alt+]')
    await expectActive(page, /^Claim: “entry was withdrawn at n”/)
    await page.keyboard.press('Control+z')
    await expectActive(page, /^Claim: “entry was withdrawn at”/)
  })

  test('deletes a highlight and brings it back, and keeps it over a reload', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    await selectWords(page, 'It did not say which')
    await page.keyboard.press('c')
    await expect(passages(page, 'It did not say which')).toHaveCount(1)
    await page.keyboard.press('Delete')
    await expect(passages(page, 'It did not say which')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(passages(page, 'It did not say which')).toHaveCount(1)
    await page.reload()
    await expect(passages(page, 'It did not say which')).toHaveCount(1)
  })

  test('opens a link of the article only when that is asked for', async ({ app: { page } }) => {
    await openArticle(page, MERIDIAN)
    const before = page.url()
    const link = text(page).getByTitle(/example\.org/)
    await link.click()
    expect(new URL(page.url()).origin).toBe(new URL(before).origin)
    expect(page.context().pages()).toHaveLength(1)
  })

  test('opens, scrolls and prints an article of a hundred thousand words', async ({ app: { page } }) => {
    test.slow()
    const line = 'The minister said nothing about the talks and went on to the ferry. '.repeat(6)
    // Each begins in its own way: a paragraph that repeats another is folded away as an aside.
    const paragraphs = Array.from({ length: 1_280 }, (_, day) => `On day ${day}, no news. ${line}\n\n`)
    await ready(page)
    await dropFiles(page, [{ name: 'long.txt', text: `${paragraphs.join('')}The last words of all.` }])
    await page.getByRole('dialog').getByLabel('Title').fill('Long')
    await page.getByRole('button', { name: 'Add 1 article' }).click()
    await expect(page.getByRole('article', { name: 'Long', exact: true })).toBeVisible({ timeout: 15_000 })
    await selectWords(page, 'The last words of all')
    await page.keyboard.press('c')
    await expectActive(page, /The last words of all/)
    await page.keyboard.press('Escape')
    await page.mouse.move(500, 400)
    await page.mouse.wheel(0, -1e7)
    await expect(passages(page, 'The last words')).toHaveCount(0)
    const kept = await text(page).evaluate((root) => {
      document.getSelection()?.selectAllChildren(root.querySelector('[data-kind]') ?? root)
      // Draws passages before the browser has told of the selection.
      window.dispatchEvent(new Event('beforeprint'))
      return document.getSelection()?.toString()
    })
    expect(kept).toMatch(/^On day 0/)
    await expect(passages(page, 'The last words')).toHaveCount(1)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(passages(page, 'The last words')).toHaveCount(0)
    await page.keyboard.press('j')
    await expect(passages(page, 'The last words')).toBeInViewport()
  })
})
