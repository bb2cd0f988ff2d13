import { z } from 'zod'
import type { Tag } from './highlight'

export const relationSchema = z.enum([
  'attributes',
  'denies',
  'contradicts',
  'supports',
  'repeats',
  'updates',
  'relates',
])
export type Relation = z.infer<typeof relationSchema>
export const RELATIONS = relationSchema.options

type Rule = {
  readonly symmetric: boolean
  /** Which tags the two ends usually have; null where any will do. */
  readonly from: readonly Tag[] | null
  readonly to: readonly Tag[] | null
  /** How the link reads from its start and, for directed relations, from its other end. */
  readonly forward: string
  readonly backward: string
}

const RULES: { readonly [R in Relation]: Rule } = {
  attributes: {
    symmetric: false,
    from: ['attribution'],
    to: ['claim', 'denial'],
    forward: 'attributes',
    backward: 'attributed by',
  },
  denies: { symmetric: false, from: ['denial'], to: ['claim'], forward: 'denies', backward: 'denied by' },
  contradicts: { symmetric: true, from: ['claim'], to: ['claim'], forward: 'contradicts', backward: 'contradicts' },
  supports: { symmetric: false, from: null, to: null, forward: 'supports', backward: 'supported by' },
  repeats: { symmetric: true, from: null, to: null, forward: 'repeats', backward: 'repeats' },
  updates: { symmetric: false, from: null, to: null, forward: 'updates', backward: 'updated by' },
  relates: { symmetric: true, from: null, to: null, forward: 'relates to', backward: 'relates to' },
}

/** Whether the relation reads the same from both ends. */
export function isSymmetric(relation: Relation): boolean {
  return RULES[relation].symmetric
}

/** How a link reads on the card of one of its ends: "denies", or "denied by" seen from the other. */
export function relationWords(relation: Relation, seenFrom: 'from' | 'to'): string {
  return seenFrom === 'from' ? RULES[relation].forward : RULES[relation].backward
}

/** The relation that a new link between two tags most likely has. */
export function defaultRelation(from: Tag, to: Tag): Relation {
  if (from === 'attribution' && to !== 'attribution') return 'attributes'
  if (from === 'denial' && to === 'claim') return 'denies'
  if (from === to) return 'repeats'
  return 'relates'
}

/**
 * Which way round a link between two highlights is meant, when the analyst only said "link these two": a directed
 * default found the other way round is turned, so that picking the claim first and the denial second still denies the claim.
 */
export function likelyLink(first: Tag, second: Tag): { readonly relation: Relation; readonly swap: boolean } {
  const ahead = defaultRelation(first, second)
  const back = defaultRelation(second, first)
  return ahead === 'relates' && back !== 'relates' ? { relation: back, swap: true } : { relation: ahead, swap: false }
}

/** A sentence when the relation seldom joins these tags, else null. Such a link is allowed: newspapers are odd. */
export function unusualPair(relation: Relation, from: Tag, to: Tag): string | null {
  const rule = RULES[relation]
  const fits = (rule.from === null || rule.from.includes(from)) && (rule.to === null || rule.to.includes(to))
  return fits ? null : `"${rule.forward}" seldom joins ${article(from)} to ${article(to)}.`
}

function article(tag: Tag): string {
  return tag === 'attribution' ? 'an attribution' : `a ${tag}`
}
