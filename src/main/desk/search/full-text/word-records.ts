import { grown } from './grown'

/** Numbers of one word: half a line of memory. */
export const FIELDS = 8
/** One of its hashes. */
export const HASH = 0
/** The document that it was met in last, counted from one, and its last place there: for a document that is being read. */
export const MET = 1
export const LAST_PLACE = 2
/** Its list of places: where it begins, its bytes, those it has room for, its documents and the last one of these. */
export const START = 3
export const SIZE = 4
export const ROOM = 5
export const DOCS = 6
export const LAST_DOC = 7

/**
 * What is kept of each word, side by side: it is needed at once, memory is read by lines of 64 bytes, and to fetch one of these
 * from afar takes longer than all that is done with it. Frequent words come early, so that those most needed are near each other.
 */
export class WordRecords {
  /** Of each word its fields, and room for more. */
  numbers: Int32Array
  count: number

  constructor(numbers = new Int32Array(1 << 15), count = 0) {
    this.numbers = numbers
    this.count = count
  }

  /** Makes the next one, of zeros, and answers its number. */
  add(): number {
    const end = (this.count + 1) * FIELDS
    if (end > this.numbers.length) this.numbers = grown(this.numbers, end)
    return this.count++
  }

  /** Documents that a word was found in, those that died since included. */
  docsOf(word: number): number {
    return this.numbers[word * FIELDS + DOCS] ?? 0
  }

  /** Bytes of its list: what it costs to read it. */
  sizeOf(word: number): number {
    return this.numbers[word * FIELDS + SIZE] ?? 0
  }

  startOf(word: number): number {
    return this.numbers[word * FIELDS + START] ?? 0
  }
}
