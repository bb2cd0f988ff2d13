import { type PlaceLists, PlaceReader } from './place-lists'
import type { TextIndex } from './text-index'

/**
 * What a query works in, kept for the next one: to make these arrays anew and have them collected would cost more than most
 * queries do. Nothing in here outlives a query.
 */
export class QuerySpace {
  readonly reader: PlaceReader
  /** By document: its score, and how many terms of the query it has. */
  scores = new Float32Array()
  had = new Uint8Array()
  /** The documents that have the first term, or all. */
  docs = new Uint32Array()
  docCount = 0
  /** By article: its best score, and where on the page it is. */
  best = new Float32Array()
  shownAt = new Int32Array()
  order = new Float64Array()
  /** The documents that have the term that is looked for; by document how often, and whether in its first field. All zero between terms. */
  hits = new Uint32Array()
  hitTimes = new Uint32Array()
  inHead = new Uint8Array()
  /** Of words in a row, by document: how many of the words it may have in a row. */
  inRow = new Uint8Array()
  /** Where each document begins when all stand one after the other, and a bit for each of their places, twice. */
  origins = new Uint32Array()
  places = new Uint32Array()
  otherPlaces = new Uint32Array()

  constructor(places: PlaceLists) {
    this.reader = new PlaceReader(places)
  }

  /** Makes it fit, and clears what a query counts on to be clear. */
  begin({ docs, articles }: TextIndex): void {
    if (this.scores.length < docs) {
      const room = roomFor(docs)
      this.scores = new Float32Array(room)
      this.had = new Uint8Array(room)
      this.docs = new Uint32Array(room)
      this.hits = new Uint32Array(room)
      this.hitTimes = new Uint32Array(room)
      this.inHead = new Uint8Array(room)
    }
    if (this.best.length < articles.length) {
      const room = roomFor(articles.length)
      this.best = new Float32Array(room)
      this.shownAt = new Int32Array(room)
      this.order = new Float64Array(room)
    }
    this.scores.fill(0, 0, docs)
    this.had.fill(0, 0, docs)
    this.docCount = 0
  }

  /** Makes it fit for words in a row: numbers documents' places, and answers how many there are. */
  beginPhrase({ docs, docLengths }: TextIndex): number {
    if (this.origins.length < docs) {
      const room = roomFor(docs)
      this.origins = new Uint32Array(room)
      this.inRow = new Uint8Array(room)
    }
    let places = 0
    for (let doc = 0; doc < docs; doc++) {
      this.origins[doc] = places
      places += docLengths[doc] ?? 0
    }
    const words = Math.ceil(places / 32)
    if (this.places.length < words) {
      this.places = new Uint32Array(roomFor(words))
      this.otherPlaces = new Uint32Array(roomFor(words))
    }
    this.inRow.fill(0, 0, docs)
    this.places.fill(0, 0, words)
    return places
  }
}

function roomFor(length: number): number {
  return Math.ceil(length * 1.25)
}
