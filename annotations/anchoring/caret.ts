import { type Piece, piecesAround } from './pieces'
import { graphemeEnd, graphemeStart, type Span } from './segments'

export type CaretUnit = 'character' | Piece

/**
 * Where the caret goes from `offset`: forward to the end of a character, word, sentence or paragraph, backward to its
 * start, so that what was passed over is worth selecting. A word stops at a paragraph's edge before it goes on to the
 * next. Always lands between characters, and always moves unless it is at the text's end already. UTF-16 units.
 */
export function moveOffset(text: string, offset: number, unit: CaretUnit, direction: 1 | -1, locale?: string): number {
  const from = Math.min(Math.max(0, offset), text.length)
  if (direction === 1) {
    return graphemeEnd(text, unit === 'character' ? from + 1 : endAfter(text, from, unit, locale))
  }
  return graphemeStart(text, unit === 'character' ? from - 1 : startBefore(text, from, unit, locale))
}

function endAfter(text: string, offset: number, piece: Piece, locale?: string): number {
  for (let at = offset; at < text.length; ) {
    const stretch = piecesAround(text, at, piece, locale)
    const next = stretch.pieces.find(({ end }) => end > offset)
    if (next) return next.end
    const atFeed = text[stretch.end] === '\n'
    if (atFeed && piece === 'word' && stretch.end > offset) return stretch.end
    at = atFeed ? stretch.end + 1 : stretch.end
  }
  return text.length
}

function startBefore(text: string, offset: number, piece: Piece, locale?: string): number {
  for (let at = offset; at > 0; ) {
    const stretch = piecesAround(text, at, piece, locale)
    const last = stretch.pieces.findLast(({ start }) => start < offset)
    if (last) return last.start
    const atFeed = text[stretch.start - 1] === '\n'
    if (atFeed && piece === 'word' && stretch.start < offset) return stretch.start
    at = atFeed ? stretch.start - 1 : stretch.start
  }
  return 0
}

const PIECES = ['word', 'sentence', 'paragraph'] as const satisfies readonly Piece[]

/**
 * The next larger passage around a selection or a caret: the words it touches, then the sentences, then the paragraphs.
 * The same passage when there is none larger.
 */
export function expandSpan(text: string, span: Span, locale?: string): Span {
  for (const piece of PIECES) {
    const wider = cover(text, span, piece, locale)
    if (wider.start < span.start || wider.end > span.end) return wider
  }
  return span
}

function cover(text: string, span: Span, piece: Piece, locale?: string): Span {
  const first = piecesAround(text, span.start, piece, locale).pieces
  if (span.start === span.end) {
    const at = span.start
    return first.find(({ start, end }) => start <= at && at < end) ?? first.find(({ end }) => end === at) ?? span
  }
  const last = piecesAround(text, span.end, piece, locale).pieces
  return {
    start: first.find(({ start, end }) => start <= span.start && span.start < end)?.start ?? span.start,
    end: last.find(({ start, end }) => start < span.end && span.end <= end)?.end ?? span.end,
  }
}
