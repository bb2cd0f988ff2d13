import type { Span } from '#annotations/anchoring/segments'
import { type Block, blockStarts } from '#annotations/model/article'

/** Blocks in a row that are not part of the article: the first, how many, and where they lie in the text. */
export type AsideRun = Span & { readonly first: number; readonly count: number }

/** The runs of asides of a revision, in order. */
export function asideRuns(blocks: readonly Block[]): AsideRun[] {
  const starts = blockStarts(blocks)
  const runs: { first: number; count: number; start: number; end: number }[] = []
  for (const [index, block] of blocks.entries()) {
    if (!block.aside) continue
    const start = starts[index] ?? 0
    const end = start + block.text.length
    const last = runs.at(-1)
    if (last && last.first + last.count === index) {
      last.count++
      last.end = end
    } else runs.push({ first: index, count: 1, start, end })
  }
  return runs
}

/** Whether a run shows its text: as it was last put by hand, else when a passage lies in it. */
export function isOpenRun(
  run: AsideRun,
  byHand: ReadonlyMap<number, 'folded' | 'open'>,
  hasPassage: (run: AsideRun) => boolean,
): boolean {
  const chosen = byHand.get(run.first)
  return chosen === undefined ? hasPassage(run) : chosen === 'open'
}
