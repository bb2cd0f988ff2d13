import { grown } from './grown'
import type { PlaceLists } from './place-lists'
import type { TermStore } from './term-store'
import type { WordBuffer } from './word-buffer'

/**
 * Writes the lists of what stands for all longer words with one initial: in which documents they are, how many, and where the
 * first of them is. Not the other places: to write each place of a text twice would take a sixth of what an index costs.
 */
export class InitialWriter {
  readonly #terms: TermStore
  readonly #places: PlaceLists
  /** By letter its number here, counted from one. */
  readonly #numbers = new Uint16Array(1 << 16)
  #known = 1
  /** By that number what stands for its words, and of one document how many of these there are, and which of its words is the first. */
  #words = new Uint32Array(64)
  #times = new Uint32Array(64)
  #firsts = new Uint32Array(64)

  constructor(terms: TermStore, places: PlaceLists) {
    this.#terms = terms
    this.#places = places
  }

  /** @param placeOf where in the document a word of the buffer stands */
  write(doc: number, { units, starts, count }: WordBuffer, placeOf: (word: number) => number): void {
    const found: number[] = []
    for (let i = 0; i < count; i++) {
      const start = starts[i] ?? 0
      if ((starts[i + 1] ?? 0) - start === 1) continue
      const number = this.#numberOf(units[start] ?? 0)
      const times = this.#times[number] ?? 0
      this.#times[number] = times + 1
      if (times > 0) continue
      this.#firsts[number] = i
      found.push(number)
    }
    for (const number of found) {
      this.#places.addTimes(this.#words[number] ?? 0, doc, placeOf(this.#firsts[number] ?? 0), this.#times[number] ?? 0)
      this.#times[number] = 0
    }
  }

  #numberOf(letter: number): number {
    const known = this.#numbers[letter] ?? 0
    if (known !== 0) return known
    const number = this.#known++
    this.#numbers[letter] = number
    if (number >= this.#words.length) {
      this.#words = grown(this.#words, number + 1)
      this.#times = grown(this.#times, number + 1)
      this.#firsts = grown(this.#firsts, number + 1)
    }
    this.#words[number] = this.#terms.putInitial(letter)
    return number
  }
}
