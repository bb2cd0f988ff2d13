import type { TextIndex } from './text-index'

/**
 * Finds the documents in which words stand in a row, in rising order: how many, into `hits` and its likes of the index's space. Where the words may begin is a bit for each place of all texts, which each word clears where it does not go on: what it
 * costs depends on how often the words occur, and two words of every text are no more than that.
 *
 * @param steps for each place of the phrase the words of the index that may stand there
 * @param turn leaves out documents that do not have this many other terms
 */
export function findPhrase(index: TextIndex, steps: readonly (readonly number[])[], turn: number): number {
  const { space } = index
  const sizes = steps.map((terms) => terms.reduce((sum, term) => sum + index.terms.records.sizeOf(term), 0))
  // The rarest first: of documents that do not have it nothing is read of the others.
  const order = steps.map((_, at) => at).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0))
  const words = Math.ceil(space.beginPhrase(index) / 32)
  for (const [passed, at] of order.entries()) {
    if (passed === 0) {
      for (const term of steps[at] ?? []) begin(index, term, at, turn)
    } else {
      space.otherPlaces.fill(0, 0, words)
      for (const term of steps[at] ?? []) goOn(index, term, at, passed)
      const { places, otherPlaces } = space
      space.places = otherPlaces
      space.otherPlaces = places
    }
  }
  return collect(index, words)
}

/** Notes where the phrase begins when a word stands `at` places after that. */
function begin({ space }: TextIndex, term: number, at: number, turn: number): void {
  const { reader, had, inRow, origins, places } = space
  reader.open(term)
  while (reader.next()) {
    const { doc } = reader
    if ((had[doc] ?? 0) < turn) continue
    inRow[doc] = 1
    const origin = (origins[doc] ?? 0) - at
    for (let place = reader.first; place >= 0; place = reader.nextPlace()) {
      if (place < at) continue
      const start = origin + place
      places[start >>> 5] = (places[start >>> 5] ?? 0) | (1 << (start & 31))
    }
  }
}

/** Keeps those beginnings that a word goes on with. */
function goOn({ space }: TextIndex, term: number, at: number, passed: number): void {
  const { reader, inRow, origins, places, otherPlaces } = space
  reader.open(term)
  while (reader.next()) {
    const { doc } = reader
    if ((inRow[doc] ?? 0) < passed) continue
    inRow[doc] = passed + 1
    const origin = (origins[doc] ?? 0) - at
    for (let place = reader.first; place >= 0; place = reader.nextPlace()) {
      if (place < at) continue
      const start = origin + place
      const kept = (places[start >>> 5] ?? 0) & (1 << (start & 31))
      if (kept !== 0) otherPlaces[start >>> 5] = (otherPlaces[start >>> 5] ?? 0) | kept
    }
  }
}

/** Gathers by document what is left. */
function collect({ space, docs, docHeads }: TextIndex, words: number): number {
  const { places, origins, hits, hitTimes, inHead } = space
  let count = 0
  let doc = -1
  let end = 0
  for (let word = 0; word < words; word++) {
    for (let rest = places[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + 31 - Math.clz32(rest & -rest)
      if (place >= end) {
        while (place >= end) end = ++doc + 1 < docs ? (origins[doc + 1] ?? 0) : Number.POSITIVE_INFINITY
        hits[count++] = doc
        if (place - (origins[doc] ?? 0) < (docHeads[doc] ?? 0)) inHead[doc] = 1
      }
      hitTimes[doc] = (hitTimes[doc] ?? 0) + 1
    }
  }
  return count
}
