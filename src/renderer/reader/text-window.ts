import type { Span } from '#annotations/anchoring/segments'
import { lastIndexWhere, type Positions } from './positions'

/** Where the blocks lie, in CSS px from the top of the text; `tops` has one more entry, the text's height. */
export type Layout = { readonly tops: readonly number[] }

/** UTF-16 units: a block longer than this is not drawn whole only because its first line is in view. */
const LONG_BLOCK = 4_000
/** UTF-16 units added at a cut inside a long block, whose lines are not all of one length. */
const SLACK = 1_000

/** The text that lies between two heights, generously: whole blocks, and of a very long block about the part in view. */
export function textBetween(layout: Layout, positions: Positions, from: number, to: number): Span {
  const count = layout.tops.length - 1
  const topOf = (block: number) => layout.tops[block] ?? 0
  const place = (y: number, wholeBlock: 'start' | 'end', slack: number) => {
    const block = lastIndexWhere(count, (index) => topOf(index) <= y)
    const start = positions.startOf(block)
    const length = positions.endOf(block) - start
    if (length <= LONG_BLOCK) return wholeBlock === 'start' ? start : start + length
    const height = topOf(block + 1) - topOf(block)
    const share = height > 0 ? (y - topOf(block)) / height : 0
    return Math.min(start + length, Math.max(start, Math.round(start + share * length) + slack))
  }
  return { start: place(from, 'start', -SLACK), end: place(to, 'end', SLACK) }
}

/** Where an offset lies, to the line: exact at a block's start, and elsewhere as far as lines are equally long. */
export function estimateTop(layout: Layout, positions: Positions, offset: number, lineHeight: number): number {
  const block = positions.blockAt(offset)
  const top = layout.tops[block] ?? 0
  const height = (layout.tops[block + 1] ?? top) - top
  const start = positions.startOf(block)
  const length = Math.max(1, positions.endOf(block) - start)
  const lines = Math.max(1, Math.round(height / lineHeight))
  return top + Math.min(lines - 1, Math.floor(((offset - start) / length) * lines)) * lineHeight
}
