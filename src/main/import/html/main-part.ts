import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Page, PageBlock } from './parse-page'

/** Above it, finding the article would take longer than it is worth; the page's landmarks decide alone. */
const MOST_ELEMENTS = 12_000
/** UTF-16 units: less than this is no article, and what was found is not trusted. */
const LEAST_TEXT = 140
const LEAST_SHARE = 0.5

/** Indexes of the blocks that Readability takes for the article's body; null when it finds none. */
export function findMainPart(page: Page): ReadonlySet<number> | null {
  if (page.elements > MOST_ELEMENTS) return null
  const { document } = parseHTML(`<!doctype html><html><body>${page.safeHtml}</body></html>`)
  const found = new Readability<Element>(document, { charThreshold: 300, serializer: asElement }).parse()
  const content = found?.content
  if (!content) return null
  const lengths = new Map<number, number>()
  for (const span of content.querySelectorAll('[data-b]')) {
    const index = Number(span.getAttribute('data-b'))
    lengths.set(index, (lengths.get(index) ?? 0) + (span.textContent?.trim().length ?? 0))
  }
  const kept = new Set<number>()
  let length = 0
  for (const [index, surviving] of lengths) {
    const block = page.blocks[index]
    if (block === undefined || surviving < block.text.length * LEAST_SHARE) continue
    kept.add(index)
    length += block.text.length
  }
  return length >= LEAST_TEXT ? kept : null
}

function asElement(node: Node): Element {
  return node as Element
}

const BYLINE_HINT = /by-?line|author|writer/i
const HEAD_HINT =
  /by-?line|author|writer|date|time|publish|standfirst|sub-?title|sub-?head|deck|dek|summary|lead|intro|strap|excerpt|kicker/i
const LONGEST_BYLINE = 100

/** Blocks after a title among which its byline and date are looked for, even below a first paragraph. */
const HEAD_REACH = 8

/** Blocks of an article's head, which Readability leaves out: what stands between its title and its first paragraph. */
export function headBlocks(blocks: readonly PageBlock[], title: number, body: number): number[] {
  const head: number[] = []
  for (let index = title + 1; index < Math.max(body, title + HEAD_REACH); index++) {
    const block = blocks[index]
    if (block === undefined || block.outside || block.kind === 'item') continue
    if ((block.linked <= 0.5 && index < body) || HEAD_HINT.test(block.hint)) head.push(index)
  }
  return head
}

/** A byline that only its class names: "Ada Brandt", without a "By". */
export function hintedByline(blocks: readonly PageBlock[], head: readonly number[]): string | undefined {
  const block = head.map((index) => blocks[index]).find((one) => one !== undefined && BYLINE_HINT.test(one.hint))
  if (block === undefined || block.text.length > LONGEST_BYLINE || /[\d.!?]/.test(block.text)) return undefined
  return block.text.replace(/^(by|author:?|автор:?|تحریر:?)\s+/iu, '')
}
