import { z } from 'zod'
import { tagSchema } from '../model/highlight'
import { articleIdSchema } from '../model/ids'

/** What an export covers. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk') }),
  z.strictObject({ kind: z.literal('articles'), ids: z.array(articleIdSchema).min(1).readonly() }),
  z.strictObject({ kind: z.literal('tag'), tag: tagSchema }),
])
export type ExportScope = z.infer<typeof exportScopeSchema>
