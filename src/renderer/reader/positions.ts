/** Between the text's offsets (UTF-16 units) and the positions of the reader's ProseMirror document. */
export type Positions = {
  /** Index of the block that holds an offset; the line feed after a block belongs to it. */
  readonly blockAt: (offset: number) => number
  readonly startOf: (block: number) => number
  /** Offset just after the block's last character. */
  readonly endOf: (block: number) => number
  readonly toPosition: (offset: number) => number
  /** Positions between two blocks count as the end of the first. */
  readonly toOffset: (position: number) => number
}

/**
 * Every block is one textblock at the top of the document, and opens and closes with a token of its own; the text has one
 * line feed between two blocks instead. So a position is its offset, plus one for each block opened, counting its own.
 *
 * @param starts where each block starts in the text, as `blockStarts` gives it
 * @param length of the whole text in UTF-16 units
 */
export function createPositions(starts: readonly number[], length: number): Positions {
  const startOf = (block: number) => starts[block] ?? length
  const endOf = (block: number) => (block + 1 < starts.length ? startOf(block + 1) - 1 : length)
  const blockAt = (offset: number) => lastIndexWhere(starts.length, (block) => startOf(block) <= offset)
  return {
    blockAt,
    startOf,
    endOf,
    toPosition(offset) {
      const inside = Math.min(Math.max(0, offset), length)
      return inside + blockAt(inside) + 1
    },
    toOffset(position) {
      const block = lastIndexWhere(starts.length, (index) => startOf(index) + index + 1 <= position)
      return Math.min(Math.max(startOf(block), position - block - 1), endOf(block))
    },
  }
}

/** The last of `count` indexes for which a test that turns false once is true; 0 when there is none. Binary search. */
export function lastIndexWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
