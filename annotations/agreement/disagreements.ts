import type { Highlight } from '../model/highlight'
import type { Comparison } from './compared'
import { keyOf, overlap } from './spans'

/** What two annotators disagree on: one alone marked it, with other ends, under another tag, or in more ways than one. */
export type DisagreementKind = 'left-only' | 'right-only' | 'ends' | 'tags' | 'mixed'

/** A passage that two annotators marked differently: highlights of one text that overlap and that not both made. */
export type Disagreement = {
  /** The index of its text in the comparison. */
  readonly text: number
  readonly kind: DisagreementKind
  /** From the first to the last character that anyone marked, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly left: readonly Highlight[]
  readonly right: readonly Highlight[]
}

/** Every disagreement of the first two sides of a comparison, text by text, in reading order. */
export function disagreementsOf({ texts }: Comparison): Disagreement[] {
  return texts.flatMap(({ highlights: [left = [], right = []] }, text) => {
    const [lefts, rights] = [new Set(left.map(keyOf)), new Set(right.map(keyOf))]
    const alone = [
      ...left.filter((one) => !rights.has(keyOf(one))).map((highlight) => ({ side: 'left' as const, highlight })),
      ...right.filter((one) => !lefts.has(keyOf(one))).map((highlight) => ({ side: 'right' as const, highlight })),
    ].sort((a, b) => a.highlight.anchor.start - b.highlight.anchor.start)

    const groups: (typeof alone)[] = []
    let end = 0
    for (const one of alone) {
      const group = groups.at(-1)
      if (group && one.highlight.anchor.start < end) group.push(one)
      else groups.push([one])
      end = Math.max(end, one.highlight.anchor.end)
    }
    return groups.map((group): Disagreement => {
      const of = (side: 'left' | 'right') => group.filter((one) => one.side === side).map(({ highlight }) => highlight)
      const [mine, theirs] = [of('left'), of('right')]
      const anchors = group.map(({ highlight }) => highlight.anchor)
      return {
        text,
        kind: kindOf(mine, theirs),
        start: Math.min(...anchors.map(({ start }) => start)),
        end: Math.max(...anchors.map((anchor) => anchor.end)),
        left: mine,
        right: theirs,
      }
    })
  })
}

function kindOf(left: readonly Highlight[], right: readonly Highlight[]): DisagreementKind {
  const [mine, theirs] = [left[0], right[0]]
  if (!theirs) return 'left-only'
  if (!mine) return 'right-only'
  if (left.length > 1 || right.length > 1 || !overlap(mine, theirs)) return 'mixed'
  if (mine.tag === theirs.tag) return 'ends'
  return mine.anchor.start === theirs.anchor.start && mine.anchor.end === theirs.anchor.end ? 'tags' : 'mixed'
}
