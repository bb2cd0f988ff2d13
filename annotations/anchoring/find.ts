import type { Anchor, Quote } from '../model/highlight'
import { type Candidate, exactCandidates, similarCandidates } from './candidates'
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
 * and costs one comparison. Then the quote's exact occurrences, and, unless one stands in its context, what is like it
 * with at most a fifth of edits; context decides between them, and where it does not, a clearly nearer position.
 *
 * Null rather than a doubtful match, or one of two that are alike: a denial on the wrong sentence is worse than an orphan.
 */
export function findPassage(text: string, anchor: Anchor): Match | null {
  if (standsAt(text, anchor)) return { start: anchor.start, end: anchor.end, method: 'position', score: 1 }
  const exact = exactCandidates(text, anchor.quote)
  const known = anchor.quote.prefix.length + anchor.quote.suffix.length
  const inContext = exact.some(({ before, after }) => before + after > known / 2)
  const candidates = inContext ? exact : [...exact, ...similarCandidates(text, anchor.quote, exact)]
  const best = chooseOne(candidates, anchor.start)
  return best && isBelievable(best, anchor.quote) ? toMatch(best, text, anchor) : null
}

function standsAt(text: string, { start, end, quote }: Anchor): boolean {
  return (
    text.startsWith(quote.exact, start) &&
    end - start === quote.exact.length &&
    text.endsWith(quote.prefix, start) &&
    text.startsWith(quote.suffix, end)
  )
}

/** The best supported candidate; among near equals the clearly nearest to where the passage once stood; else none. */
function chooseOne(candidates: readonly Candidate[], position: number): Candidate | null {
  const top = candidates.reduce((most, candidate) => Math.max(most, support(candidate)), Number.NEGATIVE_INFINITY)
  const rivals = candidates
    .filter((candidate) => support(candidate) > top - CLEAR_LEAD)
    .map((candidate) => ({ candidate, distance: Math.abs(candidate.start - position) }))
    .sort((a, b) => a.distance - b.distance)
  const [first, second] = rivals
  if (!first) return null
  return !second || second.distance >= 4 * first.distance + ENOUGH ? first.candidate : null
}

function support({ before, after, edits }: Candidate): number {
  return before + after - 2 * edits
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
