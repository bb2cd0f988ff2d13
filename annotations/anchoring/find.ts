import type { Anchor, Quote } from '../model/highlight'
import { type Candidate, exactCandidates, similarCandidates, support } from './candidates'
import type { Span } from './segments'

/** Where a passage was found in a text. Offsets are UTF-16 units, end-exclusive; a score of 1 is a perfect match. */
export type Match = Span & { readonly method: 'position' | 'quote' | 'fuzzy'; readonly score: number }

/** Units by which one candidate must be better supported than another before its words alone decide. */
const CLEAR_LEAD = 8
/** Units of quote and context that must agree before a match is believed: with the quote intact, and with edits in it. */
const ENOUGH = 16
const ENOUGH_WITH_EDITS = 32
/** Past this many units, a longer quote is no stronger evidence. */
const TELLING = 48

/**
 * Finds an anchor's passage in a text, the stored position first, because it is right whenever the text has not changed
 * and costs one comparison. Then the quote's exact occurrences, and what is like it with at most a fifth of edits:
 * anywhere, or, when an exact one stands in its context, about the stored position alone, where the edited true one may
 * be while the exact one is a copy. Position and context decide between them.
 *
 * Null rather than a doubtful match, or one of two that are alike: a denial on the wrong sentence is worse than an orphan.
 */
export function findPassage(text: string, anchor: Anchor): Match | null {
  if (standsAt(text, anchor)) return { start: anchor.start, end: anchor.end, method: 'position', score: 1 }
  const exact = exactCandidates(text, anchor.quote)
  const known = anchor.quote.prefix.length + anchor.quote.suffix.length
  const inContext = exact.some(({ before, after }) => before + after > known / 2)
  const where = inContext ? around(anchor, text.length) : { start: 0, end: text.length }
  const candidates = [...exact, ...similarCandidates(text, anchor.quote, exact, where)]
  const best = chooseOne(candidates, anchor.start)
  if (!best || !isBelievable(best, anchor.quote) || isReplaced(text, anchor, best)) return null
  return toMatch(best, text, anchor)
}

/** Units on each side of the stored position in which an edited passage is looked for when there is an exact one. */
const ABOUT = 2_000

/** Units of prefix and suffix by which a place is known that no longer holds its passage. */
const HINT = 12

/** Whether other words stand between the passage's neighbours, nearer to its position than the best match: that is a copy. */
function isReplaced(text: string, anchor: Anchor, best: Candidate): boolean {
  const before = anchor.quote.prefix.slice(-HINT)
  const after = anchor.quote.suffix.slice(0, HINT)
  if (before.length < HINT || after.length < HINT) return false
  const { start: from, end: to } = around(anchor, text.length)
  for (let at = text.indexOf(before, from); at !== -1 && at < to; at = text.indexOf(before, at + 1)) {
    const start = at + HINT
    const end = text.indexOf(after, start)
    if (end === -1 || end - start > 2 * anchor.quote.exact.length || start === best.start) continue
    if (4 * Math.abs(start - anchor.start) + ENOUGH <= Math.abs(best.start - anchor.start)) return true
  }
  return false
}

function around({ start, end }: Anchor, length: number): Span {
  return { start: Math.max(0, Math.min(start, length) - ABOUT), end: Math.min(length, end + ABOUT) }
}

function standsAt(text: string, { start, end, quote }: Anchor): boolean {
  return (
    text.startsWith(quote.exact, start) &&
    end - start === quote.exact.length &&
    text.endsWith(quote.prefix, start) &&
    text.startsWith(quote.suffix, end)
  )
}

/**
 * Where several are well supported, the one clearly nearest to where the passage stood: a paragraph that is printed twice
 * has the same words around it twice, and an edit to the true one must not hand its highlights to the copy. Else the one
 * whose support leads clearly; else none.
 */
function chooseOne(candidates: readonly Candidate[], position: number): Candidate | null {
  const [top, next] = candidates.toSorted((a, b) => support(b) - support(a))
  if (!top) return null
  const bar = Math.min(ENOUGH, support(top) - CLEAR_LEAD)
  const [near, far] = candidates
    .filter((candidate) => support(candidate) >= bar)
    .map((candidate) => ({ candidate, distance: Math.abs(candidate.start - position) }))
    .sort((a, b) => a.distance - b.distance)
  if (near && (!far || far.distance >= 4 * near.distance + ENOUGH)) return near.candidate
  return !next || support(top) - support(next) >= CLEAR_LEAD ? top : null
}

function isBelievable({ before, after, edits }: Candidate, { exact, prefix, suffix }: Quote): boolean {
  const context = before + after
  if (context > 0 && context === prefix.length + suffix.length) return true
  const words = Math.min(exact.length, TELLING) * (1 - edits / exact.length)
  return words + context >= (edits === 0 ? ENOUGH : ENOUGH_WITH_EDITS)
}

/** The quote makes three fifths of the score, each side's context one. */
function toMatch({ start, end, before, after, edits }: Candidate, text: string, anchor: Anchor): Match {
  const { exact, prefix, suffix } = anchor.quote
  const score =
    0.6 * (1 - edits / exact.length) +
    0.2 * (prefix === '' ? Number(start === 0) : before / prefix.length) +
    0.2 * (suffix === '' ? Number(end === text.length) : after / suffix.length)
  const method = edits > 0 ? 'fuzzy' : start === anchor.start ? 'position' : 'quote'
  return { start, end, method, score }
}
