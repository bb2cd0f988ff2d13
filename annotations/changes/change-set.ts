import { z } from 'zod'
import { articleSchema, revisionSchema } from '../model/article'
import { conflictSchema } from '../model/conflict'
import { highlightSchema } from '../model/highlight'
import {
  articleIdSchema,
  changeSetIdSchema,
  conflictIdSchema,
  highlightIdSchema,
  linkIdSchema,
  revisionIdSchema,
  speakerIdSchema,
} from '../model/ids'
import { linkSchema } from '../model/link'
import { speakerSchema } from '../model/speaker'
import { verdictSchema } from '../model/verdict'

/** One record before and after; null before is a new record, null after a removed one. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('article'),
    id: articleIdSchema,
    before: articleSchema.nullable(),
    after: articleSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('revision'),
    id: revisionIdSchema,
    before: revisionSchema.nullable(),
    after: revisionSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('highlight'),
    id: highlightIdSchema,
    before: highlightSchema.nullable(),
    after: highlightSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('link'),
    id: linkIdSchema,
    before: linkSchema.nullable(),
    after: linkSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('verdict'),
    /** The claim that it is of. */
    id: highlightIdSchema,
    before: verdictSchema.nullable(),
    after: verdictSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('speaker'),
    id: speakerIdSchema,
    before: speakerSchema.nullable(),
    after: speakerSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('conflict'),
    id: conflictIdSchema,
    before: conflictSchema.nullable(),
    after: conflictSchema.nullable(),
  }),
])
export type Change = z.infer<typeof changeSchema>

/** What one action did, to many records or one. It is applied whole or not at all, and can be inverted. */
export const changeSetSchema = z.strictObject({
  id: changeSetIdSchema,
  label: z.string().min(1),
  annotator: z.string(),
  at: z.iso.datetime(),
  changes: z.array(changeSchema).readonly(),
})
export type ChangeSet = z.infer<typeof changeSetSchema>
