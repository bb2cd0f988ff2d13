import { type Block, blockStarts } from '../../model/article'
import { alignBlocks, type BlockAlignment } from './align-blocks'
import { diffWords, type Stretch } from './diff-words'
import { tokenize } from './tokens'

/** A range of a text: UTF-16 units, end-exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** Where a passage of the old text is in the new one. `score` is the share of its words that stayed, 0 to 1. */
export type Carried = Span & {
  readonly score: number
  /** `same`: its paragraphs are the same to the letter; `diff`: they were edited, and their words compared. */
  readonly method: 'same' | 'diff'
  /** Why the place is not to be trusted; null when it is. */
  readonly doubt: Doubt | null
}

/** `edge`: an edge lies in words that were rewritten as a whole. `changed`: too little of the passage stayed. `torn`: its paragraphs moved apart. */
export type Doubt = 'edge' | 'changed' | 'torn'

/** Below this share of words that stayed, a passage is not taken for the same statement without asking. */
const LEAST_KEPT = 0.5

type BlockMap = {
  readonly newBlock: number
  /** Null when the block is the same to the letter. */
  readonly stretches: readonly Stretch[] | null
}

/**
 * Carries passages from one revision's blocks to the next: blocks are aligned first, wherever they moved; inside aligned
 * blocks the words are diffed; a passage's edges go where their words went. Null for a passage whose block is gone.
 * Diffs are made once a block, and only for blocks that hold a passage.
 */
export function carryPassages(
  oldBlocks: readonly Pick<Block, 'text'>[],
  newBlocks: readonly Pick<Block, 'text'>[],
  spans: readonly Span[],
): (Carried | null)[] {
  const olds = oldBlocks.map((block) => block.text)
  const news = newBlocks.map((block) => block.text)
  const oldStarts = blockStarts(olds.map(asBlock))
  const newStarts = blockStarts(news.map(asBlock))
  const alignment = alignBlocks(olds, news)
  const maps = new Map<number, BlockMap | null>()
  const mapOf = (block: number) => {
    const known = maps.get(block)
    if (known !== undefined) return known
    const made = mapBlock(block, olds, news, alignment)
    maps.set(block, made)
    return made
  }
  return spans.map((span) => carry(span, oldStarts, newStarts, olds, mapOf))
}

const asBlock = (text: string): Block => ({ kind: 'paragraph', text })

function mapBlock(
  block: number,
  olds: readonly string[],
  news: readonly string[],
  alignment: BlockAlignment,
): BlockMap | null {
  const newBlock = alignment[block]
  if (newBlock == null) return null
  const [before, after] = [olds[block] ?? '', news[newBlock] ?? '']
  return { newBlock, stretches: before === after ? null : diffWords(before, after) }
}

function carry(
  span: Span,
  oldStarts: readonly number[],
  newStarts: readonly number[],
  olds: readonly string[],
  mapOf: (block: number) => BlockMap | null,
): Carried | null {
  const first = blockAt(oldStarts, span.start)
  const last = blockAt(oldStarts, Math.max(span.start, span.end - 1))
  const head = mapOf(first)
  const tail = mapOf(last)
  if (!head || !tail) return null
  const from = span.start - (oldStarts[first] ?? 0)
  const to = span.end - (oldStarts[last] ?? 0)
  const start = mapStart(olds[first] ?? '', head.stretches, from)
  const end = mapEnd(olds[last] ?? '', tail.stretches, to)
  const newStart = (newStarts[head.newBlock] ?? 0) + start.offset
  const newEnd = (newStarts[tail.newBlock] ?? 0) + end.offset
  if (newEnd <= newStart) return null
  const kept = keptShare(first, last, from, to, olds, mapOf)
  const torn = tail.newBlock - head.newBlock !== last - first
  const doubt = torn ? 'torn' : kept < LEAST_KEPT ? 'changed' : start.vague || end.vague ? 'edge' : null
  const method = isUntouched(first, last, mapOf) ? 'same' : 'diff'
  return { start: newStart, end: newEnd, score: kept, method, doubt }
}

