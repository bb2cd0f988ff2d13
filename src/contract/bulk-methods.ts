import { z } from 'zod'
import { tagSchema } from '#annotations/model/highlight'
import { highlightIdSchema } from '#annotations/model/ids'
import { relationSchema } from '#annotations/model/relation'
import { command, LONG } from './method'
import type { Done } from './views'

/** What an action on many highlights changed; `warning` says what it left alone, and why. */
export type BulkDone = Done & { readonly changed: number; readonly skipped: number }

const ids = z.array(highlightIdSchema).min(1).max(100_000).readonly()

/** The same for many highlights: each is one action, which undo takes back whole. */
export const bulkMethods = {
  'bulk.tag': command<BulkDone>()(z.strictObject({ ids, tag: tagSchema }), LONG),
  /** Without a relation, the one that each pair most likely has. */
  'bulk.link': command<BulkDone>()(
    z.strictObject({ ids, to: highlightIdSchema, relation: relationSchema.nullable() }),
    LONG,
  ),
  'bulk.note': command<BulkDone>()(
    z.strictObject({ ids, note: z.string().max(20_000), how: z.enum(['append', 'replace']) }),
    LONG,
  ),
  'bulk.speaker': command<BulkDone>()(z.strictObject({ ids, speaker: z.string().max(1_000) }), LONG),
  'bulk.remove': command<BulkDone>()(z.strictObject({ ids }), LONG),
} as const
