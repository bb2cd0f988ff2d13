import type { Quote } from '../model/highlight'
import { piecesAround } from './pieces'
import { graphemeEnd, graphemeStart, type Span, snapSpan } from './segments'

/**
 * Where the ends of a passage may be drawn around a rough match. The matcher draws it as long as it can at the same cost,
 * which takes in a neighbour for a word that was dropped, so one way is to follow the words that stood on each side.
 * None has white space at its ends where another will do, cuts a character, or a word where the quote had whole ones.
 */
export function likelySpans(text: string, rough: Span, quote: Quote, slack: number): Span[] {
  const whole = { start: graphemeStart(text, rough.start), end: graphemeEnd(text, rough.end) }
  const spans = [rough, betweenContext(text, rough, quote, slack)].map(({ start, end }) => snapSpan(text, start, end))
  return [...spans.filter((span) => span !== null), whole].map((span) => wholeWords(text, span, quote))
}

/** Units of context that are searched for: fewer would be found anywhere. */
const MOST_HINT = 16
const LEAST_HINT = 6

/** The passage from where the prefix ends to where the suffix starts, where they stand within `slack` of its ends. */
function betweenContext(text: string, { start, end }: Span, { prefix, suffix }: Quote, slack: number): Span {
  const tail = prefix.slice(-MOST_HINT)
  const head = suffix.slice(0, MOST_HINT)
  return {
    start: (nearest(text, tail, start - tail.length, slack) ?? start - tail.length) + tail.length,
    end: nearest(text, head, end, slack) ?? end,
  }
}

function nearest(text: string, words: string, at: number, slack: number): number | null {
  if (words.length < LEAST_HINT) return null
  const from = Math.max(0, at - slack)
  const stretch = text.slice(from, Math.max(0, at + slack + words.length))
  let best: number | null = null
  for (let found = stretch.indexOf(words); found !== -1; found = stretch.indexOf(words, found + 1)) {
    if (best === null || Math.abs(from + found - at) < Math.abs(best - at)) best = from + found
  }
  return best
}

const LETTER_LAST = /[\p{L}\p{N}\p{M}]$/u
const LETTER_FIRST = /^[\p{L}\p{N}\p{M}]/u

/** Takes in the rest of a word at an end where the quote had whole words: "He said", found in "She said", is "She said". */
export function wholeWords(text: string, { start, end }: Span, { prefix, suffix }: Quote): Span {
  return {
    start: LETTER_LAST.test(prefix) ? start : (wordAcross(text, start)?.start ?? start),
    end: LETTER_FIRST.test(suffix) ? end : (wordAcross(text, end)?.end ?? end),
  }
}

function wordAcross(text: string, offset: number): Span | undefined {
  if (!LETTER_LAST.test(text.slice(offset - 2, offset)) || !LETTER_FIRST.test(text.slice(offset, offset + 2))) return
  return piecesAround(text, offset, 'word').pieces.find(({ start, end }) => start < offset && offset < end)
}
