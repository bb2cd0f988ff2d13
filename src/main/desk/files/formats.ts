import { z } from 'zod'
import { articleSchema, revisionSchema } from '#annotations/model/article'
import { conflictSchema } from '#annotations/model/conflict'
import { deskSchema } from '#annotations/model/desk'
import { highlightSchema } from '#annotations/model/highlight'
import { articleIdSchema } from '#annotations/model/ids'
import { linkSchema } from '#annotations/model/link'
import { speakerSchema } from '#annotations/model/speaker'
import { verdictSchema } from '#annotations/model/verdict'
import { compareMemorySchema } from '#contract/compare-views'
import { labelMapSchema } from '#contract/exchange-views'
import { importColumnsSchema } from '#contract/import-views'
import { positionSchema, stackRefSchema } from '../journal/entry'
import type { Format } from './migrate'

const count = z.int().nonnegative()

/** How far the files have seen the history: opening replays what comes after. */
export const checkpointSchema = z.strictObject({
  seq: count,
  /** Where the next line of the history begins; null before the first. */
  position: positionSchema.nullable(),
  undo: stackRefSchema.nullable(),
  redo: stackRefSchema.nullable(),
  /** How many files there were, so that one that vanished is missed. */
  articles: count,
  annotations: count,
})
export type Checkpoint = z.infer<typeof checkpointSchema>

const deskFileSchema = z.strictObject({
  version: z.literal(1),
  desk: deskSchema,
  checkpoint: checkpointSchema,
  /** What the files have seen of speakers. Absent when nothing was decided of any, as in every file of before there were any. */
  speakers: z.array(speakerSchema).min(1).readonly().optional(),
})
export type DeskFile = z.infer<typeof deskFileSchema>
export const deskFormat: Format<DeskFile> = { kind: 'desk', schema: deskFileSchema, migrations: [] }

const settingsFileSchema = z.strictObject({
  version: z.literal(1),
  annotator: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  columns: importColumnsSchema.optional(),
  labels: z.record(z.string(), labelMapSchema).optional(),
  compare: compareMemorySchema.optional(),
})
export type SettingsFile = z.infer<typeof settingsFileSchema>
export const settingsFormat: Format<SettingsFile> = { kind: 'settings', schema: settingsFileSchema, migrations: [] }

/** `seq` is the last line of the history that the file has seen: a copy of it can be brought up to date from there. */
const articleFileSchema = z.strictObject({
  version: z.literal(1),
  seq: count,
  article: articleSchema,
  revisions: z.array(revisionSchema).readonly(),
})
export type ArticleFile = z.infer<typeof articleFileSchema>
export const articleFormat: Format<ArticleFile> = { kind: 'article', schema: articleFileSchema, migrations: [] }

const annotationsFileSchema = z.strictObject({
  version: z.literal(1),
  seq: count,
  article: articleIdSchema,
  highlights: z.array(highlightSchema).readonly(),
  links: z.array(linkSchema).readonly(),
  /** Absent when there are none, as in every file of before there were verdicts. */
  verdicts: z.array(verdictSchema).min(1).readonly().optional(),
  /** What a merge left undecided in the article; likewise. */
  conflicts: z.array(conflictSchema).min(1).readonly().optional(),
})
export type AnnotationsFile = z.infer<typeof annotationsFileSchema>
export const annotationsFormat: Format<AnnotationsFile> = {
  kind: 'annotations',
  schema: annotationsFileSchema,
  migrations: [],
}
