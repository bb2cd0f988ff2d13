import type { Tag } from '#annotations/model/highlight'
import { RELATIONS, type Relation } from '#annotations/model/relation'
import { wordsOf } from '#annotations/search/words'
import { DocWriter } from './doc-writer'
import { grown } from './grown'
import { PlaceLists, PlaceReader } from './place-lists'
import { QuerySpace } from './query-space'
import { TermStore } from './term-store'

/** What is searched as one: the text of an article with its title, a highlight, or a link. */
export type SearchDoc = {
  /** Of the record. */
  readonly id: string
  readonly articleId: string
  readonly kind: DocKind
  readonly tag: Tag | null
  /** The first counts for more. No phrase reaches from one into the next. */
  readonly fields: readonly string[]
  readonly speaker: string | null
  /** The link's own, or those of all links that touch the highlight. */
  readonly relations: readonly Relation[]
  /** What filters ask of an article; only its text has it. */
  readonly about: {
    readonly title: string
    readonly publisher: string | null
    readonly published: string | null
  } | null
}
const DOC_KINDS = ['text', 'highlight', 'link'] as const
export type DocKind = (typeof DOC_KINDS)[number]

const DOC_TAGS: readonly (Tag | null)[] = [null, 'claim', 'attribution', 'denial']

/** An article as filters see it: folded words with a space before each, and the day. */
export type IndexedArticle = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly day: string | null
  /** The day as a number to sort by: 20220301 for `2022-03-01`, zero for none. */
  readonly dayNumber: number
}

/** The strings of an index, and its sums. */
export type SavedDocs = {
  readonly ids: readonly (string | null)[]
  readonly articles: readonly IndexedArticle[]
  readonly speakers: readonly string[]
  readonly live: number
  readonly words: number
}

const MOST_HEAD = 0xffff

/**
 * An inverted index that grows: for each word the documents it is in and its places there. A document that changes is written
 * anew under another number and its old one dies; `compact` clears the dead. Words are folded by `forEachWord`.
 */
export class TextIndex {
  readonly terms: TermStore
  /** One list a word. */
  readonly places: PlaceLists
  /** By document; null for the dead. */
  readonly docIds: (string | null)[] = []
  docArticles = new Uint32Array(1 << 10)
  /** Kind, tag, speaker and relations in 32 bits. */
  docFacts = new Uint32Array(1 << 10)
  /** Words of the first field, and of all. */
  docHeads = new Uint16Array(1 << 10)
  docLengths = new Uint32Array(1 << 10)
  readonly articles: IndexedArticle[] = []
  /** Folded, with a space before each word; the first is nobody. */
  readonly speakers: string[] = ['']
  live = 0
  /** Words in all live documents. */
  words = 0
  /** What queries work in. */
  readonly space: QuerySpace
  readonly #writer: DocWriter
  #docOf = new Map<string, number>()
  #articleOf = new Map<string, number>()
  #speakerOf = new Map<string, number>([['', 0]])

  constructor(terms = new TermStore(), places = new PlaceLists(terms.records)) {
    this.terms = terms
    this.places = places
    this.#writer = new DocWriter(terms, places)
    this.space = new QuerySpace(places)
  }

  get docs(): number {
    return this.docIds.length
  }

