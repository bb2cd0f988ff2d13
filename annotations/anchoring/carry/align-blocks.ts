import { tokenize } from './tokens'

/** For each old block, the new block that continues it, or null. No new block continues two old ones. */
export type BlockAlignment = readonly (number | null)[]

/** Below this share of common, rarity-weighted words two blocks are not the same paragraph any more. */
const LEAST_SIMILAR = 0.35
/** Words in more than this share of the blocks say little about which block it is, and cost the most to compare. */
const COMMON = 0.01

/**
 * Pairs the blocks of two revisions, wherever they moved. Blocks that are equal to the letter come first; those that occur
 * more than once are told apart by their neighbours. The rest are compared by their words, each weighted by how rare it is
 * (inverse document frequency, Spärck Jones 1972), through an inverted index, so that the cost stays near linear.
 */
export function alignBlocks(oldTexts: readonly string[], newTexts: readonly string[]): BlockAlignment {
  const newOf: (number | null)[] = oldTexts.map(() => null)
  const taken = new Set<number>()
  const pair = (from: number, to: number) => {
    newOf[from] = to
    taken.add(to)
  }
  pairUnique(oldTexts, newTexts, pair)
  pairRepeated(oldTexts, newTexts, newOf, taken, pair)
  pairSimilar(oldTexts, newTexts, newOf, taken, pair)
  return newOf
}

type Pair = (from: number, to: number) => void

function indexByText(texts: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  texts.forEach((text, i) => {
    const list = index.get(text)
    if (list) list.push(i)
    else index.set(text, [i])
  })
  return index
}

function pairUnique(oldTexts: readonly string[], newTexts: readonly string[], pair: Pair): void {
  const news = indexByText(newTexts)
  for (const [text, olds] of indexByText(oldTexts)) {
    const [from] = olds
    const found = news.get(text)
    const [to] = found ?? []
    if (olds.length === 1 && found?.length === 1 && from !== undefined && to !== undefined) pair(from, to)
  }
}

/** Equal blocks that occur more than once: each goes to the place whose neighbours it had; what is left goes in order. */
function pairRepeated(
  oldTexts: readonly string[],
  newTexts: readonly string[],
  newOf: readonly (number | null)[],
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const news = indexByText(newTexts)
  const waiting = oldTexts.flatMap((_, i) => (newOf[i] === null ? [i] : []))
  const fits = (from: number, to: number | null | undefined, text: string) =>
    to != null && !taken.has(to) && newTexts[to] === text && newOf[from] === null
  for (const [step, order] of [
    [1, waiting],
    [-1, waiting.toReversed()],
  ] as const) {
    for (const from of order) {
      const neighbour = newOf[from - step]
      const to = neighbour == null ? null : neighbour + step
      const text = oldTexts[from] ?? ''
      if (fits(from, to, text) && to !== null) pair(from, to)
    }
  }
  for (const from of waiting) {
    if (newOf[from] !== null) continue
    const to = news.get(oldTexts[from] ?? '')?.find((candidate) => !taken.has(candidate))
    if (to !== undefined) pair(from, to)
  }
}

type Bag = ReadonlyMap<string, number>

function bagOf(text: string): Bag {
  const bag = new Map<string, number>()
  for (const { text: word } of tokenize(text.toLowerCase())) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function pairSimilar(
  oldTexts: readonly string[],
  newTexts: readonly string[],
  newOf: readonly (number | null)[],
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const bags = new Map(newTexts.flatMap((text, i) => (taken.has(i) ? [] : [[i, bagOf(text)] as const])))
  if (bags.size === 0) return
  const postings = new Map<string, number[]>()
  for (const [i, bag] of bags) {
    for (const word of bag.keys()) {
      const list = postings.get(word)
      if (list) list.push(i)
      else postings.set(word, [i])
    }
  }
  const weightOf = (word: string) => Math.log(1 + bags.size / (postings.get(word)?.length ?? 0.5))
  const weigh = (bag: Bag) => sum([...bag].map(([word, count]) => count * weightOf(word)))
  const newWeights = new Map([...bags].map(([i, bag]) => [i, weigh(bag)]))
  const mostPostings = Math.max(8, bags.size * COMMON)

  const edges: { from: number; to: number; similarity: number }[] = []
  for (const [from, text] of oldTexts.entries()) {
    if (newOf[from] !== null) continue
    const bag = bagOf(text)
    const weight = weigh(bag)
    for (const to of candidates(bag, postings, mostPostings)) {
      const similarity = (2 * common(bag, bags.get(to), weightOf)) / (weight + (newWeights.get(to) ?? 0))
      if (similarity >= LEAST_SIMILAR) edges.push({ from, to, similarity })
    }
  }
  edges.sort((a, b) => b.similarity - a.similarity || Math.abs(a.from - a.to) - Math.abs(b.from - b.to))
  for (const { from, to } of edges) if (newOf[from] === null && !taken.has(to)) pair(from, to)
}

/** The new blocks that share the most rare words with a bag. A few are enough: the paragraph itself is among them. */
function candidates(bag: Bag, postings: ReadonlyMap<string, readonly number[]>, mostPostings: number): number[] {
  const hits = new Map<number, number>()
  const count = (most: number) => {
    for (const word of bag.keys()) {
      const list = postings.get(word)
      if (!list || list.length > most) continue
      for (const i of list) hits.set(i, (hits.get(i) ?? 0) + 1 / list.length)
    }
  }
  count(mostPostings)
  // A short block may have no rare word left; then the common ones must do.
  if (hits.size === 0) count(Number.POSITIVE_INFINITY)
  return [...hits]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([i]) => i)
}

function common(a: Bag, b: Bag | undefined, weightOf: (word: string) => number): number {
  return sum([...a].map(([word, count]) => Math.min(count, b?.get(word) ?? 0) * weightOf(word)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
