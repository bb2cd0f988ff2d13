import search from 'approx-string-match'
import type { Quote } from '../model/highlight'
import { piecesAround } from './pieces'
import { graphemeEnd, graphemeStart, isGraphemeBoundary, type Span, snapSpan } from './segments'

/** A passage that may be the quoted one: the edits between them, and the units of context that agree on each side. */
export type Candidate = Span & { readonly edits: number; readonly before: number; readonly after: number }

/** Edits that a similar passage may have: a fifth of the quote, and never more than 256, which bounds the search's cost. */
export function mostEdits(quote: string): number {
  return Math.min(256, Math.floor(quote.length / 5))
}

/** Beyond this many passages alike, no choice between them would be sound. */
const MOST_SIMILAR = 32

/** Every occurrence of the quote that cuts no character, and no word: "13 people" is not found in "113 people". */
export function exactCandidates(text: string, quote: Quote): Candidate[] {
  const found: Candidate[] = []
  for (let start = text.indexOf(quote.exact); start !== -1; start = text.indexOf(quote.exact, start + 1)) {
    const span = { start, end: start + quote.exact.length }
    if (isWhole(text, span, quote)) found.push(weigh(text, quote, span, 0))
  }
  return found
}

function isWhole(text: string, span: Span, quote: Quote): boolean {
  if (!isGraphemeBoundary(text, span.start) || !isGraphemeBoundary(text, span.end)) return false
  const { start, end } = wholeWords(text, span, quote)
  return start === span.start && end === span.end
}

/**
 * Passages like the quote, outside the ones already known. The matcher (Myers 1999, approx-string-match) tells only of
 * the best ones, so what is left between those is searched again until nothing alike is left: a second best place with
 * the right words around it may be the true one. Empty when there are too many to tell apart.
 */
export function similarCandidates(text: string, quote: Quote, known: readonly Span[]): Candidate[] {
  const most = mostEdits(quote.exact)
  if (most === 0) return []
  const found: Candidate[] = []
  const open = gapsBetween({ start: 0, end: text.length }, known)
  for (let gap = open.pop(); gap; gap = open.pop()) {
    if (gap.end - gap.start < quote.exact.length - most) continue
    const matches = search(text.slice(gap.start, gap.end), quote.exact, most)
    const groups = groupOverlapping(matches.map((match) => shift(match, gap.start)))
    for (const group of groups) {
      const best = bestOf(text, quote, group.variants, most)
      if (best) found.push(best)
    }
    if (found.length > MOST_SIMILAR) return []
    if (groups.length > 0) open.push(...gapsBetween(gap, groups))
  }
  return found
}

type Variant = Span & { readonly errors: number }
type Group = Span & { readonly variants: readonly Variant[] }

function shift({ start, end, errors }: Variant, by: number): Variant {
  return { start: start + by, end: end + by, errors }
}

/** The matcher reports every end that costs the same: "held", "held." and "held. " are one place. */
function groupOverlapping(variants: readonly Variant[]): Group[] {
  const groups: { start: number; end: number; variants: Variant[] }[] = []
  for (const variant of variants.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1)
    if (last && variant.start < last.end) {
      last.end = Math.max(last.end, variant.end)
      last.variants.push(variant)
    } else {
      groups.push({ start: variant.start, end: variant.end, variants: [variant] })
    }
  }
  return groups
}

function gapsBetween(whole: Span, taken: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let { start } = whole
  for (const span of taken) {
    if (span.start > start) gaps.push({ start, end: span.start })
    start = Math.max(start, span.end)
  }
  if (start < whole.end) gaps.push({ start, end: whole.end })
  return gaps
}

function bestOf(text: string, quote: Quote, variants: readonly Variant[], most: number): Candidate | null {
  let best: Candidate | null = null
  for (const variant of variants) {
    for (const span of tidied(text, variant, quote)) {
      const edits = variant.errors + Math.abs(span.start - variant.start) + Math.abs(span.end - variant.end)
      if (edits > most) continue
      const candidate = weigh(text, quote, span, edits)
      if (!best || candidate.before + candidate.after - edits > best.before + best.after - best.edits) best = candidate
    }
  }
  return best
}

/** A match with its ends where a person would put them, first without white space at the ends. */
function tidied(text: string, { start, end }: Span, quote: Quote): Span[] {
  const whole = { start: graphemeStart(text, start), end: graphemeEnd(text, end) }
  const snapped = snapSpan(text, start, end)
  return (snapped ? [snapped, whole] : [whole]).map((span) => wholeWords(text, span, quote))
}

const LETTER_LAST = /[\p{L}\p{N}\p{M}]$/u
const LETTER_FIRST = /^[\p{L}\p{N}\p{M}]/u

/** Takes in the rest of a word at an end where the quote had whole words: "He said", found in "She said", is "She said". */
function wholeWords(text: string, { start, end }: Span, { prefix, suffix }: Quote): Span {
  return {
    start: LETTER_LAST.test(prefix) ? start : (wordAcross(text, start)?.start ?? start),
    end: LETTER_FIRST.test(suffix) ? end : (wordAcross(text, end)?.end ?? end),
  }
}

function wordAcross(text: string, offset: number): Span | undefined {
  if (!LETTER_LAST.test(text.slice(offset - 2, offset)) || !LETTER_FIRST.test(text.slice(offset, offset + 2))) return
  return piecesAround(text, offset, 'word').pieces.find(({ start, end }) => start < offset && offset < end)
}

function weigh(text: string, { prefix, suffix }: Quote, { start, end }: Span, edits: number): Candidate {
  let before = 0
  while (before < prefix.length && before < start && prefix.at(-1 - before) === text[start - 1 - before]) before++
  let after = 0
  while (after < suffix.length && suffix[after] === text[end + after]) after++
  return { start, end, edits, before, after }
}
