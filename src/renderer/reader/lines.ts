import { graphemeEnd, graphemeStart } from '#annotations/anchoring/segments'
import type { Positions } from './positions'

/** What moving by line has to know of the page: where the caret would stand at an offset, in CSS px of one origin. */
export type Page = {
  readonly text: string
  readonly positions: Positions
  readonly rectAt: (offset: number) => { readonly left: number; readonly top: number; readonly bottom: number }
}

/** One line as it is drawn: UTF-16 units. `end` is the last place for a caret on it, before the space that breaks it. */
export type Line = { readonly start: number; readonly end: number }

/**
 * The drawn line that holds an offset. Lines follow one another in reading order even where scripts of both directions mix,
 * so their edges are found by halving: some ten measurements in a paragraph.
 */
export function lineAt(page: Page, offset: number): Line {
  const { positions, rectAt, text } = page
  const block = positions.blockAt(offset)
  const here = rectAt(offset)
  const middle = (here.top + here.bottom) / 2
  const last = positions.endOf(block)
  const start = firstWhere(positions.startOf(block), offset, (at) => rectAt(at).bottom > middle)
  const next = firstWhere(offset, last + 1, (at) => at > last || rectAt(at).top > middle)
  return { start: graphemeEnd(text, start), end: next > last ? last : graphemeStart(text, Math.max(start, next - 1)) }
}

/**
 * The offset on the line above or below that is nearest to a height's `x`; the text's start or end from the first or last
 * line. UTF-16 units, between characters.
 */
export function moveByLine(page: Page, offset: number, direction: 1 | -1, x: number): number {
  const line = lineAt(page, offset)
  const { positions, text } = page
  const block = positions.blockAt(offset)
  if (direction === 1) {
    if (line.end === text.length) return text.length
    const isLast = line.end === positions.endOf(block)
    return nearest(page, lineAt(page, isLast ? line.end + 1 : graphemeEnd(text, line.end + 1)), x)
  }
  if (line.start === 0) return 0
  return nearest(page, lineAt(page, graphemeStart(text, line.start - 1)), x)
}

function nearest({ text, rectAt }: Page, line: Line, x: number): number {
  let best = line.start
  let distance = Number.POSITIVE_INFINITY
  for (let at = line.start; at <= line.end; at = at < line.end ? graphemeEnd(text, at + 1) : at + 1) {
    const away = Math.abs(rectAt(at).left - x)
    if (away < distance) {
      best = at
      distance = away
    }
  }
  return best
}

/** The first whole number from `low` on, below `high`, for which a test that turns true once is true; else `high`. */
function firstWhere(low: number, high: number, holds: (at: number) => boolean): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
