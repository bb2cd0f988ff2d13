import type { PlaceReader } from './place-lists'
import type { TextIndex } from './text-index'

export type PhraseHit = { readonly doc: number; readonly times: number; readonly first: number }

/**
 * The documents in which words stand in a row, in rising order.
 *
 * @param steps for each place of the phrase the words of the index that may stand there
 * @param wanted leaves out documents that are no hit for other reasons
 */
export function findPhrase(
  index: TextIndex,
  reader: PlaceReader,
  steps: readonly (readonly number[])[],
  wanted: (doc: number) => boolean,
): PhraseHit[] {
  const sizes = steps.map((step) => step.reduce((sum, term) => sum + index.places.sizeOf(term), 0))
  const rarest = sizes.indexOf(Math.min(...sizes))
  // Where the phrase would begin, told by the rarest of its words; then each other word strikes out what it does not go on with.
  let starts = beginnings(index, reader, steps[rarest] ?? [], rarest, wanted)
  for (const [at, step] of steps.entries()) {
    if (at === rarest || starts.length === 0) continue
    const first = firstOf(starts, index.docs)
    const goesOn = new Uint8Array(starts.length)
    for (const term of step) {
      let doc = -1
      let next = 0
      reader.forEachPlace(term, (there, place) => {
        if (there !== doc) {
          doc = there
          next = first[doc] ?? 0
        }
        // Zero says that the document has no start; others are counted from one.
        if (next === 0) return
        const key = doc * PLACES + place - at
        while (next <= starts.length && (starts[next - 1] ?? 0) < key) next++
        if (starts[next - 1] === key) goesOn[next - 1] = 1
      })
    }
    starts = starts.filter((_, i) => goesOn[i] === 1)
  }
  return hitsOf(starts)
}

/** A document and a place in one number: more words than this are in no document. */
const PLACES = 2 ** 26

function beginnings(
  index: TextIndex,
  reader: PlaceReader,
  terms: readonly number[],
  offset: number,
  wanted: (doc: number) => boolean,
): Float64Array {
  const most = terms.reduce((sum, term) => sum + index.places.sizeOf(term), 0)
  const starts = new Float64Array(most)
  let count = 0
  for (const term of terms) {
    reader.forEachPlace(term, (doc, place) => {
      if (place >= offset && wanted(doc)) starts[count++] = doc * PLACES + place - offset
    })
  }
  const found = starts.subarray(0, count)
  return terms.length > 1 ? found.sort() : found
}

/** For each document one more than the number of its first start; zero for none. */
function firstOf(starts: Float64Array, docs: number): Uint32Array {
  const first = new Uint32Array(docs)
  for (let i = starts.length - 1; i >= 0; i--) first[Math.floor((starts[i] ?? 0) / PLACES)] = i + 1
  return first
}

function hitsOf(starts: Float64Array): PhraseHit[] {
  const hits: PhraseHit[] = []
  for (let i = 0; i < starts.length; ) {
    const start = starts[i] ?? 0
    const doc = Math.floor(start / PLACES)
    let times = 0
    while (i < starts.length && Math.floor((starts[i] ?? 0) / PLACES) === doc) {
      times++
      i++
    }
    hits.push({ doc, times, first: start - doc * PLACES })
  }
  return hits
}
