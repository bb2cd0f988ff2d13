import type { ArticleDetails } from '../../model/article-draft'
import type { Highlight } from '../../model/highlight'
import type { Verdict } from '../../model/verdict'
import type { KeptDocument, KeptHighlight, KeptLink } from '../kept'
import type { Unit } from '../offsets'

/** What another tool says of an article, as far as it does: dates and addresses may be in any form. */
export type Details = { readonly [K in keyof ArticleDetails]?: string | null | undefined }

/** A text of a file. `where` begins a sentence about it: "Line 3", "Document a.txt". */
export type ForeignDocument = {
  readonly ref: string
  readonly where: string
  /** Null where the format carries none: then an article of the desk with this id or address is meant. */
  readonly text: string | null
  /** What the offsets of its highlights count in. */
  readonly unit: Unit
  /** Where the text came from: a file's name or an address. */
  readonly source?: string | undefined
  readonly details?: Details
  readonly kept?: KeptDocument | undefined
}

/** A labelled passage. Null offsets: only its quote says where it stands. */
export type ForeignHighlight = {
  readonly ref: string
  readonly where: string
  readonly document: string
  readonly start: number | null
  readonly end: number | null
  readonly label: string
  readonly quote?: string | undefined
  /** How it came from an earlier revision, and what was decided of it, from the formats with a place for it. */
  readonly carried?: Highlight['carried']
  readonly settled?: true | undefined
} & { readonly [K in keyof KeptHighlight]?: KeptHighlight[K] }

/** A labelled tie between the `ref`s of two highlights. */
export type ForeignLink = {
  readonly where: string
  readonly from: string
  readonly to: string
  readonly label: string
  /** One of our own fields, which another tool may have left behind when it removed an end. */
  readonly mayDangle?: boolean
} & { readonly [K in keyof KeptLink]?: KeptLink[K] }

/** What checking a claim came to; `claim` is the `ref` of a highlight, which a tool that knows no verdicts may have removed. */
export type ForeignVerdict = Omit<Verdict, 'claim'> & {
  readonly where: string
  readonly claim: string
  readonly mayDangle?: boolean
}

/** What a format's reader found, before any of it is believed. */
export type Foreign = {
  readonly documents: readonly ForeignDocument[]
  readonly highlights: readonly ForeignHighlight[]
  readonly links: readonly ForeignLink[]
  readonly verdicts?: readonly ForeignVerdict[]
  /** What the reader itself passed over, as sentences. */
  readonly notes?: readonly string[]
}