  /** Takes a document in, in place of the one with its id. */
  put(doc: SearchDoc): void {
    this.remove(doc.id)
    const number = this.#newDoc(doc.id)
    const article = this.#articleNumber(doc.articleId)
    if (doc.about) {
      const { title, publisher, published } = doc.about
      const day = published?.slice(0, 10) ?? null
      this.articles[article] = {
        id: doc.articleId,
        title: spaced(title),
        publisher: spaced(publisher ?? ''),
        day,
        dayNumber: Number(day?.replaceAll('-', '') ?? 0),
      }
    }
    this.docArticles[number] = article
    this.docFacts[number] = packFacts(doc, this.#speakerNumber(spaced(doc.speaker ?? '')))
    const { head, length } = this.#writer.write(number, doc.fields)
    this.docHeads[number] = Math.min(head, MOST_HEAD)
    this.docLengths[number] = length
    this.live += 1
    this.words += length
  }

  remove(id: string): void {
    const doc = this.#docOf.get(id)
    if (doc === undefined) return
    this.#docOf.delete(id)
    this.docIds[doc] = null
    this.live -= 1
    this.words -= this.docLengths[doc] ?? 0
  }

  /** Which of `articles`. */
  articleOf(doc: number): number {
    return this.docArticles[doc] ?? 0
  }
  kindOf(doc: number): DocKind {
    return DOC_KINDS[(this.docFacts[doc] ?? 0) & 3] ?? 'text'
  }
  tagOf(doc: number): Tag | null {
    return DOC_TAGS[((this.docFacts[doc] ?? 0) >>> 2) & 3] ?? null
  }
  /** The bits of `relationBits`. */
  relationsOf(doc: number): number {
    return ((this.docFacts[doc] ?? 0) >>> 4) & 0xff
  }
  /** Which of `speakers`. */
  speakerOf(doc: number): number {
    return (this.docFacts[doc] ?? 0) >>> 12
  }

  /** Whether so much is dead that it should be cleared. */
  get isWorn(): boolean {
    return this.docs - this.live > this.live + 10_000
  }

  /** The same without the dead, and without the words that only they had. */
  compact(): TextIndex {
    const fresh = new TextIndex()
    const numbers = new Int32Array(this.docs).fill(-1)
    for (const [doc, id] of this.docIds.entries()) {
      if (id === null) continue
      const number = fresh.#newDoc(id)
      numbers[doc] = number
      const article = this.articles[this.articleOf(doc)] ?? emptyArticle('')
      const articleNumber = fresh.#articleNumber(article.id)
      fresh.articles[articleNumber] = article
      fresh.docArticles[number] = articleNumber
      const speaker = fresh.#speakerNumber(this.speakers[this.speakerOf(doc)] ?? '')
      fresh.docFacts[number] = ((this.docFacts[doc] ?? 0) & 0xfff) | (speaker << 12)
      fresh.docHeads[number] = this.docHeads[doc] ?? 0
      fresh.docLengths[number] = this.docLengths[doc] ?? 0
    }
    fresh.live = this.live
    fresh.words = this.words
    fresh.#copyWords(this, numbers)
    return fresh
  }

  /** A copy of what documents are, without their words. */
  saved(): SavedDocs {
    const { docIds, articles, speakers, live, words } = this
    return { ids: docIds, articles, speakers, live, words }
  }

  /** An index of what another one saved. */
  static restore(
    terms: TermStore,
    places: PlaceLists,
    saved: SavedDocs,
    numbers: Pick<TextIndex, 'docArticles' | 'docFacts' | 'docHeads' | 'docLengths'>,
  ): TextIndex {
    const index = new TextIndex(terms, places)
    Object.assign(index, numbers)
    index.live = saved.live
    index.words = saved.words
    for (const [doc, id] of saved.ids.entries()) {
      index.docIds.push(id)
      if (id !== null) index.#docOf.set(id, doc)
    }
    for (const article of saved.articles) index.#articleOf.set(article.id, index.articles.push(article) - 1)
    for (const name of saved.speakers.slice(1)) index.#speakerOf.set(name, index.speakers.push(name) - 1)
    return index
  }

  /** @param numbers of its documents here, negative for the dead */
  #copyWords({ terms, places }: TextIndex, numbers: Int32Array): void {
    const reader = new PlaceReader(places)
    for (let old = 0; old < terms.count; old++) {
      reader.open(old)
      for (let term = -1; reader.next(); ) {
        const number = numbers[reader.doc] ?? -1
        if (number < 0) continue
        if (term < 0) term = this.terms.put(terms, old)
        this.places.copy(term, number, reader)
      }
    }
  }

  #newDoc(id: string): number {
    const number = this.docIds.push(id) - 1
    this.#docOf.set(id, number)
    if (number >= this.docArticles.length) {
      this.docArticles = grown(this.docArticles, number + 1)
      this.docFacts = grown(this.docFacts, number + 1)
      this.docHeads = grown(this.docHeads, number + 1)
      this.docLengths = grown(this.docLengths, number + 1)
    }
    return number
  }

  #articleNumber(id: string): number {
    const known = this.#articleOf.get(id)
    if (known !== undefined) return known
    const number = this.articles.push(emptyArticle(id)) - 1
    this.#articleOf.set(id, number)
    return number
  }

  /** @param name as `spaced` makes it */
  #speakerNumber(name: string): number {
    const known = this.#speakerOf.get(name)
    if (known !== undefined) return known
    const number = this.speakers.push(name) - 1
    this.#speakerOf.set(name, number)
    return number
  }
}

/** The bit of each relation in a document's facts. */
export function relationBits(relations: readonly Relation[]): number {
  return relations.reduce((bits, relation) => bits | (1 << RELATIONS.indexOf(relation)), 0)
}

function packFacts({ kind, tag, relations }: SearchDoc, speaker: number): number {
  const bits = DOC_KINDS.indexOf(kind) | (DOC_TAGS.indexOf(tag) << 2) | (relationBits(relations) << 4)
  return (bits | (speaker << 12)) >>> 0
}

/** Folded words with a space before each: a filter's word begins one of them. */
function spaced(text: string): string {
  return wordsOf(text)
    .map((word) => ` ${word}`)
    .join('')
}

function emptyArticle(id: string): IndexedArticle {
  return { id, title: '', publisher: '', day: null, dayNumber: 0 }
}
