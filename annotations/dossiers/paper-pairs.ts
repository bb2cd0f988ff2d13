import { fold } from '../text/fold'
import type { ClaimRow } from './claim-row'

/** Two papers in alphabetical order, one of which prints what denies or contradicts a story that the other tells. */
export type PaperPair = readonly [string, string]

/** Null for one paper and itself: that it prints a claim and its denial is no dispute of its own. */
export function paperPair(one: string, other: string): PaperPair | null {
  const [a, b] = [fold(one), fold(other)]
  if (a === b) return null
  return a < b ? [one, other] : [other, one]
}

/** The same for the same papers, however their names are spelled. */
export function pairKey(pair: PaperPair): string {
  return pair.map(fold).join('\n')
}

/** Which papers contradict each other, and over how many of these stories; the most first, then by name. */
export function papersAtOdds(rows: readonly ClaimRow[]): { readonly pair: PaperPair; readonly stories: number }[] {
  const found = new Map<string, { readonly pair: PaperPair; stories: number }>()
  for (const { atOdds } of rows) {
    for (const pair of atOdds) {
      const key = pairKey(pair)
      const known = found.get(key)
      if (known) known.stories += 1
      else found.set(key, { pair, stories: 1 })
    }
  }
  return [...found].sort(([a, x], [b, y]) => y.stories - x.stories || (a < b ? -1 : 1)).map(([, each]) => each)
}
