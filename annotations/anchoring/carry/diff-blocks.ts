import type { Block } from '../../model/article'
import { alignBlocks } from './align-blocks'
import { diffWords } from './diff-words'
import { longestRising } from './longest-rising'

/** Some words of a paragraph and what became of them. Those that stayed or were added make up the new text, in order. */
export type WordPiece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** One paragraph of two revisions, as it is to be read: the words of both, in the order of the new text. */
export type BlockRow = {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  /** It stands elsewhere among its neighbours than it did. */
  readonly moved: boolean
  readonly oldBlock: number | null
  readonly newBlock: number | null
  readonly pieces: readonly WordPiece[]
}

type Texts = readonly Pick<Block, 'text'>[]

/** What changed from one revision to another, paragraph by paragraph; one that was removed follows the one that it followed. */
export function diffBlocks(oldBlocks: Texts, newBlocks: Texts): BlockRow[] {
  const olds = oldBlocks.map((block) => block.text)
  const news = newBlocks.map((block) => block.text)
  const alignment = alignBlocks(olds, news)
  const pairs = alignment.flatMap((to, from): (readonly [number, number])[] => (to === null ? [] : [[from, to]]))
  const stayed = new Set(longestRising(pairs).map(([from]) => from))
  const oldOf = new Map(pairs.map(([from, to]) => [to, from]))
  const removed = removedAfter(alignment)

  const rows: BlockRow[] = []
  const pushRemoved = (after: number) => {
    for (const oldBlock of removed.get(after) ?? [])
      rows.push({ kind: 'removed', moved: false, oldBlock, newBlock: null, pieces: whole('removed', olds[oldBlock]) })
  }
  pushRemoved(FRONT)
  for (const [newBlock, text] of news.entries()) {
    const oldBlock = oldOf.get(newBlock)
    if (oldBlock === undefined) {
      rows.push({ kind: 'added', moved: false, oldBlock: null, newBlock, pieces: whole('added', text) })
      continue
    }
    const pieces = diffPieces(olds[oldBlock] ?? '', text)
    const kind = pieces.every((piece) => piece.kind === 'same') ? 'same' : 'changed'
    rows.push({ kind, moved: !stayed.has(oldBlock), oldBlock, newBlock, pieces })
    pushRemoved(oldBlock)
  }
  return rows
}

const FRONT = -1

/** Removed blocks by the last block before them that stayed. */
function removedAfter(alignment: readonly (number | null)[]): ReadonlyMap<number, readonly number[]> {
  const removed = new Map<number, number[]>()
  let last = FRONT
  for (const [block, to] of alignment.entries()) {
    if (to !== null) last = block
    else removed.set(last, [...(removed.get(last) ?? []), block])
  }
  return removed
}

function whole(kind: WordPiece['kind'], text = ''): WordPiece[] {
  return text === '' ? [] : [{ kind, text }]
}

/** The words of one paragraph and of the one that continues it. White space goes with the word that it precedes, but at the front. */
export function diffPieces(before: string, after: string): WordPiece[] {
  if (before === after) return whole('same', after)
  const pieces: WordPiece[] = []
  let [removed, added] = ['', '']
  let [i, j] = [0, 0]
  const flush = () => {
    pieces.push(...whole('removed', removed), ...whole('added', added))
    removed = added = ''
  }
  for (const { same, oldEnd, newEnd } of diffWords(before, after)) {
    if (same) {
      flush()
      pieces.push(...whole('same', after.slice(j, newEnd)))
    } else {
      // Words replaced one by one are read as a whole: first all that went, then all that came.
      const end = i === 0 ? endOfSpace(before, oldEnd) : oldEnd
      removed += before.slice(i, end)
      added += after.slice(j, newEnd)
      i = Math.max(i, end)
    }
    i = Math.max(i, oldEnd)
    j = Math.max(j, newEnd)
  }
  flush()
  return [...pieces, ...whole('same', after.slice(j))]
}

function endOfSpace(text: string, from: number): number {
  const rest = text.slice(from)
  return text.length - rest.trimStart().length
}
