import type { Block } from '#annotations/model/article'
import { fold } from '#annotations/text/fold'
import { assemble, type Claimed } from '../assemble'
import type { ImportedArticle, ReadContext } from '../imported-article'
import { findMainPart, headBlocks, hintedByline } from './main-part'
import { readMetadata } from './metadata'
import { type Page, type PageBlock, parsePage } from './parse-page'

export type PageOptions = {
  /** False for HTML that holds nothing but the article: a document that was converted. */
  readonly whole?: boolean
  /** What the format says besides the HTML; it outweighs the page's own metadata. */
  readonly known?: Claimed
  readonly fileTitle?: string | undefined
  /** Blocks that the format keeps elsewhere: running heads, footnotes. */
  readonly before?: readonly Block[]
  readonly after?: readonly Block[]
  readonly notes?: readonly string[]
}

/**
 * Reads a page, or a part of one that was copied: the article as Readability finds it, and everything else that is text as asides,
 * in document order. Nothing in it is rendered, run or fetched.
 */
export function readPage(html: string, context: ReadContext, options: PageOptions = {}): ImportedArticle {
  const { whole = true, before = [], after = [] } = options
  const page = parsePage(html, context.url)
  const known = completed(options.known ?? {}, readMetadata(page.head, context.url))
  const body = whole ? findMainPart(page) : null
  const { isAside, byline } = body === null ? landmarks() : partsOf(page, body, known.title)
  const blocks: Block[] = page.blocks.map((block, index) => ({
    kind: block.kind,
    text: block.text,
    ...(block.marks === undefined ? {} : { marks: block.marks }),
    ...(isAside(block, index) ? { aside: true as const } : {}),
  }))
  return assemble(
    {
      blocks: [...before, ...blocks, ...after],
      known: { ...known, byline: known.byline ?? byline },
      notes: [...(options.notes ?? []), ...notesOf(page)],
      ...(options.fileTitle === undefined ? {} : { fileTitle: options.fileTitle }),
    },
    context,
  )
}

function completed(first: Claimed, second: Claimed): Claimed {
  return { ...second, ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)) }
}

type Parts = { readonly isAside: (block: PageBlock, index: number) => boolean; readonly byline?: string | undefined }

/** Without a found body, what the page itself marks as navigation, footer or caption. */
function landmarks(): Parts {
  return { isAside: ({ outside }) => outside }
}

function partsOf(page: Page, body: ReadonlySet<number>, title: string | undefined): Parts {
  const first = page.blocks.findIndex((block, index) => body.has(index) && !block.outside)
  const titled = titleIndex(page.blocks, title, first)
  const head = titled === null ? [] : headBlocks(page.blocks, titled, first)
  const kept = new Set([...head, ...(titled === null ? [] : [titled])])
  return {
    isAside: (block, index) => block.outside || !(body.has(index) || kept.has(index)),
    byline: hintedByline(page.blocks, head),
  }
}

/** The last heading above the body that says the title; else the last heading above it. */
function titleIndex(blocks: readonly PageBlock[], title: string | undefined, first: number): number | null {
  const wanted = title === undefined ? null : fold(title)
  let last: number | null = null
  for (let index = Math.min(first, blocks.length - 1); index >= 0; index--) {
    const block = blocks[index]
    if (block === undefined || block.outside) continue
    if (wanted !== null && fold(block.text) === wanted) return index
    if (last === null && block.kind === 'heading' && first - index <= 12) last = index
  }
  return last
}

function notesOf(page: Page): string[] {
  return page.blocks.length > 0 && page.blocks.every(({ outside }) => outside)
    ? ['The page marks all of its text as navigation or hidden; everything came in as asides.']
    : []
}
