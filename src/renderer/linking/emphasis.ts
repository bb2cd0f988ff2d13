import { fold, queryWords } from '#annotations/text/fold'

/** A piece of a text, and whether it is what was searched for. */
export type Piece = { readonly text: string; readonly hit: boolean; readonly start: number }

type Range = { readonly start: number; readonly end: number }

/** UTF-16 units of text that are kept before the first hit when the start of a long passage is left out. */
const LEAD = 40

/**
 * A passage on one line, cut to `most` UTF-16 units such that the first word of the query that occurs in it is to be seen,
 * and in pieces so that all of them can be marked. Words match as search matches them: without case and diacritics.
 */
export function emphasise(passage: string, query: string, most: number): readonly Piece[] {
  const line = passage.replace(/\s+/g, ' ').trim()
  const hits = findWords(line, queryWords(query))
  const first = hits[0]
  const begin = first && first.end > most ? line.indexOf(' ', Math.max(0, first.start - LEAD)) + 1 : 0
  const end = line.length - begin <= most ? line.length : Math.max(begin + 1, line.lastIndexOf(' ', begin + most))
  return pieces(line, hits, begin, end)
}

function pieces(line: string, hits: readonly Range[], begin: number, end: number): Piece[] {
  const found: Piece[] = []
  const add = (start: number, stop: number, hit: boolean) => {
    if (stop > start) found.push({ text: line.slice(start, stop), hit, start })
  }
  let at = begin
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue
    add(at, hit.start, false)
    add(hit.start, hit.end, true)
    at = hit.end
  }
  add(at, end, false)
  if (begin > 0) found.unshift({ text: '…', hit: false, start: -1 })
  if (end < line.length) found.push({ text: '…', hit: false, start: line.length })
  return found
}

/** Where the words begin those of a line, or else occur in it, in order, without overlaps: UTF-16 units, end-exclusive. */
function findWords(line: string, wanted: readonly string[]): readonly Range[] {
  if (wanted.length === 0) return []
  const { folded, origin } = foldWithOrigins(line)
  const hits: Range[] = []
  for (const word of wanted) {
    const all = placesOf(word, folded)
    const begun = all.filter((at) => at === 0 || IS_APART.test(folded.charAt(at - 1)))
    for (const at of begun.length > 0 ? begun : all) {
      hits.push({ start: origin[at] ?? 0, end: origin[at + word.length] ?? line.length })
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  return hits.filter((hit, i) => hits.slice(0, i).every((before) => before.end <= hit.start))
}

const IS_APART = /[^\p{L}\p{N}]/u

function placesOf(word: string, folded: string): number[] {
  const places: number[] = []
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) places.push(at)
  return places
}

/** The folded line, and for each of its UTF-16 units the unit of the line that it comes from. */
function foldWithOrigins(line: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of line) {
    const plain = character === ' ' ? ' ' : fold(character)
    for (let i = 0; i < plain.length; i++) origin.push(at)
    folded += plain
    at += character.length
  }
  return { folded, origin }
}
