import { counted } from '../../changes/actions/wording'
import { type Article, articleSchema, type Block, type Revision, textOf } from '../../model/article'
import { ok, type Result } from '../../model/result'
import { badFile } from '../bad-file'
import type { ReadContext } from '../format'
import { blocksOf, revisionOf } from '../kept'
import { offsetsOf, withLineFeeds } from '../offsets'
import type { Details, ForeignDocument } from './foreign'
import type { KnownIndex } from './known'

/** A document as an article of ours. `place` turns an offset of its format into UTF-16 units of `text`. */
export type Placed = {
  readonly article: Article
  /** The one that the document is. */
  readonly revision: Revision
  /** All of the article that the file or the desk has. */
  readonly revisions: readonly Revision[]
  readonly text: string
  /** The text as the file has it, when the desk's article has another one: passages are then found by their words. */
  readonly other?: string
  /** The length of the file's text, in the format's unit. */
  readonly length: number
  readonly place: (offset: number) => number
}

/**
 * The articles that documents make: the very ones when the file has Crossread's own fields, an article of the desk when
 * it has this id, this text or this address, else new ones. Null for a document without a text that the desk does not
 * know either.
 */
export function placeDocument(
  document: ForeignDocument,
  context: ReadContext,
  known: KnownIndex,
): Result<Placed | null> {
  const { kept, text, unit } = document
  if (text === null) return ok(placeKnown(document, known))
  const { length, toUnits } = offsetsOf(text)
  const own = unit === 'code-points' ? { length, toUnits } : { length: text.length, toUnits: (at: number) => at }
  if (kept) {
    const blocks = blocksOf(text, kept.revision.shape)
    if (blocks === null) {
      const lines = counted(text.split('\n').length, 'line')
      return badFile(
        `${document.where}: its text has ${lines}, and Crossread wrote ${kept.revision.shape.length}, so that no offset in it holds.`,
      )
    }
    const revision = revisionOf(kept, blocks)
    const { article } = kept
    return ok({ article, revision, revisions: [revision], text, length: own.length, place: own.toUnits })
  }
  const lines = withLineFeeds(text)
  const placing = { length: own.length, place: (offset: number) => lines.place(own.toUnits(offset)) }
  const found = known.byText(lines.text) ?? findKnown(document, known)
  if (found === null) return ok({ ...newArticle(document, lines.text, context), text: lines.text, ...placing })
  const there = textOf(found.revision.blocks)
  const other = there === lines.text ? {} : { other: lines.text }
  return ok({ ...found.known, revision: found.revision, text: there, ...other, ...placing })
}

function findKnown({ ref, source, details }: ForeignDocument, known: KnownIndex) {
  return known.byId(ref) ?? known.byUrl(details?.url) ?? known.byUrl(ref) ?? known.byUrl(source)
}

function placeKnown(document: ForeignDocument, known: KnownIndex): Placed | null {
  const found = findKnown(document, known)
  if (found === null) return null
  const { revision } = found
  const text = textOf(revision.blocks)
  const { length, toUnits } = offsetsOf(text)
  return document.unit === 'code-points'
    ? { ...found.known, revision, text, length, place: toUnits }
    : { ...found.known, revision, text, length: text.length, place: (at) => at }
}

function newArticle({ details = {}, source, where }: ForeignDocument, text: string, { ids, now }: ReadContext) {
  const blocks: readonly Block[] = text.split('\n').map((line) => ({ kind: 'paragraph', text: line }))
  const [articleId, revisionId] = [ids.article(), ids.revision()]
  const revision: Revision = {
    id: revisionId,
    articleId,
    added: now,
    source: source === undefined ? { kind: 'import' } : { kind: 'import', name: source },
    blocks,
  }
  const article: Article = {
    id: articleId,
    title: details.title || firstLine(text) || where,
    publisher: details.publisher || null,
    byline: details.byline || null,
    published: valid('published', details.published),
    url: valid('url', details.url),
    language: details.language || null,
    direction: directionOf(details, text),
    revisions: [revisionId],
    created: now,
    modified: now,
  }
  return { article, revision, revisions: [revision] }
}

const MOST_TITLE = 80

function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.length <= MOST_TITLE ? line.trim() : `${line.slice(0, line.lastIndexOf(' ', MOST_TITLE)).trim()}…`
}

/** A date or an address where it is one; a text in any other form would make the article unreadable. */
function valid<F extends 'published' | 'url'>(field: F, value: string | null | undefined): Article[F] {
  return articleSchema.shape[field].safeParse(value).data ?? null
}

const LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** As HTML's dir="auto" has it: the first letter decides. */
function directionOf({ direction }: Details, text: string): Article['direction'] {
  if (direction === 'ltr' || direction === 'rtl') return direction
  return RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}
