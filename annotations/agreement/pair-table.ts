import type { Agreement } from './measure'

/** The numbers that are the same whichever of the two is held against the other, and so have one place in a table. */
export const PAIR_NUMBERS = ['kappa', 'kappa-sentences', 'u-alpha', 'f1-exact', 'f1'] as const
export type PairNumber = (typeof PAIR_NUMBERS)[number]

type Measured = { readonly sides: readonly [number, number]; readonly numbers: Agreement }

/** One number of two sides, of all tags together; `value` is null where it is not defined. */
export type PairCell = { readonly sides: readonly [number, number]; readonly value: number | null }

/**
 * One number of each two of `count` sides as the lower half of a table: row r holds the cells of side r + 1 with the sides
 * before it. Pairs that were not measured have no value.
 */
export function pairTable(
  count: number,
  pairs: readonly Measured[],
  number: PairNumber,
): readonly (readonly PairCell[])[] {
  const known = new Map(pairs.map(({ sides, numbers }) => [sides.join(), numberOf(numbers, number)]))
  return Array.from({ length: Math.max(0, count - 1) }, (_, row) =>
    Array.from({ length: row + 1 }, (_, column): PairCell => {
      const sides = [column, row + 1] as const
      return { sides, value: known.get(sides.join()) ?? null }
    }),
  )
}

function numberOf({ tags }: Agreement, number: PairNumber): number | null {
  const all = tags.find(({ tag }) => tag === 'all')
  if (!all) return null
  switch (number) {
    case 'kappa':
      return all.kappaCharacters
    case 'kappa-sentences':
      return all.kappaSentences
    case 'u-alpha':
      return all.uAlpha
    case 'f1-exact':
      return all.exact.f1
    case 'f1':
      return all.overlapping.f1
  }
}
