import type { CarryMethod, Proposal } from '#annotations/anchoring/carry/carry-highlights'
import type { BlockRow } from '#annotations/anchoring/carry/diff-blocks'
import type { Highlight, Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { RevisionInfo } from './views'

export type { BlockRow, WordPiece } from '#annotations/anchoring/carry/diff-blocks'

/** What a new text would do to one highlight, in the order of the old text. */
export type OutcomeView = {
  readonly id: HighlightId
  readonly tag: Tag
  readonly exact: string
  /** Null when it is in doubt. */
  readonly found: { readonly method: CarryMethod; readonly score: number; readonly exact: string } | null
}

/** What a new revision would bring, before it is added. */
export type RevisionPreview = {
  readonly rows: readonly BlockRow[]
  readonly outcomes: readonly OutcomeView[]
  /** It is the newest revision's text, to the letter: there is nothing to add. */
  readonly sameText: boolean
}

/** Words of a text with those before and after them. */
export type InContext = { readonly before: string; readonly exact: string; readonly after: string }

/** A highlight that was not found in its article's newest revision, and where it may belong. */
export type OrphanView = {
  readonly highlight: Highlight
  readonly articleId: ArticleId
  readonly articleTitle: string
  /** The revision that it was made in, or last found in. */
  readonly revision: RevisionInfo
  readonly old: InContext
  /** Best first; in UTF-16 units of the newest revision's text. */
  readonly proposals: readonly (Proposal & InContext)[]
}

/** How far a long search for highlights has come. */
export type CarryProgress = { readonly articleId: ArticleId; readonly done: number; readonly total: number }
