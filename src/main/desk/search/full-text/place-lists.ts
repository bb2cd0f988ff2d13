/** Bytes of a list's first slice; each further one is twice as long, up to `LONGEST`. */
const FIRST = 8
const LONGEST = 16_384
/** A slice ends in the address of the next one. */
const ADDRESS = 4

/** What is kept of each list, side by side, because it is needed at once and memory is read by lines of 64 bytes. */
const FIELDS = 8
const START = 0
const END = 1
const LIMIT = 2
const SIZE = 3
const DOCS = 4
const LAST_DOC = 5
const LAST_PLACE = 6
const LENGTH = 7

/**
 * For each word the documents and places that it is in: growing lists of numbers in one buffer, as in Lucene's ByteBlockPool.
 * An array of its own for each word would take several times as much.
 *
 * A number is LEB128, seven bits a byte, the low ones first. A document is its distance from the one before, times two plus
 * one, and then its first place; each further place there its distance from the one before, times two.
 */
export class PlaceLists {
  bytes: Uint8Array
  /** Where `bytes` is free. */
  used: number
  lists: Uint32Array
  count: number

  constructor(bytes = new Uint8Array(1 << 16), used = 0, lists = new Uint32Array(1 << 13), count = 0) {
    this.bytes = bytes
    this.used = used
    this.lists = lists
    this.count = count
  }

  /** What is kept of each list, to be written to a file. */
  get table(): Uint32Array {
    return this.lists.subarray(0, this.count * FIELDS)
  }

  /** Makes the next list. */
  create(): void {
    const at = this.count++ * FIELDS
    if (at + FIELDS > this.lists.length) this.lists = grown(this.lists, at + FIELDS)
    const start = this.#slice(FIRST)
    this.lists[at + START] = start
    this.lists[at + END] = start
    this.lists[at + LIMIT] = start + FIRST - ADDRESS
    this.lists[at + LENGTH] = FIRST
  }

  /** Documents and places come in rising order. */
  add(list: number, doc: number, place: number): void {
    const at = list * FIELDS
    const { lists } = this
    // Documents count from one here, so that none is the last one of a new list.
    const last = lists[at + LAST_DOC] ?? 0
    if (last === doc + 1) {
      this.#append(at, (place - (lists[at + LAST_PLACE] ?? 0)) * 2)
    } else {
      this.#append(at, (doc + 1 - last) * 2 + 1)
      this.#append(at, place)
      lists[at + LAST_DOC] = doc + 1
      lists[at + DOCS] = (lists[at + DOCS] ?? 0) + 1
    }
    lists[at + LAST_PLACE] = place
  }

  /** Documents that a list was told of, those that died since included. */
  docsIn(list: number): number {
    return this.lists[list * FIELDS + DOCS] ?? 0
  }

  /** What it costs to read a list. */
  sizeOf(list: number): number {
    return this.lists[list * FIELDS + SIZE] ?? 0
  }

  /** Copies a list into `target`, which is long enough, and answers its length. */
  read(list: number, target: Uint8Array): number {
    const at = list * FIELDS
    const size = this.lists[at + SIZE] ?? 0
    let from = this.lists[at + START] ?? 0
    let length = FIRST
    let done = 0
    while (done < size) {
      const take = Math.min(size - done, length - ADDRESS)
      // Most lists are a few bytes long, for which a view costs more than a loop.
      if (take < 64) for (let i = 0; i < take; i++) target[done + i] = this.bytes[from + i] ?? 0
      else target.set(this.bytes.subarray(from, from + take), done)
      done += take
      if (done < size) from = readAddress(this.bytes, from + length - ADDRESS)
      length = Math.min(LONGEST, length * 2)
    }
    return size
  }

  #append(at: number, value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.#push(at, (rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.#push(at, rest)
  }

  #push(at: number, byte: number): void {
    const { lists } = this
    let end = lists[at + END] ?? 0
    if (end === lists[at + LIMIT]) {
      const length = Math.min(LONGEST, (lists[at + LENGTH] ?? 0) * 2)
      const next = this.#slice(length)
      writeAddress(this.bytes, end, next)
      lists[at + LENGTH] = length
      lists[at + LIMIT] = next + length - ADDRESS
      end = next
    }
    this.bytes[end] = byte
    lists[at + END] = end + 1
    lists[at + SIZE] = (lists[at + SIZE] ?? 0) + 1
  }

  #slice(length: number): number {
    const start = this.used
    this.used += length
    if (this.used > this.bytes.length) this.bytes = grown(this.bytes, this.used)
    return start
  }
}

/** Reads lists, one after the other, through one buffer. */
export class PlaceReader {
  readonly #places: PlaceLists
  #buffer = new Uint8Array(1 << 12)

  constructor(places: PlaceLists) {
    this.#places = places
  }

  /** Every place of a word, by document and then by place. */
  forEachPlace(list: number, visit: (doc: number, place: number) => void): void {
    const size = this.#fill(list)
    const bytes = this.#buffer
    let doc = -1
    let place = 0
    for (let at = 0; at < size; ) {
      let byte = bytes[at++] ?? 0
      let value = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        value |= (byte & 0x7f) << shift
      }
      if (value & 1) {
        doc += value >>> 1
        byte = bytes[at++] ?? 0
        place = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          place |= (byte & 0x7f) << shift
        }
      } else place += value >>> 1
      visit(doc, place)
    }
  }

  /** Every document of a word, with how often it is in it and where first. */
  forEachDoc(list: number, visit: (doc: number, times: number, first: number) => void): void {
    const size = this.#fill(list)
    const bytes = this.#buffer
    let doc = -1
    let times = 0
    let first = 0
    for (let at = 0; at < size; ) {
      let byte = bytes[at++] ?? 0
      if (byte & 1) {
        let value = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          value |= (byte & 0x7f) << shift
        }
        if (times > 0) visit(doc, times, first)
        doc += value >>> 1
        byte = bytes[at++] ?? 0
        first = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          first |= (byte & 0x7f) << shift
        }
        times = 1
      } else {
        while (byte > 0x7f) byte = bytes[at++] ?? 0
        times++
      }
    }
    if (times > 0) visit(doc, times, first)
  }

  #fill(list: number): number {
    const size = this.#places.sizeOf(list)
    if (size > this.#buffer.length) this.#buffer = new Uint8Array(size * 2)
    return this.#places.read(list, this.#buffer)
  }
}

function writeAddress(bytes: Uint8Array, at: number, address: number): void {
  bytes[at] = address
  bytes[at + 1] = address >>> 8
  bytes[at + 2] = address >>> 16
  bytes[at + 3] = address >>> 24
}

function readAddress(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
  return (low | ((bytes[at + 3] ?? 0) << 24)) >>> 0
}

/** A copy with room for `length` and half as much again, so that growing by one is cheap on the whole. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array>(old: T, length: number): T {
  const make = old.constructor as new (length: number) => T
  const fresh = new make(Math.max(16, Math.ceil(length * 1.5)))
  fresh.set(old)
  return fresh
}
