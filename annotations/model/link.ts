import { z } from 'zod'
import { highlightIdSchema, linkIdSchema } from './ids'
import { isSymmetric, relationSchema } from './relation'

/** A directed, typed, annotated tie between two highlights of the same or of different articles. */
export const linkSchema = z.strictObject({
  id: linkIdSchema,
  from: highlightIdSchema,
  to: highlightIdSchema,
  relation: relationSchema,
  note: z.string(),
  annotator: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Link = z.infer<typeof linkSchema>

/** Whether two links say the same thing; a symmetric relation says it either way round. */
export function sameLink(
  a: Pick<Link, 'from' | 'to' | 'relation'>,
  b: Pick<Link, 'from' | 'to' | 'relation'>,
): boolean {
  if (a.relation !== b.relation) return false
  if (a.from === b.from && a.to === b.to) return true
  return isSymmetric(a.relation) && a.from === b.to && a.to === b.from
}
