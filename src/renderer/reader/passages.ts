import type { Span } from '#annotations/anchoring/segments'
import type { Highlight } from '#annotations/model/highlight'
import type { RevisionId } from '#annotations/model/ids'
import type { Resizing } from '../state/reader'

/** A highlight as it lies in the text that is shown. */
export type Passage = Span & {
  readonly highlight: Highlight
  /** The lowest line that no overlapping passage before it has taken: where its underline is drawn. */
  readonly level: number
}

/** The passages of one revision, in reading order, to be looked up by place. */
export type Passages = {
  readonly count: number
  readonly find: (id: string) => Passage | undefined
  /** Those that share at least one unit with `from` to `to`, in reading order. */
  readonly overlapping: (from: number, to: number) => readonly Passage[]
}

/**
 * Indexes the highlights of a revision; those of other revisions, which have no passage here, are left out. Numbers in flat
 * arrays: at every change this runs over all highlights of the article, for the sake of the few in view.
 *
 * @param highlights in reading order
 * @param length of the text in UTF-16 units
 */
export function createPassages(
  highlights: readonly Highlight[],
  revision: RevisionId,
  length: number,
  resizing: Resizing | null = null,
): Passages {
  const spanOf = ({ id, anchor }: Highlight): Span => (resizing?.id === id ? resizing : anchor)
  const isHere = ({ revisionId, anchor }: Highlight) => revisionId === revision && anchor.end <= length
  const here = highlights.every(isHere) ? highlights : highlights.filter(isHere)
  // A dragged edge may change the order.
  const shown = resizing
    ? here.toSorted((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end)
    : here
  const { starts, ends, levels, reach } = arrange(shown, spanOf)
  const passageAt = (index: number): Passage | undefined => {
    const highlight = shown[index]
    return highlight && { highlight, start: starts[index] ?? 0, end: ends[index] ?? 0, level: levels[index] ?? 0 }
  }
  /** Made when it is first asked for: drawing needs none. */
  let byId: Map<string, number> | null = null
  return {
    count: shown.length,
    find(id) {
      byId ??= new Map(shown.map((highlight, index) => [highlight.id, index]))
      return passageAt(byId.get(id) ?? -1)
    },
    overlapping(from, to) {
      const found: Passage[] = []
      for (let i = countBefore(starts, to) - 1; i >= 0 && (reach[i] ?? 0) > from; i--) {
        const passage = (ends[i] ?? 0) > from ? passageAt(i) : undefined
        if (passage) found.push(passage)
      }
      return found.reverse()
    },
  }
}

/**
 * Where each passage starts and ends, on which level it is drawn, and how far it and those before it reach: where a search
 * backwards may stop. One plain loop: over an iterator it takes ten times as long.
 */
function arrange(shown: readonly Highlight[], spanOf: (highlight: Highlight) => Span) {
  const starts = new Float64Array(shown.length)
  const ends = new Float64Array(shown.length)
  const reach = new Float64Array(shown.length)
  const levels = new Uint16Array(shown.length)
  const free: number[] = []
  let furthest = 0
  for (let i = 0; i < shown.length; i++) {
    const highlight = shown[i]
    if (!highlight) break
    const { start, end } = spanOf(highlight)
    let level = 0
    while ((free[level] ?? 0) > start) level++
    free[level] = end
    furthest = Math.max(furthest, end)
    starts[i] = start
    ends[i] = end
    levels[i] = level
    reach[i] = furthest
  }
  return { starts, ends, levels, reach }
}

/** How many passages start before an offset. */
function countBefore(starts: Float64Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A stretch of the text within which the same passages lie; the shortest first. */
export type Piece = Span & { readonly passages: readonly Passage[] }

/** Cuts `from` to `to` wherever a passage starts or ends, and leaves out what lies in none. */
export function cutPieces(passages: readonly Passage[], from: number, to: number): Piece[] {
  if (passages.length === 0) return []
  const cuts = new Set<number>()
  for (const { start, end } of passages) cuts.add(Math.max(from, start)).add(Math.min(to, end))
  const ordered = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let open: Passage[] = []
  let next = 0
  for (const [i, start] of ordered.entries()) {
    const end = ordered[i + 1]
    if (end === undefined) break
    open = open.filter((passage) => passage.end > start)
    for (let passage = passages[next]; passage && passage.start <= start; passage = passages[++next]) {
      if (passage.end > start) open.push(passage)
    }
    if (open.length > 0) pieces.push({ start, end, passages: open.toSorted(byLength) })
  }
  return pieces
}

const byLength = (a: Passage, b: Passage) => a.end - a.start - (b.end - b.start) || b.level - a.level
