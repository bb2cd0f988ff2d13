import { forEachWord } from '#annotations/search/words'
import { grown } from './grown'
import { InitialWriter } from './initial-writer'
import type { PlaceLists } from './place-lists'
import type { TermStore } from './term-store'
import { WordBuffer } from './word-buffer'
import { FIELDS, LAST_PLACE, MET } from './word-records'

/** Words between two fields: no phrase is that far apart. */
const GAP = 2

/**
 * Takes documents into an index, one at a time and step by step: first the words are read, then all are looked up, then put
 * together by word, then written. In each step far memory is asked for many things at once, and for each word of a document once.
 */
export class DocWriter {
  readonly #terms: TermStore
  readonly #places: PlaceLists
  readonly #words = new WordBuffer()
  readonly #take = (units: Uint16Array, length: number) => this.#words.add(units, length)
  /** By word of the document its number, and where each field ends. */
  #numbers = new Uint32Array(1 << 10)
  #ends: number[] = []
  readonly #initials: InitialWriter
  readonly #placeOf = (word: number) => word + GAP * this.#ends.findIndex((end) => word < end)
  /** For each place the next one of the same word, zero for none. */
  #next = new Uint32Array(1 << 10)
  /** The different words, and where each is first. */
  #different = new Uint32Array(1 << 10)
  #firsts = new Uint32Array(1 << 10)

  constructor(terms: TermStore, places: PlaceLists) {
    this.#terms = terms
    this.#places = places
    this.#initials = new InitialWriter(terms, places)
  }

  /** Answers how many places a document has in its first field, and in all. */
  write(doc: number, fields: readonly string[]): { readonly head: number; readonly length: number } {
    const words = this.#words
    words.clear()
    this.#ends = []
    for (const field of fields) {
      forEachWord(field, this.#take)
      this.#ends.push(words.count)
    }
    const length = words.count + GAP * fields.length
    this.#makeRoom(length)
    this.#terms.putAll(words, this.#numbers)
    const different = this.#join(doc)
    for (let i = 0; i < different; i++) {
      this.#places.add(this.#different[i] ?? 0, doc, this.#firsts[i] ?? 0, this.#next)
    }
    this.#initials.write(doc, words, this.#placeOf)
    return { head: this.#ends[0] ?? 0, length }
  }

  /** Joins the places of each word, and answers how many different words there are. */
  #join(doc: number): number {
    const { numbers } = this.#terms.records
    const next = this.#next
    let different = 0
    let at = 0
    for (const [field, end] of this.#ends.entries()) {
      for (; at < end; at++) {
        const term = this.#numbers[at] ?? 0
        const place = at + field * GAP
        const record = term * FIELDS
        next[place] = 0
        // Documents count from one here, so that no new word seems to be in the first one.
        if (numbers[record + MET] === doc + 1) {
          next[numbers[record + LAST_PLACE] ?? 0] = place
        } else {
          numbers[record + MET] = doc + 1
          this.#different[different] = term
          this.#firsts[different++] = place
        }
        numbers[record + LAST_PLACE] = place
      }
    }
    return different
  }

  #makeRoom(places: number): void {
    if (places <= this.#next.length) return
    this.#numbers = grown(this.#numbers, places)
    this.#next = grown(this.#next, places)
    this.#different = grown(this.#different, places)
    this.#firsts = grown(this.#firsts, places)
  }
}
