import { z } from 'zod'
import { speakerIdSchema } from './ids'

/** What the analyst decided of a speaker: these names are one. Highlights keep the wording that was typed. */
export const speakerSchema = z.strictObject({
  id: speakerIdSchema,
  /** What the speaker is called wherever the app speaks of them. */
  name: z.string().min(1),
  /** Other wordings that mean the same speaker. No wording belongs to two, however it is spelled. */
  aliases: z.array(z.string().min(1)).readonly(),
  note: z.string(),
  annotator: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Speaker = z.infer<typeof speakerSchema>
