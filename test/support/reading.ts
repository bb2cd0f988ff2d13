import { expect, type Locator, type Page } from '@playwright/test'

/** The text of the open article. */
export const text = (page: Page): Locator => page.locator('[data-article-text] .ProseMirror')

export const rail = (page: Page): Locator => page.getByRole('region', { name: 'Highlights' })

/** The card of the highlight whose words contain these. */
export const card = (page: Page, words: string | RegExp): Locator =>
  rail(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('article', { name: words }) })

/** The heading of a card: its one stop on the way of the Tab key. */
export const heading = (page: Page, words: string | RegExp): Locator => card(page, words).getByRole('button').first()

/** The card that is open; at most one is. */
export const openCard = (page: Page): Locator =>
  rail(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { expanded: true }) })

/** The words of the active passage, as its card tells them. */
export async function expectActive(page: Page, words: string | RegExp): Promise<void> {
  await expect(openCard(page).getByRole('article')).toHaveAccessibleName(words)
}

/** Opens an article from the library, and waits until its text and cards are there. */
export async function openArticle(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+1')
  await page.getByRole('grid', { name: 'Articles' }).getByText(title, { exact: true }).click()
  await expect(page.getByRole('article', { name: title, exact: true })).toBeVisible()
  await expect(text(page)).not.toBeEmpty()
}

/** Selects words of the open article with the mouse, as a reader does: from before the first to behind the last letter. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await text(page).evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
    const at = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(words)
    if (at === -1) throw new Error(`The article does not say “${words}”.`)
    const place = (offset: number) => {
      let rest = offset
      for (const node of nodes) {
        if (rest < node.length) return { node, offset: rest }
        rest -= node.length
      }
      throw new Error('The words end behind the text.')
    }
    const first = place(at)
    const last = place(at + words.length - 1)
    first.node.parentElement?.scrollIntoView({ block: 'center' })
    const rectOf = ({ node, offset }: { node: Text; offset: number }) => {
      const range = document.createRange()
      range.setStart(node, offset)
      range.setEnd(node, offset + 1)
      return range.getBoundingClientRect()
    }
    const [from, to] = [rectOf(first), rectOf(last)]
    return {
      from: { x: from.left + 0.5, y: from.top + from.height / 2 },
      to: { x: to.right - 0.5, y: to.top + to.height / 2 },
    }
  }, words)
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 6 })
  await page.mouse.up()
}

/** Where the passage of the active highlight begins in the window, in CSS px from its top. */
export async function topOfPassage(page: Page, id: string): Promise<number> {
  const box = await text(page).locator(`[data-highlight-id~="${id}"]`).first().boundingBox()
  if (!box) throw new Error(`No passage of ${id} is drawn.`)
  return box.y
}

/** Pastes an article, corrects what is given, and adds it. */
export async function addArticle(page: Page, contents: string, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+V')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Text of the article').fill(contents)
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByRole('button', { name: 'Add article' }).click()
  await expect(dialog).toBeHidden()
}

/** Selects the sentence that holds these words in caret mode, with the keyboard alone. */
export async function selectSentence(page: Page, words: string): Promise<void> {
  await page.keyboard.press('v')
  await page.keyboard.press('Control+Home')
  const selected = () => page.evaluate(() => window.getSelection()?.toString() ?? '')
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('>')
    if ((await selected()).includes(words)) return
    // Lets go of the sentence at its end, where the next one begins.
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`No sentence holds “${words}”.`)
}
