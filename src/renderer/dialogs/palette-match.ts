import { fold } from '#annotations/text/fold'

const WORD_START = 3
const INSIDE = 2
const SCATTERED = 1
const WHOLE_START = 2

/** What the palette searches in, folded once. */
export type SearchText = { readonly folded: string; readonly words: readonly string[] }

export function searchText(text: string): SearchText {
  const folded = fold(text)
  return { folded, words: folded.match(/[\p{L}\p{N}]+/gu) ?? [] }
}

/**
 * How well a text answers a query; null when one of its words is not there at all. Words may come in any order, at the start
 * of a word (best), inside one, or with letters in between ("tgcl" finds "Tag as claim").
 */
export function matchScore(text: SearchText, query: string): number | null {
  const wanted = fold(query)
  let score = text.folded.startsWith(wanted) ? WHOLE_START : 0
  for (const word of wanted.split(' ').filter(Boolean)) {
    const found = wordScore(text, word)
    if (found === null) return null
    score += found
  }
  return score
}

function wordScore(text: SearchText, word: string): number | null {
  if (text.words.some((own) => own.startsWith(word))) return WORD_START
  if (text.folded.includes(word)) return INSIDE
  return startsWordAndScatters(text, word) ? SCATTERED : null
}

/** Every letter in order, the first one at the start of a word: without that, long titles would match anything. */
function startsWordAndScatters({ words: own, folded }: SearchText, word: string): boolean {
  const first = own.find((one) => one.startsWith(word.charAt(0)))
  if (first === undefined) return false
  let at = folded.indexOf(first)
  for (const letter of word) {
    at = folded.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
