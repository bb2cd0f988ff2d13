import { z } from 'zod'
import { articleIdSchema, highlightIdSchema } from '../model/ids'

/** What a report is about: the whole desk, the stories that some claims belong to, in that order, or those of some articles. */
export const reportScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk') }),
  z.strictObject({ kind: z.literal('claims'), ids: z.array(highlightIdSchema).min(1).readonly() }),
  z.strictObject({ kind: z.literal('articles'), ids: z.array(articleIdSchema).min(1).readonly() }),
])
export type ReportScope = z.infer<typeof reportScopeSchema>

export const reportOptionsSchema = z.strictObject({
  /** Above everything; the report is named after the desk without one. */
  title: z.string().max(200),
  /** The analysts' notes on passages and links. Notes on verdicts are always told: they are the reasons. */
  notes: z.boolean(),
  /** Passages and links that belong to no claim. */
  others: z.boolean(),
  contents: z.boolean(),
  signOff: z.boolean(),
})
export type ReportOptions = z.infer<typeof reportOptionsSchema>

/** All that an editor may want. */
export const FULL_REPORT: ReportOptions = { title: '', notes: true, others: true, contents: true, signOff: true }
