import { type Span, segmenterFor, snapSpan } from '../anchoring/segments'
import type { Term } from './query'
import { forEachWord } from './words'

/** Where a term of the query stands in a text: UTF-16 units, end-exclusive. `term` is its number in the query. */
export type Match = Span & { readonly term: number }

/** The terms of a query, made ready to be looked for in many texts. */
export type Matcher = {
  readonly terms: readonly { readonly steps: readonly Step[] }[]
  /** By code unit, those 256 apart as one, whether a word that is looked for begins so: most words are passed over by this. */
  readonly initials: Uint8Array
}

const INITIALS = 256

/** What may stand at one place of a term: these words, or words that begin with the first of them. */
type Step = { readonly words: readonly Uint16Array[]; readonly prefix: boolean }

/** @param alike like words that were taken for one of the query's */
export function createMatcher(
  terms: readonly Term[],
  alike: readonly { readonly word: string; readonly instead: readonly string[] }[] = [],
): Matcher {
  const units = (word: string) => Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))
  const made = terms.map(({ words, prefix }) => ({
    steps: words.map((word, at) => {
      const isLast = at === words.length - 1
      const instead = words.length === 1 ? (alike.find((one) => one.word === word)?.instead ?? []) : []
      return { words: [word, ...instead].map(units), prefix: prefix && isLast }
    }),
  }))
  const initials = new Uint8Array(INITIALS)
  for (const { steps } of made) {
    for (const { words } of steps) for (const word of words) initials[(word[0] ?? 0) % INITIALS] = 1
  }
  return { terms: made, initials }
}

/** Where the terms stand in a text, in order; matches of different terms may overlap. */
export function findMatches(text: string, matcher: Matcher): Match[] {
  const found: Match[] = []
  // For each term, where the words in a row began that its first 1, 2, … steps have matched so far.
  const { terms, initials } = matcher
  const begun = terms.map(({ steps }) => new Float64Array(steps.length).fill(-1))
  let inRow = false
  forEachWord(text, (units, length, start, end) => {
    if (!inRow && initials[(units[0] ?? 0) % INITIALS] === 0) return
    inRow = false
    for (let term = 0; term < terms.length; term++) {
      const steps = terms[term]?.steps ?? []
      const rows = begun[term] ?? NO_ROWS
      for (let at = steps.length - 1; at >= 0; at--) {
        const step = steps[at]
        const from = at === 0 ? start : (rows[at - 1] ?? -1)
        const fits = from >= 0 && step !== undefined && matchesStep(step, units, length)
        if (fits && at === steps.length - 1) found.push({ term, start: from, end })
        rows[at] = fits ? from : -1
        if (fits && steps.length > 1) inRow = true
      }
    }
  })
  return found
}

const NO_ROWS = new Float64Array()

function matchesStep({ words, prefix }: Step, units: Uint16Array, length: number): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word || (prefix && at === 0 ? length < word.length : length !== word.length)) continue
    let i = 0
    while (i < word.length && word[i] === units[i]) i++
    if (i === word.length) return true
  }
  return false
}

/** A sentence in which something of the query stands; `start` counts in the text of all blocks. */
export type FoundPassage = Span & { readonly matches: readonly Match[]; readonly terms: number }

/** Blocks that are looked at for sentences, beyond as many as are answered: those with the most terms. */
const MORE_BLOCKS = 1

/**
 * The sentences of a text that say the most of the query, in reading order, and how many places of it match at all.
 *
 * @param language BCP 47, null when unknown
 * @param most how many sentences are answered
 */
export function findPassages(
  blocks: readonly { readonly text: string }[],
  language: string | null,
  matcher: Matcher,
  most: number,
): { readonly passages: readonly FoundPassage[]; readonly matches: number } {
  let start = 0
  let total = 0
  const blocksWithMatches: { text: string; start: number; matches: Match[]; terms: number }[] = []
  for (const { text } of blocks) {
    const matches = findMatches(text, matcher)
    total += matches.length
    if (matches.length > 0) blocksWithMatches.push({ text, start, matches, terms: termsIn(matches) })
    start += text.length + 1
  }
  const passages = blocksWithMatches
    .sort((a, b) => b.terms - a.terms || a.start - b.start)
    .slice(0, most + MORE_BLOCKS)
    .flatMap((block) => sentencesWith(block, language))
    .sort((a, b) => b.terms - a.terms || a.start - b.start)
    .slice(0, most)
    .sort((a, b) => a.start - b.start)
  return { passages, matches: total }
}

function sentencesWith(
  block: { readonly text: string; readonly start: number; readonly matches: readonly Match[] },
  language: string | null,
): FoundPassage[] {
  const { text, start, matches } = block
  const found: FoundPassage[] = []
  const rest = matches.toSorted((a, b) => a.start - b.start)
  let next = 0
  const sentences = segmenterFor('sentence', language ?? undefined).segment(text)
  for (let first = rest[0]; first; first = rest[next]) {
    // Only the sentences that something stands in are looked for: finding where all of them end costs the most of a page.
    const sentence = sentences.containing(first.start)
    if (!sentence) break
    const { index } = sentence
    let end = index + sentence.segment.length
    const here: Match[] = []
    for (let match = rest[next]; match && match.start < end; match = rest[++next]) {
      here.push(match)
      // Words in a row may reach into the next sentence.
      end = Math.max(end, match.end)
    }
    const span = snapSpan(text, index, end)
    if (!span) continue
    found.push({
      start: start + span.start,
      end: start + span.end,
      matches: here.map((match) => ({ ...match, start: start + match.start, end: start + match.end })),
      terms: termsIn(here),
    })
  }
  return found
}

function termsIn(matches: readonly Match[]): number {
  return new Set(matches.map(({ term }) => term)).size
}
