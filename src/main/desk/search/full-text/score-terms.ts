import type { Term } from '#annotations/search/query'
import { findPhrase } from './find-phrase'
import type { QuerySpace } from './query-space'
import type { TextIndex } from './text-index'

/** One of the index's words that a word of the query may stand for, with what a hit by it is worth. */
export type Choice = { readonly term: number; readonly worth: number }

/** BM25 (Robertson and Zaragoza, 2009), with the usual constants. */
const K1 = 1.2
const B = 0.75
const IN_HEAD = 2.5

/** Finds the documents that have every term, into the index's space with their scores, the terms with the fewest places first. */
export function scoreTerms(index: TextIndex, terms: readonly Term[], choices: readonly (readonly Choice[])[]): void {
  if (choices.some((chosen) => chosen.length === 0)) return
  const order = terms.map((_, at) => at).sort((a, b) => cost(index, choices[a]) - cost(index, choices[b]))
  for (const [turn, at] of order.entries()) {
    const chosen = choices[at] ?? []
    const words = terms[at]?.words ?? []
    if (words.length === 1) scoreWord(index, chosen, turn)
    else scorePhrase(index, words, chosen, turn)
  }
  keepDocsWith(terms.length, index.space)
}

function keepDocsWith(terms: number, space: QuerySpace): void {
  const { docs, docCount, had } = space
  let kept = 0
  for (let i = 0; i < docCount; i++) {
    const doc = docs[i] ?? 0
    if (had[doc] === terms) docs[kept++] = doc
  }
  space.docCount = kept
}

function scoreWord(index: TextIndex, chosen: readonly Choice[], turn: number): void {
  const { reader } = index.space
  const docs = chosen.reduce((sum, { term }) => sum + index.terms.records.docsOf(term), 0)
  const rarity = rarityOf(index, docs)
  const perWord = (K1 * B) / averageOf(index)
  for (const { term, worth } of chosen) {
    const value = worth * rarity
    reader.open(term)
    while (reader.next()) note(index, turn, reader.doc, reader.times, reader.first, value, perWord)
  }
}

function scorePhrase(index: TextIndex, words: readonly string[], chosen: readonly Choice[], turn: number): void {
  const before = words.slice(0, -1).map((word) => index.terms.find(word))
  const steps = [...before.map((term) => (term === null ? [] : [term])), chosen.map(({ term }) => term)]
  const count = findPhrase(index, steps, turn)
  const { phraseDocs, phraseTimes, phraseFirsts } = index.space
  const rarity = rarityOf(index, count)
  const perWord = (K1 * B) / averageOf(index)
  for (let i = 0; i < count; i++) {
    note(index, turn, phraseDocs[i] ?? 0, phraseTimes[i] ?? 0, phraseFirsts[i] ?? 0, rarity, perWord)
  }
}

/** Counts a term for a document that has all those of the turns before. */
function note(
  { space, docLengths, docHeads }: TextIndex,
  turn: number,
  doc: number,
  times: number,
  first: number,
  value: number,
  perWord: number,
): void {
  const { had, scores } = space
  const before = had[doc] ?? 0
  if (before < turn) return
  if (before === turn) {
    had[doc] = turn + 1
    if (turn === 0) space.docs[space.docCount++] = doc
  }
  const weight = (times * (K1 + 1)) / (times + K1 * (1 - B) + perWord * (docLengths[doc] ?? 0))
  scores[doc] = (scores[doc] ?? 0) + value * weight * (first < (docHeads[doc] ?? 0) ? IN_HEAD : 1)
}

/** Bytes to read. */
function cost(index: TextIndex, choices: readonly Choice[] | undefined): number {
  return (choices ?? []).reduce((sum, { term }) => sum + index.terms.records.sizeOf(term), 0)
}

function averageOf({ words, live }: TextIndex): number {
  return words / Math.max(1, live)
}

function rarityOf(index: TextIndex, docs: number): number {
  const within = Math.min(docs, index.docs)
  return Math.log(1 + (index.docs - within + 0.5) / (within + 0.5))
}
