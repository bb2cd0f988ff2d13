import search from 'approx-string-match'
import DiffMatchPatch from 'diff-match-patch'
import { findPassage } from '../../../annotations/anchoring/find'
import type { Anchor } from '../../../annotations/model/highlight'

export type Place = { readonly start: number; readonly end: number }

/** Finds one passage of an old text in a new one; null is an orphan. */
export type Finder = (anchor: Anchor) => Place | null

/** Our own quote matching without the old text. */
export const quotesAlone =
  (newText: string): Finder =>
  (anchor) =>
    findPassage(newText, anchor)

/**
 * Quotes as hypothesis/client matches them (src/annotator/anchoring/match-quote.ts): all exact occurrences, or else
 * approximate ones with up to half of the quote in errors, at most 256; each weighed by quote, prefix, suffix and position,
 * 50 : 20 : 20 : 2; the best one is taken.
 */
export const hypothesis =
  (newText: string): Finder =>
  ({ start: hint, quote }) => {
    const most = Math.min(256, quote.exact.length / 2)
    const found = matches(newText, quote.exact, most)
    const scoreOf = (match: ReturnType<typeof matches>[number]) => {
      const { start, end, errors } = match
      const words = 1 - errors / quote.exact.length
      const before = similarity(newText.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix)
      const after = similarity(newText.slice(end, end + quote.suffix.length), quote.suffix)
      const near = 1 - Math.abs(start - hint) / newText.length
      return (50 * words + 20 * before + 20 * after + 2 * near) / 92
    }
    const best = found.map((match) => ({ match, score: scoreOf(match) })).sort((a, b) => b.score - a.score)[0]
    return best ? { start: best.match.start, end: best.match.end } : null
  }

function matches(text: string, pattern: string, most: number) {
  const exact: { start: number; end: number; errors: number }[] = []
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1))
    exact.push({ start: at, end: at + pattern.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, pattern, most)
}

function similarity(text: string, pattern: string): number {
  if (pattern === '') return 1
  if (text === '') return 0
  const best = search(text, pattern, pattern.length)[0]
  return best ? 1 - best.errors / pattern.length : 0
}

/** One diff of the whole text, by characters, with the time limit that the package sets itself: 1 s. Positions are then mapped through it. */
export function wholeDiff(oldText: string, newText: string): Finder {
  const differ = new DiffMatchPatch()
  const diffs = differ.diff_main(oldText, newText)
  differ.diff_cleanupSemantic(diffs)
  const starts: { old: number; now: number; kind: number; length: number }[] = []
  let [old, now] = [0, 0]
  for (const [kind, { length }] of diffs) {
    starts.push({ old, now, kind, length })
    if (kind !== 1) old += length
    if (kind !== -1) now += length
  }
  const map = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle]?.old ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    // Of pieces that start at one old offset, an insertion comes before what was there.
    const piece = starts[low]
    if (!piece) return 0
    return piece.kind === 0 ? piece.now + Math.min(offset - piece.old, piece.length) : piece.now
  }
  return ({ start, end }) => {
    const place = { start: map(start), end: map(end - 1) + 1 }
    return place.end > place.start + 1 ? place : null
  }
}
