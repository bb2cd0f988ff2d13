import { z } from 'zod'
import { highlightSchema } from '../../model/highlight'
import { keptDocumentSchema, linkAcrossSchema } from '../kept'
import type { RecordPath } from '../whole-json'

export const SIDE_CAR = 'crossread.json'

/** What a .tsv has no place for, by the file's name and our ids, which are a feature of the layer. */
export const sideCarSchema = z.object({
  format: z.literal('crossread-webanno-tsv'),
  documents: z
    .array(
      keptDocumentSchema.extend({
        file: z.string(),
        /** The whole text: between sentences a .tsv has offsets alone. */
        text: z.string(),
        spans: z.record(
          z.string(),
          z.object({
            prefix: z.string(),
            suffix: z.string(),
            /** In UTF-16 units, where the passage begins or ends with a space, which no token holds. */
            whole: z.object({ start: z.number(), end: z.number() }).optional(),
          }),
        ),
        /** Highlights of spaces alone. */
        blank: z.array(highlightSchema),
      }),
    )
    .default([]),
  links: z.array(linkAcrossSchema).default([]),
})
export type SideCar = z.infer<typeof sideCarSchema>
/** Where its records are, each of which it may do without. */
export const SIDE_CAR_RECORDS: readonly RecordPath[] = [
  ['documents', '*'],
  ['links', '*'],
]
