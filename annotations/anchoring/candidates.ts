import search from 'approx-string-match'
import type { Quote } from '../model/highlight'
import { likelySpans, wholeWords } from './edges'
import { isGraphemeBoundary, type Span } from './segments'

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
 * Passages like the quote in one stretch of the text, outside the ones already known. The matcher (Myers 1999, approx-string-match) tells only of
 * the best ones, so what is left between those is searched again until nothing alike is left: a second best place with
 * the right words around it may be the true one. Empty when there are too many to tell apart.
 */
export function similarCandidates(text: string, quote: Quote, known: readonly Span[], where: Span): Candidate[] {
  const most = mostEdits(quote.exact)
  if (most === 0) return []
  const found: Candidate[] = []
  const open = gapsBetween(where, known)
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

type Group = Span & { readonly variants: readonly Span[] }

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** The matcher reports every end that costs the same: "held", "held." and "held. " are one place. */
function groupOverlapping(variants: readonly Span[]): Group[] {
  const groups: { start: number; end: number; variants: Span[] }[] = []
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
    if (span.start > start) gaps.push({ start, end: Math.min(span.start, whole.end) })
    start = Math.max(start, span.end)
  }
  if (start < whole.end) gaps.push({ start, end: whole.end })
  return gaps
}

/** The best supported way to draw a passage's ends in one place; null when each of them is too far from the quote. */
function bestOf(text: string, quote: Quote, variants: readonly Span[], most: number): Candidate | null {
  const tried = new Set<string>()
  let best: Candidate | null = null
  for (const span of variants.flatMap((variant) => likelySpans(text, variant, quote, most))) {
    const key = `${span.start} ${span.end}`
    if (tried.has(key)) continue
    tried.add(key)
    const edits = editsBetween(text.slice(span.start, span.end), quote.exact, most)
    if (edits > most) continue
    const candidate = weigh(text, quote, span, edits)
    if (!best || support(candidate) > support(best)) best = candidate
  }
  return best
}

/** Edits that turn a passage into the quote, as the matcher counts them, with what it left out at the passage's ends. */
function editsBetween(passage: string, quote: string, most: number): number {
  return search(passage, quote, most).reduce(
    (least, { start, end, errors }) => Math.min(least, errors + start + passage.length - end),
    Number.POSITIVE_INFINITY,
  )
}

/** How well a candidate is borne out, in units: context that agrees, less two for every edit. */
export function support({ before, after, edits }: Candidate): number {
  return before + after - 2 * edits
}

function weigh(text: string, { prefix, suffix }: Quote, { start, end }: Span, edits: number): Candidate {
  let before = 0
  while (before < prefix.length && before < start && prefix.at(-1 - before) === text[start - 1 - before]) before++
  let after = 0
  while (after < suffix.length && suffix[after] === text[end + after]) after++
  return { start, end, edits, before, after }
}
