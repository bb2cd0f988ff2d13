import type { Block } from '#annotations/model/article'
import { type ArticleDetails, articleDetailsSchema } from '#annotations/model/article-draft'
import { fold } from '#annotations/text/fold'
import { findAsides } from './asides'
import { BadFile } from './bad-file'
import { type FrontMatter, readFrontMatter } from './front-matter'
import type { ImportedArticle, ReadContext } from './imported-article'
import { guessLanguage } from './language'
import { LIMITS } from './limits'
import { firstWords } from './title'

/** What is claimed of an article before it is checked against the model. */
export type Claimed = { readonly [K in keyof ArticleDetails]?: ArticleDetails[K] | undefined }

/** What a format found: blocks in reading order, asides marked where the format knows them, and what its metadata say. */
export type Found = {
  readonly blocks: readonly Block[]
  readonly known?: Claimed
  /** A file's own title, which is often a file name or another document's: believed only where the text begins with it. */
  readonly fileTitle?: string
  readonly notes?: readonly string[]
}

/** Blocks among which a title is looked for, and the length in UTF-16 units of the first that is body. */
const TITLE_WITHIN = 12
const BODY_FROM = 200
const LONGEST_TITLE = 300

/**
 * Makes an article of what a format found: marks the asides that every format has, and completes the metadata from the text's
 * own first lines.
 *
 * @throws BadFile when there is no text, or more than an article can hold
 */
export function assemble(found: Found, context: ReadContext): ImportedArticle {
  const blocks = found.blocks.filter((block) => block.text !== '')
  if (blocks.length === 0) {
    throw new BadFile('is empty: there is no text in it.', 'Choose a file with text in it, or paste the article.')
  }
  if (blocks.length > LIMITS.blocks) {
    throw new BadFile(`has more than ${LIMITS.blocks} paragraphs.`, 'Split it into smaller files.')
  }
  const known = validDetails(found.known ?? {})
  const lines = blocks.map(({ text }) => ({ text, first: true }))
  const titled = indexOfTitle(blocks, [known.title, found.fileTitle])
  const marked = new Set(blocks.flatMap((block, index) => (block.aside && index !== titled ? [index] : [])))
  const asides = new Set(findAsides(lines, marked))
  if (titled !== null) asides.delete(titled)
  const front = readFrontMatter(lines, asides)
  const titleBlock = titled ?? headingAtTop(blocks, asides, front) ?? front.titleLine
  return {
    draft: {
      title: known.title ?? titleFrom(blocks, titleBlock, asides, front),
      publisher: known.publisher ?? front.publisher,
      byline: known.byline ?? front.byline,
      published: known.published ?? front.published,
      url: known.url ?? httpUrl(context.url) ?? null,
      ...languageOf(blocks, asides, known),
      blocks: blocks.map((block, index) => toBlock(block, asides.has(index), index === titleBlock)),
      source: context.source,
    },
    notes: found.notes ?? [],
  }
}

/** An address that an article may keep: absolute, http or https. */
export function httpUrl(address: string | null | undefined): string | undefined {
  if (!address) return undefined
  const parsed = articleDetailsSchema.shape.url.safeParse(address.trim())
  return parsed.success ? (parsed.data ?? undefined) : undefined
}

/** Metadata are a page's claims: what does not fit the model is dropped, and found in the text if it is there. */
function validDetails(claimed: Claimed): Claimed {
  const entries = Object.entries(claimed).filter(([key, value]) => {
    const schema = articleDetailsSchema.shape[key as keyof ArticleDetails]
    return value !== undefined && value !== null && value !== '' && schema.safeParse(value).success
  })
  return articleDetailsSchema.partial().parse(Object.fromEntries(entries))
}

/** Where the text shows a title that the metadata name. */
function indexOfTitle(blocks: readonly Block[], titles: readonly (string | undefined)[]): number | null {
  for (const title of titles) {
    if (!title) continue
    const wanted = fold(title)
    const matching = blocks.flatMap(({ text }, index) =>
      text.length <= LONGEST_TITLE && isSameTitle(fold(text), wanted) ? [index] : [],
    )
    const heading = matching.find((index) => blocks[index]?.kind === 'heading') ?? matching[0]
    if (heading !== undefined) return heading
  }
  return null
}

/** Sites put their own name after a title; a printed title may be the shorter of the two. */
function isSameTitle(text: string, title: string): boolean {
  if (text === title) return true
  return text.length >= 12 && title.startsWith(text) && /^\s*[-|:•·]/.test(title.slice(text.length))
}

function headingAtTop(blocks: readonly Block[], asides: ReadonlySet<number>, front: FrontMatter): number | null {
  let seen = 0
  for (const [index, { kind, text }] of blocks.entries()) {
    if (asides.has(index)) continue
    if (kind === 'heading' && !front.carriers.has(index)) return index
    if (text.length >= BODY_FROM || ++seen > TITLE_WITHIN) return null
  }
  return null
}

function titleFrom(
  blocks: readonly Block[],
  titleBlock: number | null,
  asides: ReadonlySet<number>,
  front: FrontMatter,
): string {
  const text = (index: number | null) => (index === null ? '' : (blocks[index]?.text ?? ''))
  const first = blocks.findIndex((_, index) => !asides.has(index) && !front.carriers.has(index))
  return firstWords(text(titleBlock) || text(first) || text(0))
}

function languageOf(blocks: readonly Block[], asides: ReadonlySet<number>, known: Claimed) {
  const own = blocks.filter((_, index) => !asides.has(index))
  const guess = guessLanguage((own.length > 0 ? own : blocks).map((block) => block.text).join('\n'))
  // Templates declare `en` for every page they make; the letters do not lie.
  return { language: guess.language ?? known.language ?? null, direction: guess.direction }
}

function toBlock(block: Block, aside: boolean, isTitle: boolean): Block {
  const { text } = block
  const kind = isTitle ? 'heading' : block.kind
  // A heading that is bold all through is only drawn so.
  const marks = block.marks?.filter(
    ({ type, start, end }) => kind !== 'heading' || type !== 'bold' || end - start < text.length,
  )
  return {
    kind,
    text,
    ...(marks === undefined || marks.length === 0 ? {} : { marks }),
    ...(aside ? { aside: true } : {}),
  }
}
