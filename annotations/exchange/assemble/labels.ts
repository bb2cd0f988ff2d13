import { type Tag, tagSchema } from '../../model/highlight'
import { type Relation, relationSchema } from '../../model/relation'
import type { ReadContext } from '../format'

/** The tag that a label means: what the user said, or our own word in any case. Null when it is neither. */
export function tagOf(label: string, { tags }: ReadContext): Tag | null {
  return tags?.get(label) ?? tagSchema.safeParse(label.trim().toLowerCase()).data ?? null
}

/** The relation that a label means, likewise. */
export function relationOf(label: string, { relations }: ReadContext): Relation | null {
  return relations?.get(label) ?? relationSchema.safeParse(label.trim().toLowerCase()).data ?? null
}
