import { type Tag, tagSchema } from '../../model/highlight'
import { type Relation, relationSchema } from '../../model/relation'
import type { Label, ReadContext } from '../format'

/** The tag that a label means: what the user said, or our own word in any case. Null when it is neither, or to be left out. */
export function tagOf(label: string, { tags }: ReadContext): Tag | null {
  return tags?.has(label) ? (tags.get(label) ?? null) : ownTag(label)
}

/** The relation that a label means, likewise. */
export function relationOf(label: string, { relations }: ReadContext): Relation | null {
  return relations?.get(label) ?? ownRelation(label)
}

/** Counts the labels of a file that are no words of ours. */
export function countLabels(): {
  readonly tag: (label: string) => void
  readonly relation: (label: string) => void
  readonly counted: () => { readonly tags: readonly Label[]; readonly relations: readonly Label[] }
} {
  const tags = new Map<string, number>()
  const relations = new Map<string, number>()
  const add = (counts: Map<string, number>, label: string) => counts.set(label, (counts.get(label) ?? 0) + 1)
  return {
    tag: (label) => ownTag(label) ?? add(tags, label),
    relation: (label) => ownRelation(label) ?? add(relations, label),
    counted: () => ({ tags: mostFirst(tags), relations: mostFirst(relations) }),
  }
}

function ownTag(label: string): Tag | null {
  return tagSchema.safeParse(label.trim().toLowerCase()).data ?? null
}

function ownRelation(label: string): Relation | null {
  return relationSchema.safeParse(label.trim().toLowerCase()).data ?? null
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly Label[] {
  return Array.from(counts, ([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count)
}
