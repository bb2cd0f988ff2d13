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
  readonly all: readonly Passage[]
  readonly byId: ReadonlyMap<string, Passage>
  /** Those that share at least one unit with `from` to `to`, in reading order. */
  readonly overlapping: (from: number, to: number) => readonly Passage[]
}

/**
 * Indexes the highlights of a revision; those of other revisions, which have no passage here, are left out.
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
  const spans = highlights
    .filter((highlight) => highlight.revisionId === revision && highlight.anchor.end <= length)
    .map((highlight) => ({
      highlight,
      ...(resizing?.id === highlight.id ? spanOf(resizing) : spanOf(highlight.anchor)),
    }))
  // A dragged edge may change the order; the sort of a sorted array is a walk over it.
  if (resizing) spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const all = withLevels(spans)
  const reach = furthestEnds(all)
  return {
    all,
    byId: new Map(all.map((passage) => [passage.highlight.id, passage])),
    overlapping(from, to) {
      const found: Passage[] = []
      for (let i = countBefore(all, to) - 1; i >= 0 && (reach[i] ?? 0) > from; i--) {
        const passage = all[i]
        if (passage && passage.end > from) found.push(passage)
      }
      return found.reverse()
    },
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

function withLevels(spans: readonly Omit<Passage, 'level'>[]): Passage[] {
  const free: number[] = []
  return spans.map((span) => {
    const open = free.findIndex((end) => end <= span.start)
    const level = open === -1 ? free.length : open
    free[level] = span.end
    return { ...span, level }
  })
}

/** For each passage, how far it and those before it reach: where a search backwards may stop. */
function furthestEnds(all: readonly Passage[]): number[] {
  let furthest = 0
  return all.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
}

/** How many passages start before an offset. */
function countBefore(all: readonly Passage[], offset: number): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((all[middle]?.start ?? 0) < offset) low = middle + 1
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
