import { z } from 'zod'
import { articleIdSchema } from '#annotations/model/ids'

/** Shares of the window's width, from the left, that add up to about one. */
const shares = (sides: number) => z.array(z.number().min(0.05).max(1)).length(sides).readonly()

/** What was compared last, and how wide: kept with the desk's settings, not with what was said about articles. */
export const compareMemorySchema = z.strictObject({
  articles: z.array(articleIdSchema.nullable()).min(2).max(3).readonly(),
  two: shares(2).optional(),
  three: shares(3).optional(),
})
export type CompareMemory = z.infer<typeof compareMemorySchema>
