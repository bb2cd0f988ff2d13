import type { Annotator } from '#annotations/agreement/compared'
import type { DisagreementKind } from '#annotations/agreement/disagreements'
import type { Agreement } from '#annotations/agreement/measure'
import type { Article } from '#annotations/model/article'
import type { Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'

/** A colleague's file that is compared with, and not imported; `token` names it as long as the desk is open. */
export type ComparedFile = {
  readonly token: string
  readonly name: string
  readonly annotators: readonly Annotator[]
}

/** A highlight in a disagreement. Offsets are UTF-16 units of the article’s text. */
export type MarkView = {
  readonly id: HighlightId
  readonly tag: Tag
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly note: string
  readonly speaker: string | null
}

/** A passage that sides marked differently, with the words around it: `text` begins at `from` of the article's text. */
export type DisagreementView = {
  readonly id: string
  /** Who marked what there: the same words for the same marks, whatever their ids. */
  readonly standing: string
  readonly kind: DisagreementKind
  readonly article: Pick<Article, 'id' | 'title' | 'language' | 'direction'>
  readonly from: number
  readonly text: string
  /** By side, as they were compared. */
  readonly sides: readonly (readonly MarkView[])[]
}

/** The numbers of two of more than two sides. */
export type PairView = { readonly sides: readonly [number, number]; readonly numbers: Agreement }

/** Two or more sides held against each other. */
export type AgreementView = {
  readonly names: readonly string[]
  /** Titles of the articles that all annotated. */
  readonly articles: readonly string[]
  readonly numbers: Agreement
  /** Each two of the sides, in the same articles; none when there are but two. */
  readonly pairs: readonly PairView[]
  readonly disagreements: readonly DisagreementView[]
  readonly leftOut: readonly { readonly title: string; readonly why: string }[]
}
