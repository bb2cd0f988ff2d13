import { wordHashes } from '#annotations/search/words'
import { grown } from './place-lists'

/** Of each place in the table: two hashes, and the number of the word plus one. */
const CELL = 4
const SMALLEST_TABLE = 1 << 13

/** The different words of an index, numbered as they come. Their letters lie in one buffer. */
export class TermStore {
  units: Uint16Array
  /** Where each word begins; one more than there are words. */
  starts: Uint32Array
  count: number
  /**
   * Open addressing by the first hash. Words are told apart by their hashes: to look at the letters themselves would be two
   * more visits to far memory for each of millions of words.
   */
  #table = new Uint32Array(0)
  #mask = 0

  constructor(units = new Uint16Array(1 << 15), starts = new Uint32Array(1 << 12), count = 0) {
    this.units = units
    this.starts = starts
    this.count = count
    let size = SMALLEST_TABLE
    while (size < count * 2) size *= 2
    this.#rehash(size)
  }

  /** The number of a word, which is the count from before when it is new. */
  put(units: Uint16Array, length: number, hash: number, second: number): number {
    let at = (hash & this.#mask) * CELL
    for (let there = this.#table[at + 2] ?? 0; there !== 0; there = this.#table[at + 2] ?? 0) {
      if (this.#table[at] === hash && this.#table[at + 1] === second) return there - 1
      at = (at + CELL) & (this.#table.length - 1)
    }
    const term = this.count++
    const start = this.starts[term] ?? 0
    if (start + length > this.units.length) this.units = grown(this.units, start + length)
    if (term + 2 > this.starts.length) this.starts = grown(this.starts, term + 2)
    for (let i = 0; i < length; i++) this.units[start + i] = units[i] ?? 0
    this.starts[term + 1] = start + length
    this.#table[at] = hash
    this.#table[at + 1] = second
    this.#table[at + 2] = term + 1
    if (this.count * 2 > this.#mask) this.#rehash((this.#mask + 1) * 2)
    return term
  }

  find(word: string): number | null {
    const { hash, second } = wordHashes(unitsOf(word))
    let at = (hash & this.#mask) * CELL
    for (let there = this.#table[at + 2] ?? 0; there !== 0; there = this.#table[at + 2] ?? 0) {
      if (this.#table[at] === hash && this.#table[at + 1] === second) return there - 1
      at = (at + CELL) & (this.#table.length - 1)
    }
    return null
  }

  /** Visits every longer word that begins so. A plain scan: a fraction of a millisecond over 100,000 words. */
  forEachBeginning(word: string, visit: (term: number) => void): void {
    const beginning = unitsOf(word)
    const first = beginning[0]
    const { units, starts } = this
    for (let term = 0; term < this.count; term++) {
      const start = starts[term] ?? 0
      if (units[start] !== first || (starts[term + 1] ?? 0) - start <= beginning.length) continue
      let i = 1
      while (i < beginning.length && units[start + i] === beginning[i]) i++
      if (i === beginning.length) visit(term)
    }
  }

  word(term: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[term] ?? 0, this.starts[term + 1] ?? 0))
  }

  #rehash(size: number): void {
    this.#table = new Uint32Array(size * CELL)
    this.#mask = size - 1
    for (let term = 0; term < this.count; term++) {
      const { hash, second } = wordHashes(this.units.subarray(this.starts[term] ?? 0, this.starts[term + 1] ?? 0))
      let at = (hash & this.#mask) * CELL
      while (this.#table[at + 2] !== 0) at = (at + CELL) & (this.#table.length - 1)
      this.#table[at] = hash
      this.#table[at + 1] = second
      this.#table[at + 2] = term + 1
    }
  }
}

export function unitsOf(word: string): Uint16Array {
  return Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))
}
