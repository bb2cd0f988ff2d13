import type { Highlight } from '../model/highlight'
import type { Comparison } from './compared'
import { keyOf, overlap } from './spans'

/**
 * What annotators disagree on: one `alone` marked it; `some` did, and not all, in the same way; those who did, with other `ends`,
 * under other `tags`, or `mixed`: in more ways than one.
 */
export type DisagreementKind = 'alone' | 'some' | 'ends' | 'tags' | 'mixed'

/** A passage that annotators marked differently: highlights of one text that overlap and that not all of them made. */
export type Disagreement = {
  /** The index of its text in the comparison. */
  readonly text: number
  readonly kind: DisagreementKind
  /** From the first to the last character that anyone marked, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** By side of the comparison. */
  readonly sides: readonly (readonly Highlight[])[]
}

/** Every disagreement of the sides of a comparison, text by text, in reading order. */
export function disagreementsOf({ texts }: Comparison): Disagreement[] {
  return texts.flatMap(({ highlights }, text) => {
    const keys = highlights.map((list) => new Set(list.map(keyOf)))
    const byAll = (one: Highlight) => keys.every((made) => made.has(keyOf(one)))
    const disputed = highlights
      .flatMap((list, side) => list.filter((one) => !byAll(one)).map((highlight) => ({ side, highlight })))
      .sort((a, b) => a.highlight.anchor.start - b.highlight.anchor.start)

    const groups: (typeof disputed)[] = []
    let end = 0
    for (const one of disputed) {
      const group = groups.at(-1)
      if (group && one.highlight.anchor.start < end) group.push(one)
      else groups.push([one])
      end = Math.max(end, one.highlight.anchor.end)
    }
    return groups.map((group): Disagreement => {
      const sides = highlights.map((_, side) =>
        group.filter((one) => one.side === side).map(({ highlight }) => highlight),
      )
      const anchors = group.map(({ highlight }) => highlight.anchor)
      return {
        text,
        kind: kindOf(sides),
        start: Math.min(...anchors.map(({ start }) => start)),
        end: Math.max(...anchors.map((anchor) => anchor.end)),
        sides,
      }
    })
  })
}

function kindOf(sides: Disagreement['sides']): DisagreementKind {
  const marked = sides.filter(({ length }) => length > 0)
  if (marked.length === 1) return 'alone'
  const keys = new Set(marked.flat().map(keyOf))
  if (marked.every((list) => new Set(list.map(keyOf)).size === keys.size)) return 'some'
  const single = marked.flatMap((list) => (list.length === 1 ? list : []))
  const [first] = single
  const all = (same: (one: Highlight, first: Highlight) => boolean) => first && single.every((one) => same(one, first))
  const meet = single.every((one) => single.every((other) => overlap(one, other)))
  if (single.length < marked.length || !meet) return 'mixed'
  if (all((one, other) => one.tag === other.tag)) return 'ends'
  return all(({ anchor }, other) => anchor.start === other.anchor.start && anchor.end === other.anchor.end)
    ? 'tags'
    : 'mixed'
}
