import { z } from 'zod'
import { carriedSchema, highlightSchema } from '../../model/highlight'
import { verdictSchema } from '../../model/verdict'
import { keptDocumentSchema, keptHighlightSchema, keptLinkSchema } from '../kept'

export const SIDE_CAR = 'crossread.json'

/** What a project has no place for, by the GUIDs of its sources, selections and links. */
export const sideCarSchema = z.object({
  format: z.literal('crossread-qdpx'),
  texts: z.record(z.string(), keptDocumentSchema),
  selections: z.record(
    z.string(),
    keptHighlightSchema.extend({
      carried: carriedSchema.optional(),
      settled: highlightSchema.options[0].shape.settled,
    }),
  ),
  links: z.record(z.string(), keptLinkSchema),
  verdicts: z.array(verdictSchema),
})
export type SideCar = z.infer<typeof sideCarSchema>