function isUntouched(first: number, last: number, mapOf: (block: number) => BlockMap | null): boolean {
  for (let block = first; block <= last; block++) if (mapOf(block)?.stretches !== null) return false
  return true
}

/** The block that holds an offset of the text: the last that starts at or before it. */
function blockAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

type Mapped = { readonly offset: number; readonly vague: boolean }

/** Where a passage's first character went: with the word it starts. */
function mapStart(text: string, stretches: readonly Stretch[] | null, offset: number): Mapped {
  if (!stretches) return { offset, vague: false }
  for (const [i, stretch] of stretches.entries()) {
    if (stretch.oldWords === 0 || stretch.oldEnd <= offset) continue
    if (stretch.same) {
      return {
        offset: stretch.newStart + Math.max(0, offset - stretch.oldStart),
        vague: mayHaveSlid(text, stretches, i),
      }
    }
    // The word was removed: the passage now starts at the next one that is left.
    if (stretch.newWords === 0)
      return { offset: nextStart(stretches, i, stretch.newEnd), vague: offset > stretch.oldStart }
    return { offset: stretch.newStart, vague: offset > stretch.oldStart || stretch.oldWords !== stretch.newWords }
  }
  return { offset: stretches.at(-1)?.newEnd ?? offset, vague: true }
}

/**
 * Whether a word that stayed may be another that reads the same: it stands alone between changes, and next to it the very
 * word was removed, as the second "no" when "no talks, no" became "there were no". An edge there may be some words off.
 */
function mayHaveSlid(text: string, stretches: readonly Stretch[], index: number): boolean {
  const [before, here, after] = [stretches[index - 1], stretches[index], stretches[index + 1]]
  if (!before || !here || !after || here.oldWords > 1 || before.same || after.same) return false
  const stayed = new Set(wordsOf(text, here))
  return [before, after].some((gone) => wordsOf(text, gone).some((word) => stayed.has(word)))
}

function wordsOf(text: string, { oldStart, oldEnd }: Stretch): string[] {
  return tokenize(text.slice(oldStart, oldEnd)).map((token) => token.text)
}

function nextStart(stretches: readonly Stretch[], after: number, otherwise: number): number {
  return (
    stretches.slice(after + 1).find((stretch) => stretch.newWords > 0 && stretch.oldWords > 0)?.newStart ?? otherwise
  )
}

/** Where a passage's last character went: with the word it ends. */
function mapEnd(text: string, stretches: readonly Stretch[] | null, offset: number): Mapped {
  if (!stretches) return { offset, vague: false }
  for (let i = stretches.length - 1; i >= 0; i--) {
    const stretch = stretches[i]
    if (!stretch || stretch.oldWords === 0 || stretch.oldStart >= offset) continue
    if (stretch.same) {
      const inside = Math.min(offset, stretch.oldEnd)
      return { offset: stretch.newStart + (inside - stretch.oldStart), vague: mayHaveSlid(text, stretches, i) }
    }
    if (stretch.newWords === 0) return { offset: stretch.newStart, vague: offset < stretch.oldEnd }
    return { offset: stretch.newEnd, vague: offset < stretch.oldEnd || stretch.oldWords !== stretch.newWords }
  }
  return { offset: stretches[0]?.newStart ?? offset, vague: true }
}

/** The share of a passage that stayed, in UTF-16 units: of what was neither replaced nor removed. */
function keptShare(
  first: number,
  last: number,
  from: number,
  to: number,
  olds: readonly string[],
  mapOf: (block: number) => BlockMap | null,
): number {
  let total = 0
  let kept = 0
  for (let block = first; block <= last; block++) {
    const low = block === first ? from : 0
    const high = block === last ? to : (olds[block]?.length ?? 0)
    total += high - low
    const map = mapOf(block)
    if (!map) continue
    kept += high - low
    for (const { same, oldStart, oldEnd } of map.stretches ?? [])
      if (!same) kept -= Math.max(0, Math.min(high, oldEnd) - Math.max(low, oldStart))
  }
  return total === 0 ? 0 : kept / total
}
