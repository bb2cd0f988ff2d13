import { type CaretUnit, moveOffset } from '#annotations/anchoring/caret'
import { piecesAround } from '#annotations/anchoring/pieces'
import { graphemeEnd, graphemeStart, isBlank, type Span, snapSpan } from '#annotations/anchoring/segments'

export type Edge = 'start' | 'end'

/** UTF-16 units around a dragged edge in which a word's edge is looked for. */
const NEARBY = 60

/**
 * A passage with one edge moved by a character or word. White space at an edge is never part of a passage, so a step that
 * only crosses some goes on until the passage has changed. Null when nothing is left, or nothing is there to move into.
 */
export function moveEdge(
  text: string,
  span: Span,
  edge: Edge,
  unit: CaretUnit,
  direction: 1 | -1,
  locale?: string,
): Span | null {
  for (let at = span[edge]; ; ) {
    const next = moveOffset(text, at, unit, direction, locale)
    if (next === at) return null
    at = next
    const moved = withEdge(text, span, edge, at)
    if (moved === null) return null
    if (moved.start !== span.start || moved.end !== span.end) return moved
  }
}

/** A passage whose edge is put at an offset, snapped; null when nothing would be left of it. */
export function withEdge(text: string, span: Span, edge: Edge, at: number): Span | null {
  const start = edge === 'start' ? at : span.start
  const end = edge === 'end' ? at : span.end
  return start < end ? snapSpan(text, start, end) : null
}

/** The place nearest to an offset where a word, or what is written between spaces, starts or ends. */
export function nearestWordEdge(text: string, offset: number, locale?: string): number {
  const at = graphemeStart(text, offset)
  const edges = piecesAround(text, at, 'word', locale).pieces.flatMap(({ start, end }) => [start, end])
  for (let i = Math.max(1, at - NEARBY); i < Math.min(text.length, at + NEARBY); i++) {
    if (isBlank(text.charCodeAt(i)) !== isBlank(text.charCodeAt(i - 1))) edges.push(graphemeEnd(text, i))
  }
  let best = at
  let distance = NEARBY
  for (const edge of edges) {
    if (Math.abs(edge - offset) >= distance) continue
    best = edge
    distance = Math.abs(edge - offset)
  }
  return best
}
