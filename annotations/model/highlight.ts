import { z } from 'zod'
import type { Article } from './article'
import { articleIdSchema, highlightIdSchema, revisionIdSchema } from './ids'

const offset = z.int().nonnegative()

/** The quote half of an anchor, after the W3C TextQuoteSelector (w3.org/TR/annotation-model/#text-quote-selector). */
export const quoteSchema = z.strictObject({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() })
export type Quote = z.infer<typeof quoteSchema>

/** How a highlight finds its passage: its position in UTF-16 units, end-exclusive, and its quote. */
export const anchorSchema = z
  .strictObject({ start: offset, end: offset, quote: quoteSchema })
  .refine((anchor) => anchor.end > anchor.start, 'an anchor covers at least one character')
export type Anchor = z.infer<typeof anchorSchema>

export const tagSchema = z.enum(['claim', 'attribution', 'denial'])
export type Tag = z.infer<typeof tagSchema>
export const TAGS = tagSchema.options

/** How a highlight came from an earlier revision: found in the `same` paragraph, by `diff`, by its `quote`, or put there by `hand`. */
export const carriedSchema = z.strictObject({
  from: revisionIdSchema,
  method: z.enum(['same', 'diff', 'quote', 'hand']),
  /** The share of the passage that stayed, 0 to 1. */
  score: z.number().min(0).max(1),
})

const common = {
  id: highlightIdSchema,
  articleId: articleIdSchema,
  revisionId: revisionIdSchema,
  anchor: anchorSchema,
  note: z.string(),
  annotator: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  carried: carriedSchema.optional(),
  /** The analyst decided that it stays with its revision, though the article has a newer one. */
  settled: z.literal(true).optional(),
}

/** A passage of one article with a tag and a note; only an attribution names a speaker. */
export const highlightSchema = z.discriminatedUnion('tag', [
  z.strictObject({ ...common, tag: z.literal('claim') }),
  z.strictObject({ ...common, tag: z.literal('attribution'), speaker: z.string().nullable() }),
  z.strictObject({ ...common, tag: z.literal('denial') }),
])
export type Highlight = z.infer<typeof highlightSchema>

/** The speaker of an attribution; null for the other tags and where none was named. */
export function speakerOf(highlight: Highlight): string | null {
  return highlight.tag === 'attribution' ? highlight.speaker : null
}

/** Whether a passage was not found again in its article's newest revision, and nobody has decided what becomes of it. */
export function isOrphan(highlight: Highlight, article: Pick<Article, 'revisions'>): boolean {
  return highlight.revisionId !== article.revisions.at(-1) && highlight.settled !== true
}

/** Reading order within one revision: by start, the longer first so that nesting reads outside in, then by id. */
export function compareHighlights(a: Highlight, b: Highlight): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
