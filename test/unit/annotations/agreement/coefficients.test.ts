import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitizingAlpha } from '#annotations/agreement/alpha'
import { cohensKappa } from '#annotations/agreement/kappa'
import { type Continuum, NOTHING, type Unit } from '#annotations/agreement/units'

describe('Cohen’s κ', () => {
  test('is that of Artstein and Poesio’s example of two coders and two dialogue acts', () => {
    // R. Artstein, M. Poesio, Inter-coder agreement for computational linguistics, Computational Linguistics 34, 2008:
    // Stat–Stat 20, IReq–IReq 50, Stat–IReq 20 and 10; observed .7, κ .348.
    const table = [
      { left: 'stat', right: 'stat', count: 20 },
      { left: 'stat', right: 'ireq', count: 20 },
      { left: 'ireq', right: 'stat', count: 10 },
      { left: 'ireq', right: 'ireq', count: 50 },
    ]
    expect(cohensKappa(table)).toBeCloseTo(0.348, 3)
  })

  test('is 1 for the same, 0 as by chance, negative for less, and not defined where all is one category', () => {
    const table = (aa: number, ab: number, ba: number, bb: number) =>
      cohensKappa([
        { left: 'a', right: 'a', count: aa },
        { left: 'a', right: 'b', count: ab },
        { left: 'b', right: 'a', count: ba },
        { left: 'b', right: 'b', count: bb },
      ])
    expect(table(3, 0, 0, 5)).toBe(1)
    expect(table(1, 1, 1, 1)).toBe(0)
    expect(table(0, 1, 1, 0)).toBe(-1)
    expect(table(7, 0, 0, 0)).toBeNull()
    expect(cohensKappa([])).toBeNull()
  })
})

/** The text of one letter a unit, with a dot where nothing is marked: each letter is a unit of its own. */
const letters = (text: string): Unit[] =>
  Array.from(text).flatMap((letter, start) => (letter === '.' ? [] : [{ start, end: start + 1, category: letter }]))
const continuum = (...texts: string[]): Continuum => ({ length: texts[0]?.length ?? 0, units: texts.map(letters) })

describe('Krippendorff’s α for unitizing', () => {
  test('of units of one character each and no gaps is his α for nominal data', () => {
    // K. Krippendorff, Computing Krippendorff’s alpha-reliability, 2011, B: nominal data, two observers, α = .692.
    const { u, cu, binary } = unitizingAlpha([continuum('aabbdcccedda', 'babbbccceddd')])
    expect(u).toBeCloseTo(0.692, 3)
    expect(cu).toBeCloseTo(0.692, 3)
    expect(binary).toBeNull()
    // The same, A: binary data, two observers, α = .095.
    expect(unitizingAlpha([continuum('0100000010', '1110010000')]).u).toBeCloseTo(0.095, 3)
  })

  test('is 1 for the same units, and not defined where nobody marked anything or all marked all', () => {
    const same = { length: 20, units: [1, 2].map(() => [{ start: 2, end: 8, category: 'claim' }]) }
    expect(unitizingAlpha([same]).u).toBe(1)
    expect(unitizingAlpha([{ length: 20, units: [[], []] }])).toEqual({ u: null, binary: null, cu: null })
    expect(unitizingAlpha([])).toEqual({ u: null, binary: null, cu: null })
  })

  test('rewards an overlap more than none, and says with cuα whether the tags agree where both marked', () => {
    const unit = (start: number, end: number, category: string): Unit => ({ start, end, category })
    const left = [unit(0, 10, 'claim'), unit(30, 40, 'denial')]
    const shifted = [unit(2, 12, 'claim'), unit(33, 44, 'denial')]
    const apart = [unit(12, 22, 'claim'), unit(44, 54, 'denial')]
    const swapped = [unit(0, 10, 'denial'), unit(30, 40, 'claim')]
    const of = (right: Unit[]) => unitizingAlpha([{ length: 100, units: [left, right] }])
    expect(of(shifted).u).toBeGreaterThan(0.5)
    expect(of(apart).u).toBeLessThan(0)
    expect(of(shifted).cu).toBe(1)
    expect(of(apart).cu).toBeNull()
    expect(of(swapped).binary).toBe(1)
    expect(of(swapped).cu).toBeLessThan(0)
  })

  test('is what counting every pair of places gives, for any annotators, units and texts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }).chain(anyContinua), (continua) => {
        const { u, binary } = unitizingAlpha(continua)
        expectSame(
          u,
          byCounting(continua, (a, b) => a !== b),
        )
        expectSame(
          binary,
          byCounting(continua, (a, b) => (a === NOTHING) !== (b === NOTHING)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('cuα of two annotators is what counting the places that both marked gives', () => {
    fc.assert(
      fc.property(anyContinua(2), (continua) => {
        const both = (text: number, at: number, units: Continuum['units']) =>
          units.every((list) => categoryAt(list, at) !== NOTHING) && text >= 0
        expectSame(
          unitizingAlpha(continua).cu,
          byCounting(continua, (a, b) => a !== b, both),
        )
      }),
      { numRuns: 300 },
    )
  })
})

function expectSame(value: number | null, wanted: number | null) {
  if (wanted === null || value === null) expect(value).toBe(wanted)
  else expect(value).toBeCloseTo(wanted, 9)
}

/** Up to three texts of up to 12 characters with each annotator's units, of three categories, in any places. */
function anyContinua(annotators: number): fc.Arbitrary<Continuum[]> {
  const units = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('a', 'b', 'c')), {
    maxLength: 4,
  })
  return fc.array(
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(units, { minLength: annotators, maxLength: annotators })).map(
      ([length, all]): Continuum => ({
        length,
        units: all.map((list) => {
          let at = 0
          return list.flatMap(([gap, size, category]) => {
            const [start, end] = [at + gap, at + gap + size]
            at = end
            return end <= length ? [{ start, end, category }] : []
          })
        }),
      }),
    ),
    { minLength: 1, maxLength: 3 },
  )
}

function categoryAt(units: readonly Unit[], at: number): string {
  return units.find(({ start, end }) => start <= at && at < end)?.category ?? NOTHING
}

/**
 * α from its definition, place by place: the share of pairs of annotators that differ at a place, over the share of all pairs
 * of two places, of any annotators, that differ, without pairs within one unit and without a place and itself.
 */
function byCounting(
  continua: readonly Continuum[],
  differ: (a: string, b: string) => boolean,
  counts: (text: number, at: number, units: Continuum['units']) => boolean = () => true,
): number | null {
  const places = continua.flatMap(({ length, units }, text) =>
    units.flatMap((list, annotator) =>
      Array.from({ length }, (_, at) => at)
        .filter((at) => counts(text, at, units))
        .map((at) => {
          const unit = list.findIndex(({ start, end }) => start <= at && at < end)
          return { at, text, annotator, unit, category: list[unit]?.category ?? NOTHING }
        }),
    ),
  )
  let [pairs, differing, chances, byChance] = [0, 0, 0, 0]
  for (const [i, a] of places.entries()) {
    for (const [j, b] of places.entries()) {
      const isDifferent = differ(a.category, b.category) ? 1 : 0
      if (a.text === b.text && a.at === b.at && a.annotator !== b.annotator) {
        pairs++
        differing += isDifferent
      }
      const within = a.unit !== -1 && a.unit === b.unit && a.annotator === b.annotator && a.text === b.text
      if (i === j || within) continue
      chances++
      byChance += isDifferent
    }
  }
  return pairs === 0 || byChance === 0 ? null : 1 - differing / pairs / (byChance / chances)
}
