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
  const docs = chosen.reduce((sum, { term }) => sum + index.terms.records.docsOf(term), 0)
  const rarity = rarityOf(index, docs)
  for (const worth of new Set(chosen.map((choice) => choice.worth))) {
    const alike = chosen.filter((choice) => choice.worth === worth)
    const count = gather(
      index,
      alike.map(({ term }) => term),
      turn,
    )
    score(index, count, turn, worth * rarity)
  }
}

/**
 * Adds up for each document how often it has one of some words, as if they were one: some thousands begin with a letter, and to
 * score each by itself would be most of what a query costs.
 */
function gather({ space, docHeads }: TextIndex, words: readonly number[], turn: number): number {
  const { reader, had, hits, hitTimes, inHead } = space
  let count = 0
  for (const word of words) {
    reader.open(word)
    while (reader.next()) {
      const { doc } = reader
      if ((had[doc] ?? 0) < turn) continue
      const before = hitTimes[doc] ?? 0
      if (before === 0) hits[count++] = doc
      hitTimes[doc] = before + reader.times
      if (reader.first < (docHeads[doc] ?? 0)) inHead[doc] = 1
    }
  }
  return count
}

function scorePhrase(index: TextIndex, words: readonly string[], chosen: readonly Choice[], turn: number): void {
  const before = words.slice(0, -1).map((word) => index.terms.find(word))
  const steps = [...before.map((term) => (term === null ? [] : [term])), chosen.map(({ term }) => term)]
  const count = findPhrase(index, steps, turn)
  score(index, count, turn, rarityOf(index, count))
}

/** Counts a term for those documents with hits that have all terms of the turns before, and clears the hits. */
function score({ space, docLengths, live, words }: TextIndex, count: number, turn: number, value: number): void {
  const { had, scores, hits, hitTimes, inHead } = space
  const perWord = (K1 * B) / (words / Math.max(1, live))
  for (let i = 0; i < count; i++) {
    const doc = hits[i] ?? 0
    const times = hitTimes[doc] ?? 0
    const weight = (times * (K1 + 1)) / (times + K1 * (1 - B) + perWord * (docLengths[doc] ?? 0))
    scores[doc] = (scores[doc] ?? 0) + value * weight * (inHead[doc] === 1 ? IN_HEAD : 1)
    hitTimes[doc] = 0
    inHead[doc] = 0
    if (had[doc] !== turn) continue
    had[doc] = turn + 1
    if (turn === 0) space.docs[space.docCount++] = doc
  }
}

/** Bytes to read. */
function cost(index: TextIndex, choices: readonly Choice[] | undefined): number {
  return (choices ?? []).reduce((sum, { term }) => sum + index.terms.records.sizeOf(term), 0)
}

function rarityOf(index: TextIndex, docs: number): number {
  const within = Math.min(docs, index.docs)
  return Math.log(1 + (index.docs - within + 0.5) / (within + 0.5))
}
