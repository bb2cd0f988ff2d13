import { z } from 'zod'
import type { Kept } from '#annotations/changes/actions/conflict-actions'
import type { MergeCounts } from '#annotations/exchange/merge/ledger'
import type { MergeVerb } from '#annotations/exchange/merge/plan-merge'
import type { Field } from '#annotations/exchange/merge/versions'
import { type Tag, tagSchema } from '#annotations/model/highlight'
import type { ArticleId, ConflictId, HighlightId } from '#annotations/model/ids'
import { type Relation, relationSchema } from '#annotations/model/relation'

/** What the labels of one format mean here; null leaves a label's highlights out. */
export const labelMapSchema = z.strictObject({
  tags: z.record(z.string(), tagSchema.nullable()),
  relations: z.record(z.string(), relationSchema),
})
export type LabelMap = z.infer<typeof labelMapSchema>

/** A label of another tool, on how many records it is, and what was said of it; undefined as long as nothing was. */
export type LabelView<Meaning> = {
  readonly label: string
  readonly count: number
  readonly meaning: Meaning | null | undefined
}

/** What is being done of an import: bytes of its files are read; they are made sense of; they are compared with the desk. */
export type ExchangeStep =
  | { readonly step: 'files'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly step: 'reading' | 'comparing' }

/** Told while an import is read in a thread of its own. */
export type ExchangeProgress = ExchangeStep & { readonly id: string }

/** What importing what was read would do. Sentences are for the user to read; nothing is changed yet. */
export type ExchangePreview = {
  readonly format: { readonly id: string; readonly title: string }
  readonly name: string
  readonly verb: MergeVerb
  readonly counts: MergeCounts
  readonly notes: readonly string[]
  /** What is wrong with it, the first sentences and how many there are: what it took is left out if the rest is imported. */
  readonly faults: readonly string[]
  readonly faultCount: number
  /** Of these, how many took one record; where that is not all, nobody can know how many records are missing. */
  readonly recordsAtFault: number
  /** What the first records that differ say here and there. */
  readonly differences: readonly string[]
  readonly tags: readonly LabelView<Tag>[]
  readonly relations: readonly LabelView<Relation>[]
}

/** One version of a record that is in conflict. */
export type VersionView = {
  /** Null where it was removed; else what it says, field by field. */
  readonly fields: readonly Field[] | null
  /** Who made it; empty where nobody is named. */
  readonly who: string
  /** ISO 8601: when it was changed last; null when it was removed. */
  readonly when: string | null
}

/** Two versions of a record, side by side. */
export type ConflictView = {
  readonly id: ConflictId
  readonly kind: 'article' | 'revision' | 'highlight' | 'link' | 'verdict'
  /** The passage or title that it is about. */
  readonly about: string
  readonly articleId: ArticleId
  readonly articleTitle: string
  /** To show the passage in its article. */
  readonly highlight: HighlightId | null
  readonly from: string
  readonly created: string
  readonly here: VersionView
  readonly other: VersionView
  /** The ids of the records whose words are shown: when one of them changes, so does this. */
  readonly shows: readonly string[]
}

export type { Kept }
