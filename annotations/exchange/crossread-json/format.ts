import { z } from 'zod'
import { articleSchema, revisionSchema } from '../../model/article'
import { deskSchema } from '../../model/desk'
import { highlightSchema } from '../../model/highlight'
import { articleIdSchema } from '../../model/ids'
import { linkSchema } from '../../model/link'
import { speakerSchema } from '../../model/speaker'
import { verdictSchema } from '../../model/verdict'
import { exportScopeSchema } from '../scope'

export const FORMAT = 'crossread'
export const VERSION = 1

/** A revision inside its article. `text` is its blocks' text joined by line feeds: what every offset counts in. */
export const fileRevisionSchema = z.strictObject({
  ...revisionSchema.pick({ id: true, added: true, source: true }).shape,
  text: z.string(),
  blocks: revisionSchema.shape.blocks,
})

/** An article with its revisions in place of their ids, oldest first. */
export const fileArticleSchema = z.strictObject({
  ...articleSchema.shape,
  revisions: z.array(fileRevisionSchema).min(1).readonly(),
})

/** A link that also names the articles of its ends, for readers that work article by article. */
export const fileLinkSchema = z.strictObject({
  ...linkSchema.shape,
  fromArticleId: articleIdSchema,
  toArticleId: articleIdSchema,
})

const count = z.int().nonnegative()

/** Crossread JSON, version 1. Articles and links go by id, highlights by article and then in reading order. */
export const crossreadFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  desk: deskSchema,
  scope: exportScopeSchema,
  articles: z.array(fileArticleSchema).readonly(),
  highlights: z.array(highlightSchema).readonly(),
  links: z.array(fileLinkSchema).readonly(),
  /** By the id of their claim; absent when there are none. */
  verdicts: z.array(verdictSchema).min(1).readonly().optional(),
  /** Which names are one speaker, by id: of the desk, or of those who are named in `highlights`. Absent when there are none. */
  speakers: z.array(speakerSchema).min(1).readonly().optional(),
  /** What touches the exported records and lies outside the scope: other tags, and links with only one end inside. */
  leftOut: z.strictObject({ highlights: count, links: count }),
})
export type CrossreadFile = z.infer<typeof crossreadFileSchema>
