import { z } from 'zod'
import { carriedSchema, highlightSchema } from '../../model/highlight'
import { verdictSchema } from '../../model/verdict'
import { keptDocumentSchema, keptHighlightSchema, keptLinkSchema } from '../kept'
import type { RecordPath } from '../whole-json'

export const SIDE_CAR = 'crossread.json'

/** What a project has no place for, by the GUIDs of its sources, selections and links. */
export const sideCarSchema = z.object({
  format: z.literal('crossread-qdpx'),
  texts: z.record(z.string(), keptDocumentSchema).default({}),
  selections: z
    .record(
      z.string(),
      keptHighlightSchema.extend({
        carried: carriedSchema.optional(),
        settled: highlightSchema.options[0].shape.settled,
      }),
    )
    .default({}),
  links: z.record(z.string(), keptLinkSchema).default({}),
  verdicts: z.array(verdictSchema).default([]),
})
export type SideCar = z.infer<typeof sideCarSchema>
/** Where its records are, each of which it may do without. */
export const SIDE_CAR_RECORDS: readonly RecordPath[] = ['texts', 'selections', 'links', 'verdicts'].map((list) => [
  list,
  '*',
])
