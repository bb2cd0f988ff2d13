import { type TermStore, unitsOf } from './term-store'

export type LikeWord = { readonly term: number; readonly edits: number }

/** Words with more like ones than these would find everything. */
const MOST = 24
const SHORTEST = 4
const LONG = 8

/** How many edits a word may be away: one, two for long ones, none for those so short that anything would be like them. */
export function editsAllowed(length: number): number {
  return length < SHORTEST ? 0 : length < LONG ? 1 : 2
}

/**
 * The words that are like one: at most `editsAllowed` letters left out, put in, changed or swapped with their neighbour
 * (optimal string alignment). The closest first, among equals those that `weigh` gives more.
 */
export function likeWords(terms: TermStore, word: string, weigh: (term: number) => number): LikeWord[] {
  const units = unitsOf(word)
  const length = units.length
  const most = editsAllowed(length)
  if (most === 0) return []
  const found: LikeWord[] = []
  const rows = new Rows(length)
  // Each edit takes one kind of letter away and brings another one, at most.
  terms.forEachOfLetters(units, 2 * most, (term) => {
    const start = terms.starts[term] ?? 0
    const other = (terms.starts[term + 1] ?? 0) - start
    if (other < length - most || other > length + most) return
    const edits = rows.distance(units, terms.units, start, other, most)
    if (edits > 0 && edits <= most) found.push({ term, edits })
  })
  return found.sort((a, b) => a.edits - b.edits || weigh(b.term) - weigh(a.term)).slice(0, MOST)
}

/** The last three rows of the table of edits, used for one word after the other. */
class Rows {
  #before: Uint16Array
  #last: Uint16Array
  #row: Uint16Array

  constructor(length: number) {
    this.#before = new Uint16Array(length + 1)
    this.#last = new Uint16Array(length + 1)
    this.#row = new Uint16Array(length + 1)
  }

  /** Edits from `word` to the units at `start`; gives up with more than `most`. */
  distance(word: Uint16Array, units: Uint16Array, start: number, length: number, most: number): number {
    let [before, last, row] = [this.#before, this.#last, this.#row]
    for (let i = 0; i <= word.length; i++) last[i] = i
    for (let j = 1; j <= length; j++) {
      const unit = units[start + j - 1]
      row[0] = j
      let least = j
      for (let i = 1; i <= word.length; i++) {
        const same = word[i - 1] === unit
        let edits = Math.min((last[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1, (last[i - 1] ?? 0) + (same ? 0 : 1))
        if (!same && i > 1 && j > 1 && word[i - 2] === unit && word[i - 1] === units[start + j - 2]) {
          edits = Math.min(edits, (before[i - 2] ?? 0) + 1)
        }
        row[i] = edits
        if (edits < least) least = edits
      }
      if (least > most) return least
      ;[before, last, row] = [last, row, before]
    }
    return last[word.length] ?? 0
  }
}
