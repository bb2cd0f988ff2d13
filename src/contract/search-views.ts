import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId, LinkId, RevisionId } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import type { HighlightBrief } from './views'

/** A part of a text that matches a query: UTF-16 units of that text, end-exclusive. */
export type TextRange = { readonly start: number; readonly end: number }

/** A text with what of it matches. */
export type MarkedText = { readonly text: string; readonly marks: readonly TextRange[] }

/** What a search found, article by article. */
export type SearchPage = {
  readonly total: { readonly articles: number; readonly highlights: number; readonly links: number }
  readonly groups: readonly SearchGroup[]
  /** Words that were not found (together), and the like ones that were taken for them. */
  readonly alike: readonly { readonly word: string; readonly instead: readonly string[] }[]
  /** What of the query could not be read, as sentences. */
  readonly hints: readonly string[]
  /** How much is indexed, as long as that is not all: the hits are of that part. */
  readonly indexing: SearchProgress | null
}

export type SearchProgress = { readonly done: number; readonly total: number }

/** The hits in one article. */
export type SearchGroup = {
  readonly articleId: ArticleId
  /** The newest, in which its passages stand. */
  readonly revisionId: RevisionId
  readonly title: MarkedText
  readonly publisher: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  /** In reading order; links come last. */
  readonly hits: readonly SearchHit[]
  /** Matches and records of the article that are not among them. */
  readonly more: number
}

export type SearchHit = PassageHit | LinkHit

/** A sentence of the text, or a highlight. */
export type PassageHit = {
  readonly kind: 'passage'
  /** Where it stands in its revision's text: UTF-16 units, end-exclusive. */
  readonly start: number
  readonly end: number
  readonly passage: MarkedText
  /** Some words of its paragraph, as context. */
  readonly before: string
  readonly after: string
  /** The highlight that is just this passage; null for a sentence that is not tagged. */
  readonly highlight: FoundHighlight | null
}

export type FoundHighlight = {
  readonly id: HighlightId
  readonly tag: Tag
  readonly speaker: MarkedText | null
  readonly note: MarkedText | null
  /** The note of the verdict on it. */
  readonly verdict: MarkedText | null
  readonly links: number
}

export type LinkHit = {
  readonly kind: 'link'
  readonly id: LinkId
  readonly relation: Relation
  readonly note: MarkedText
  readonly from: HighlightBrief
  readonly to: HighlightBrief
}
