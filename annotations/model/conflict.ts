import { z } from 'zod'
import { articleSchema, revisionSchema } from './article'
import { highlightSchema } from './highlight'
import { articleIdSchema, conflictIdSchema, highlightIdSchema, linkIdSchema, revisionIdSchema } from './ids'
import { linkSchema } from './link'
import { verdictSchema } from './verdict'

/** A record, by its kind and id, and its version that is not in the desk; null where it was removed. */
export const disputedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), id: articleIdSchema, other: articleSchema.nullable() }),
  z.strictObject({ kind: z.literal('revision'), id: revisionIdSchema, other: revisionSchema.nullable() }),
  z.strictObject({ kind: z.literal('highlight'), id: highlightIdSchema, other: highlightSchema.nullable() }),
  z.strictObject({ kind: z.literal('link'), id: linkIdSchema, other: linkSchema.nullable() }),
  z.strictObject({ kind: z.literal('verdict'), id: highlightIdSchema, other: verdictSchema.nullable() }),
])
export type Disputed = z.infer<typeof disputedSchema>

/**
 * Two versions of one record, until somebody decides. The desk's own record is one of them; `of.other` is the one that a
 * merge brought, or null: then the record had been removed here, was changed there, and is back until it is decided.
 */
export const conflictSchema = z.strictObject({
  id: conflictIdSchema,
  /** The article in whose files it lies. */
  articleId: articleIdSchema,
  of: disputedSchema,
  /** The name of the desk or file that was merged. */
  from: z.string(),
  /** Who merged it, and when. */
  annotator: z.string(),
  created: z.iso.datetime(),
})
export type Conflict = z.infer<typeof conflictSchema>
