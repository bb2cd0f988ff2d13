import { z } from 'zod'
import { highlightIdSchema } from './ids'

/** What checking a claim came to. `unprovable`: nobody could show it either way. */
export const ratingSchema = z.enum(['unchecked', 'supported', 'disputed', 'false', 'unprovable'])
export type Rating = z.infer<typeof ratingSchema>
export const RATINGS = ratingSchema.options

/** The analyst's word on a claim, with what it rests on. It is known by its claim: there is one at most. */
export const verdictSchema = z.strictObject({
  claim: highlightIdSchema,
  rating: ratingSchema,
  note: z.string(),
  /** Addresses, documents, people: whatever can be looked up, one each. */
  sources: z.array(z.string().min(1)).readonly(),
  annotator: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Verdict = z.infer<typeof verdictSchema>
