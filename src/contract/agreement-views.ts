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

/** A passage that two sides marked differently, with the words around it: `text` begins at `from` of the article's text. */
export type DisagreementView = {
  readonly id: string
  readonly kind: DisagreementKind
  readonly article: Pick<Article, 'id' | 'title' | 'language' | 'direction'>
  readonly from: number
  readonly text: string
  readonly left: readonly MarkView[]
  readonly right: readonly MarkView[]
}

/** Two sides held against each other. */
export type AgreementView = {
  readonly names: readonly [string, string]
  /** Titles of the articles that both annotated. */
  readonly articles: readonly string[]
  readonly numbers: Agreement
  readonly disagreements: readonly DisagreementView[]
  readonly leftOut: readonly { readonly title: string; readonly why: string }[]
}
