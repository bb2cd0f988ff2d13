import { z } from 'zod'
import type { MergeCounts } from '#annotations/exchange/merge/ledger'
import { conflictIdSchema } from '#annotations/model/ids'
import { type ConflictView, type ExchangePreview, labelMapSchema } from './exchange-views'
import { importIdSchema } from './import-views'
import { command, LONG, query } from './method'
import type { Done } from './views'

/** UTF-16 units: twice the longest path within a folder that systems take. */
const MOST_NAME = 8_192

/** A part of a file, to which the next item belongs as long as `more` says so; or what was picked in the shell's own dialog. */
const stagedItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().max(MOST_NAME),
    base64: z.string(),
    more: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('picked'), token: z.string().max(MOST_NAME) }),
])
export type StagedItem = z.infer<typeof stagedItemSchema>

/** Annotations from files and desks of others: taken up, looked at, and merged; and what a merge left to decide. */
export const exchangeMethods = {
  /** Adds files to an import, part by part; the names of files may have the folders in them that they lie in. */
  'exchange.stage': command<null>()(
    z.strictObject({ id: importIdSchema, items: z.array(stagedItemSchema).min(1).max(10_000).readonly() }),
    Number.POSITIVE_INFINITY,
  ),
  /**
   * Reads what was staged. `labels` is what its labels mean; what was said last of the format when it is not given.
   * `restore` brings back what was removed here.
   */
  'exchange.read': query<ExchangePreview>()(
    z.strictObject({ id: importIdSchema, labels: labelMapSchema.optional(), restore: z.boolean().optional() }),
    Number.POSITIVE_INFINITY,
  ),
  /** Merges what was read, in one change set, and forgets it. With records at fault it asks for `partial`. */
  'exchange.apply': command<Done & { readonly counts: MergeCounts }>()(
    z.strictObject({ id: importIdSchema, partial: z.boolean() }),
    Number.POSITIVE_INFINITY,
  ),
  'exchange.cancel': command<null>()(z.strictObject({ id: importIdSchema })),

  'conflict.list': query<readonly ConflictView[]>()(z.strictObject({}), LONG),
  'conflict.decide': command<Done>()(
    z.strictObject({ ids: z.array(conflictIdSchema).min(1).readonly(), kept: z.enum(['here', 'other']) }),
    LONG,
  ),
} as const
