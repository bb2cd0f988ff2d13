import { type Continuum, NOTHING, stretchesOf, type Unit } from './units'

/** Krippendorff's α for unitizing. Null where it is not defined: nothing, or everything in one way, was marked. */
export type UnitizingAlpha = {
  /** uα: agreement on where units are and what they are. */
  readonly u: number | null
  /** |uα: on where units are, whatever they are. */
  readonly binary: number | null
  /** cuα: on what units are, where both marked something. */
  readonly cu: number | null
}

/**
 * Krippendorff's α for unitizing (K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher, On the reliability of unitizing textual
 * continua: further developments, Quality & Quantity 50, 2016; Content Analysis, 4th ed., 2019, 12.6), of any number of
 * annotators. Observed: the length in which pairs of annotators differ. Expected: in which pairs of any two places would, of
 * any annotators, but for pairs within one unit, and for a gap's place with itself. Several texts count as one.
 */
export function unitizingAlpha(continua: readonly Continuum[]): UnitizingAlpha {
  const observed = createTable()
  const marked = createTable()
  // Pairs that chance cannot make: they are all within one category, so that their sum is what counts.
  let [own, ownMarked] = [0, 0]
  for (const continuum of continua) {
    const pairs = continuum.units.length - 1
    for (const { length, categories } of stretchesOf(continuum)) {
      const counts = countEach(categories)
      for (const [a, ofA] of counts) {
        for (const [b, ofB] of counts) {
          const times = a === b ? ofA * (ofA - 1) : ofA * ofB
          if (times === 0) continue
          observed.add(a, b, (times * length) / pairs)
          if (a !== NOTHING && b !== NOTHING) marked.add(a, b, (times * length) / pairs)
        }
      }
    }
    for (const [side, units] of continuum.units.entries()) {
      let gaps = continuum.length
      if (units.length === 0) {
        own += gaps
        continue
      }
      const others = unionOf(continuum.units.filter((_, other) => other !== side).flat())
      for (const unit of units) {
        const length = unit.end - unit.start
        gaps -= length
        own += length ** 2
        ownMarked += within(unit, others) ** 2
      }
      own += gaps
    }
  }
  return {
    u: alphaOf(observed, own, (a, b) => a === b),
    binary: alphaOf(observed, own, (a, b) => (a === NOTHING) === (b === NOTHING)),
    cu: alphaOf(marked, ownMarked, (a, b) => a === b),
  }
}

/** Nine annotators mostly say one thing or two: what pairs of them say is counted by what they say. */
function countEach(categories: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1)
  return counts
}

function alphaOf(observed: Table, own: number, same: (a: string, b: string) => boolean): number | null {
  const total = observed.total()
  const categories = observed.categories()
  let [differing, chance] = [0, 0]
  for (const a of categories) {
    for (const b of categories) {
      if (same(a, b)) continue
      differing += observed.get(a, b)
      chance += observed.sum(a) * observed.sum(b)
    }
  }
  const expected = (total * chance) / (total ** 2 - own)
  return total === 0 || chance === 0 ? null : 1 - differing / expected
}

/** Coincidences: how long one annotator's category stands against another's. It is symmetric. */
type Table = ReturnType<typeof createTable>

function createTable() {
  const cells = new Map<string, Map<string, number>>()
  const sums = new Map<string, number>()
  let total = 0
  return {
    add(a: string, b: string, length: number) {
      const row = cells.get(a) ?? new Map<string, number>()
      cells.set(a, row.set(b, (row.get(b) ?? 0) + length))
      sums.set(a, (sums.get(a) ?? 0) + length)
      total += length
    },
    get: (a: string, b: string) => cells.get(a)?.get(b) ?? 0,
    sum: (a: string) => sums.get(a) ?? 0,
    categories: () => [...sums.keys()],
    total: () => total,
  }
}

type Span = Pick<Unit, 'start' | 'end'>

function unionOf(units: readonly Unit[]): readonly Span[] {
  const union: { start: number; end: number }[] = []
  for (const { start, end } of units.toSorted((a, b) => a.start - b.start)) {
    const last = union.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else union.push({ start, end })
  }
  return union
}

/** How much of a unit lies in a sorted union of spans. */
function within({ start, end }: Unit, union: readonly Span[]): number {
  let length = 0
  for (const span of union) length += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start))
  return length
}
