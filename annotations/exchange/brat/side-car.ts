import { z } from 'zod'
import { highlightSchema } from '../../model/highlight'
import { keptDocumentSchema, keptHighlightSchema, keptLinkSchema, linkAcrossSchema } from '../kept'
import type { RecordPath } from '../whole-json'

export const SIDE_CAR = 'crossread.json'

/** What brat's own files have no place for, by the file's name and the line's id. */
export const sideCarSchema = z.object({
  format: z.literal('crossread-brat'),
  documents: z
    .array(
      keptDocumentSchema.extend({
        file: z.string(),
        spans: z.record(
          z.string(),
          keptHighlightSchema.extend({
            /** In UTF-16 units, where the passage begins or ends with a line feed, which no fragment holds. */
            whole: z.object({ start: z.number(), end: z.number() }).optional(),
          }),
        ),
        relations: z.record(z.string(), keptLinkSchema),
        /** Highlights of line feeds alone, which no fragment can hold. */
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
