import { carryHighlights, type HighlightOutcome, type ToCarry } from '#annotations/anchoring/carry/carry-highlights'
import { type BlockRow, diffBlocks } from '#annotations/anchoring/carry/diff-blocks'

type Blocks = readonly { readonly text: string }[]

/** What is to be found in a new text, as plain values: it may be done in another thread. */
export type CarryWork = {
  readonly newBlocks: Blocks
  /** Highlights by the text that they are in. */
  readonly groups: readonly { readonly oldBlocks: Blocks; readonly highlights: readonly ToCarry[] }[]
  readonly want: 'proposals' | 'outcomes'
  /** A text to compare with, paragraph by paragraph; null for none. */
  readonly compareWith: Blocks | null
}

export type CarryResult = {
  /** For each group, the outcomes in its order. */
  readonly outcomes: readonly (readonly HighlightOutcome[])[]
  readonly rows: readonly BlockRow[]
}

/** @param progress told how many highlights are done, now and then */
export function doCarryWork(work: CarryWork, progress: (done: number) => void): CarryResult {
  let before = 0
  const outcomes = work.groups.map(({ oldBlocks, highlights }) => {
    const found = carryHighlights(oldBlocks, work.newBlocks, highlights, (done) => progress(before + done), work.want)
    before += highlights.length
    return found
  })
  return { outcomes, rows: work.compareWith === null ? [] : diffBlocks(work.compareWith, work.newBlocks) }
}

/** UTF-16 units and highlights, weighed: what stays below 50,000 takes less than about 50 ms. */
export function weightOf({ newBlocks, groups, compareWith }: CarryWork): number {
  const texts = [newBlocks, ...groups.map((group) => group.oldBlocks), compareWith ?? []]
  const units = texts.flat().reduce((total, block) => total + block.text.length, 0)
  return units + groups.reduce((total, group) => total + group.highlights.length * 50, 0)
}
