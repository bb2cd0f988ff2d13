import { z } from 'zod'
import { articleSchema, blockSchema, sourceSchema } from './article'

/** What a person may say and correct about an article; the rest follows from it. */
export const articleDetailsSchema = articleSchema.pick({
  title: true,
  publisher: true,
  byline: true,
  published: true,
  url: true,
  language: true,
  direction: true,
})
export type ArticleDetails = z.infer<typeof articleDetailsSchema>

/** An article before it is added: what was recognised, for the user to correct. */
export const articleDraftSchema = z.strictObject({
  ...articleDetailsSchema.shape,
  blocks: z.array(blockSchema).min(1).readonly(),
  source: sourceSchema,
})
export type ArticleDraft = z.infer<typeof articleDraftSchema>
