import { describe, expect, test } from 'vitest'
import { unitizingAlpha } from '#annotations/agreement/alpha'
import { cohensKappa } from '#annotations/agreement/kappa'
import { stretchesOf, type Unit } from '#annotations/agreement/units'

/** Units of one category as `start length` pairs, in the places of a continuum. */
const units = (category: string, ...pairs: readonly (readonly [number, number])[]): Unit[] =>
  pairs.map(([start, length]) => ({ start, end: start + length, category }))

/** κ place by place, and α with every place a unit of its own. */
function placeByPlace(length: number, left: readonly Unit[], right: readonly Unit[]) {
  const judged = Array.from(stretchesOf({ length, units: [left, right] }), ({ length: count, categories }) => ({
    left: categories[0] ?? '',
    right: categories[1] ?? '',
    count,
  }))
  const cut = (list: readonly Unit[]) =>
    Array.from({ length }, (_, start): Unit => {
      const within = list.some((unit) => unit.start <= start && start < unit.end)
      return { start, end: start + 1, category: within ? 'unit' : 'gap' }
    })
  return {
    kappa: cohensKappa(judged),
    alpha: unitizingAlpha([{ length, units: [cut(left), cut(right)] }]).u,
    unitizing: unitizingAlpha([{ length, units: [left, right] }]).u,
  }
}

/**
 * The continua of K. Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology 25, 1995, p. 57,
 * and their published κ and α place by place, as dkpro-statistics has them in Krippendorff1995Test (Apache-2.0).
 */
describe('Krippendorff’s continua of 1995', () => {
  const bertha = units('unit', [2, 8], [14, 6])
  const bill = units('unit', [4, 4], [15, 2])

  test('have his κ and α place by place', () => {
    const a = placeByPlace(24, bertha, bill)
    expect(a.kappa).toBeCloseTo(0.385, 3)
    expect(a.alpha).toBeCloseTo(0.329, 3)
    const john = units('unit', [0, 18])
    const jill = units('unit', [0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1])
    expect(placeByPlace(24, john, jill).kappa).toBeCloseTo(0.385, 3)
    const gerret = units('unit', [2, 6], [10, 2], [14, 4], [20, 2])
    const gill = units('unit', [0, 2], [4, 4], [10, 4], [16, 2], [20, 2])
    expect(placeByPlace(24, gerret, gill).kappa).toBeCloseTo(0.314, 3)
  })

  test('have an uα that is not the αU of 1995, which squares distances of one category', () => {
    // His αU of the first is .553, in the limit of ever finer places; uα compares lengths, and all categories at once.
    expect(placeByPlace(24, bertha, bill).unitizing).toBeCloseTo(0.358, 3)
  })
})

/**
 * The example of another implementation of Krippendorff, Mathet, Bouvry, Widlöcher 2016, equations 1 to 6, and the numbers
 * that its README prints: github.com/lindanna/unitized_alpha. An example with numbers from the paper itself was not to be had.
 */
test('three annotators and two categories have the uα and |uα that an implementation of the paper prints', () => {
  const alex = [...units('1', [2, 3], [9, 2]), ...units('2', [12, 8])]
  const paul = [...units('1', [2, 3]), ...units('2', [7, 8])]
  const susan = [...units('1', [2, 3]), ...units('2', [10, 5])]
  const { u, binary, cu } = unitizingAlpha([{ length: 20, units: [alex, paul, susan] }])
  expect(u).toBeCloseTo(0.474, 3)
  expect(binary).toBeCloseTo(0.433, 3)
  // It weighs a unit's overlaps annotator by annotator, and prints .779. With two annotators the readings are the same; we take
  // the length that anybody else marked, as quallmer (R) reads Content Analysis 2019, equations 36 and 37.
  expect(cu).toBeCloseTo(0.787, 3)
})
