import { grown } from './grown'
import { DOCS, FIELDS, LAST_DOC, ROOM, SIZE, START, type WordRecords } from './word-records'

/** Bytes of a list that is new. */
const SMALLEST = 8

/**
 * For each word the documents and places that it is in: lists of bytes in one buffer, each in one piece. A list that outgrows its
 * room moves into a larger one, and what it leaves is taken by others. An array of its own for each word would take several
 * times as much.
 *
 * A number is LEB128, seven bits a byte, the low ones first. A document is its distance from the one before, times two, and the
 * first place there. When the word is there more than once, that is plus one, and there follow how many more places there are,
 * how many bytes they take, so that they can be skipped, and the distance of each from the one before.
 */
export class PlaceLists {
  readonly records: WordRecords
  bytes: Uint8Array
  /** Where `bytes` is free. */
  used: number
  /** By kind of room, where there is one that no list is in any more. */
  readonly #left: number[][] = []

  constructor(records: WordRecords, bytes = new Uint8Array(1 << 16), used = 0) {
    this.records = records
    this.bytes = bytes
    this.used = used
  }

  /**
   * Adds a document to the list of a word in it. Documents come in rising order.
   *
   * @param next for each place of the document the next one of the same word, zero for none
   */
  add(word: number, doc: number, first: number, next: Uint32Array): void {
    let more = 0
    let bytes = 0
    for (let place = first, after = next[place] ?? 0; after !== 0; place = after, after = next[after] ?? 0) {
      more++
      bytes += lengthOf(after - place)
    }
    const body = lengthOf(first) + (more === 0 ? 0 : lengthOf(more) + lengthOf(bytes) + bytes)
    let at = this.#put(this.#begin(word, doc, more > 0, body), first)
    if (more === 0) return
    at = this.#put(this.#put(at, more), bytes)
    for (let place = first, after = next[place] ?? 0; after !== 0; place = after, after = next[after] ?? 0) {
      at = this.#put(at, after - place)
    }
  }

  /** Adds a document to the list of a word in it without the places after the first one: a reader finds none. */
  addTimes(word: number, doc: number, first: number, times: number): void {
    const body = lengthOf(first) + (times === 1 ? 0 : lengthOf(times - 1) + 1)
    const at = this.#put(this.#begin(word, doc, times > 1, body), first)
    if (times > 1) this.#put(this.#put(at, times - 1), 0)
  }

  /** Adds the document that a reader of other lists is at, under another number. */
  copy(word: number, doc: number, from: PlaceReader): void {
    const at = this.#begin(word, doc, from.times > 1, from.bodyLength)
    from.copyBody(this.bytes, at)
  }

  /** Makes room for a document, writes its number, and answers where its `body` of so many bytes goes. */
  #begin(word: number, doc: number, many: boolean, body: number): number {
    const { numbers } = this.records
    const at = word * FIELDS
    // Documents count from one here, so that none is the last one of a new list.
    const head = (doc + 1 - (numbers[at + LAST_DOC] ?? 0)) * 2 + (many ? 1 : 0)
    const size = numbers[at + SIZE] ?? 0
    const larger = size + lengthOf(head) + body
    if (larger > (numbers[at + ROOM] ?? 0)) this.#move(at, larger)
    numbers[at + SIZE] = larger
    numbers[at + DOCS] = (numbers[at + DOCS] ?? 0) + 1
    numbers[at + LAST_DOC] = doc + 1
    return this.#put((numbers[at + START] ?? 0) + size, head)
  }

  #put(at: number, value: number): number {
    let end = at
    let rest = value
    while (rest > 0x7f) {
      this.bytes[end++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.bytes[end++] = rest
    return end
  }

  #move(at: number, size: number): void {
    const { numbers } = this.records
    const old = numbers[at + START] ?? 0
    const left = kindOf((numbers[at + ROOM] ?? 0) + 1) - 1
    const kind = kindOf(size)
    const start = this.#takeRoom(kind)
    copyBytes(this.bytes, old, old + (numbers[at + SIZE] ?? 0), this.bytes, start)
    numbers[at + START] = start
    numbers[at + ROOM] = roomOf(kind)
    // A new list has had none.
    if (left < 0) return
    const rooms = this.#left[left]
    if (rooms) rooms.push(old)
    else this.#left[left] = [old]
  }

  #takeRoom(kind: number): number {
    const left = this.#left[kind]?.pop()
    if (left !== undefined) return left
    const start = this.used
    this.used += roomOf(kind)
    if (this.used > this.bytes.length) this.bytes = grown(this.bytes, this.used)
    return start
  }
}

/** Reads lists, one after the other. */
export class PlaceReader {
  /** The document that it is at, how often the word is there, and where first. */
  doc = -1
  times = 0
  first = 0
  readonly #places: PlaceLists
  #bytes: Uint8Array
  #at = 0
  #body = 0
  #next = 0
  #end = 0
  #place = 0

  constructor(places: PlaceLists) {
    this.#places = places
    this.#bytes = places.bytes
  }

  /** Begins with a list, before its first document. */
  open(word: number): void {
    this.doc = -1
    this.#bytes = this.#places.bytes
    this.#next = this.#places.records.startOf(word)
    this.#end = this.#next + this.#places.records.sizeOf(word)
  }

  /** Goes on to the next document; false at the end. */
  next(): boolean {
    if (this.#next >= this.#end) return false
    this.#at = this.#next
    const head = this.#read()
    this.doc += head >>> 1
    this.#body = this.#at
    this.first = this.#read()
    this.#place = this.first
    if ((head & 1) === 0) {
      this.times = 1
      this.#next = this.#at
      return true
    }
    this.times = this.#read() + 1
    const bytes = this.#read()
    this.#next = this.#at + bytes
    return true
  }

  /** Goes on to the next place in the document after `first`; -1 at the end. */
  nextPlace(): number {
    if (this.#at >= this.#next) return -1
    this.#place += this.#read()
    return this.#place
  }

  /** Bytes of all that is said of the document but its number. */
  get bodyLength(): number {
    return this.#next - this.#body
  }
  copyBody(target: Uint8Array, at: number): void {
    copyBytes(this.#bytes, this.#body, this.#next, target, at)
  }

  #read(): number {
    const bytes = this.#bytes
    let byte = bytes[this.#at++] ?? 0
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[this.#at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    return value
  }
}

/** Bytes of a number. */
function lengthOf(value: number): number {
  if (value < 1 << 7) return 1
  if (value < 1 << 14) return 2
  if (value < 1 << 21) return 3
  return value < 1 << 28 ? 4 : 5
}

/** The smallest kind of room for so many bytes. */
function kindOf(size: number): number {
  let kind = 0
  while (roomOf(kind) < size) kind++
  return kind
}

/** Bytes of a kind of room: 8, 12, 16, 24, 32, 48 and so on. */
function roomOf(kind: number): number {
  return (kind & 1 ? SMALLEST + SMALLEST / 2 : SMALLEST) << (kind >>> 1)
}

function copyBytes(from: Uint8Array, start: number, end: number, target: Uint8Array, at: number): void {
  // Most are a few, for which a loop is faster than a call.
  if (end - start > 64) target.set(from.subarray(start, end), at)
  else for (let i = start; i < end; i++) target[at + i - start] = from[i] ?? 0
}
