import { expect, test } from 'vitest'
import type { Agreement } from '#annotations/agreement/measure'
import { pairTable } from '#annotations/agreement/pair-table'

const scores = (f1: number | null) => ({ precision: null, recall: null, f1 })

/** What was measured of two sides: each number tells which it is. */
const measured = (one: number, other: number, kappa: number | null) => {
  const all = {
    tag: 'all' as const,
    counts: [1, 1],
    kappaCharacters: kappa,
    kappaSentences: 0.2,
    uAlpha: 0.3,
    cuAlpha: 0.4,
    exact: scores(0.5),
    overlapping: scores(0.6),
  }
  const numbers: Agreement = {
    tags: [{ ...all, tag: 'claim', kappaCharacters: 0.9 }, all],
    links: { counts: [0, 0], exact: scores(null), overlapping: scores(null) },
  }
  return { sides: [one, other] as const, numbers }
}
const three = [measured(0, 1, 0.1), measured(0, 2, null), measured(1, 2, -0.5)]

test('each two of the sides have one cell, of all tags together, below the diagonal', () => {
  expect(pairTable(3, three, 'kappa')).toEqual([
    [{ sides: [0, 1], value: 0.1 }],
    [
      { sides: [0, 2], value: null },
      { sides: [1, 2], value: -0.5 },
    ],
  ])
  expect(pairTable(9, [], 'f1').map(({ length }) => length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('the number is the one asked for', () => {
  const first = (number: Parameters<typeof pairTable>[2]) => pairTable(3, three, number)[0]?.[0]?.value
  expect((['kappa', 'kappa-sentences', 'u-alpha', 'f1-exact', 'f1'] as const).map(first)).toEqual([
    0.1, 0.2, 0.3, 0.5, 0.6,
  ])
})
