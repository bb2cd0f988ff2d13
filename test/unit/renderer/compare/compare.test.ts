import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleIdSchema, highlightIdSchema, linkIdSchema } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { Relation } from '#annotations/model/relation'
import { curve, tiesBetween, visibility } from '../../../../src/renderer/compare/ties'
import { type ComparePlace, formatCompare, parseCompare } from '../../../../src/renderer/state/compare-route'
import type { OpenArticle } from '../../../../src/renderer/state/open-article'

const id = (at: number) => `${at}`.padStart(26, '0')
const hl = (at: number) => highlightIdSchema.parse(`hl_${id(at)}`)
const link = (at: number, from: number, to: number, relation: Relation = 'denies'): Link => ({
  id: linkIdSchema.parse(`lnk_${id(at)}`),
  from: hl(from),
  to: hl(to),
  relation,
  note: '',
  annotator: 'Ada',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
})
/** An article as far as its links go: the highlights it has, and the links that touch them. */
const shown = (highlights: readonly number[], links: readonly Link[]): Pick<OpenArticle, 'byId' | 'links'> => {
  const ids = new Set(highlights.map(hl))
  const touching = links.filter(({ from, to }) => ids.has(from) || ids.has(to))
  const byId = new Map([...ids].map((one) => [one, { id: one }])) as unknown as OpenArticle['byId']
  return { byId, links: new Map(touching.map((one) => [one.id, one])) }
}

describe('The links between two articles', () => {
  const links = [link(1, 1, 11), link(2, 12, 2), link(3, 1, 2), link(4, 1, 21), link(5, 11, 12)]
  const [left, right] = [shown([1, 2, 3], links), shown([11, 12], links)]

  test('are those with one end in each, whichever way they point', () => {
    expect(tiesBetween(left, right).map((tie) => [tie.link.id, tie.left, tie.right])).toEqual([
      [links[0]?.id, hl(1), hl(11)],
      [links[1]?.id, hl(2), hl(12)],
    ])
  })

  test('are the same seen from the other side', () => {
    const turned = tiesBetween(right, left).map((tie) => [tie.link.id, tie.right, tie.left])
    expect(turned).toEqual(tiesBetween(left, right).map((tie) => [tie.link.id, tie.left, tie.right]))
  })

  test('are those within an article when it stands beside itself, each once', () => {
    expect(tiesBetween(left, left).map((tie) => tie.link.id)).toEqual([links[2]?.id])
  })
})

describe('A curve', () => {
  test('is whole while both ends are in view, a part while one is, and none otherwise', () => {
    expect(visibility({ left: 10, right: 90 }, 100)).toBe('whole')
    expect(visibility({ left: -1, right: 90 }, 100)).toBe('part')
    expect(visibility({ left: -1, right: 101 }, 100)).toBe('none')
  })

  test('runs from side to side and never leaves the gutter', () => {
    const y = fc.double({ min: -1e4, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(y, y, (left, right) => {
        const numbers = (curve({ left, right }, 88, 600).match(/-?[\d.]+/g) ?? []).map(Number)
        expect(numbers[0]).toBe(0)
        expect(numbers[6]).toBe(88)
        for (const at of [1, 3, 5, 7]) expect(numbers[at]).toSatisfy((value: number) => value >= 0 && value <= 600)
      }),
    )
  })
})

test('a comparison is in the address and comes back from it, with what is unknown left out', () => {
  const side = fc.option(
    fc.record({
      id: fc.nat(999).map((at) => articleIdSchema.parse(`art_${id(at)}`)),
      highlight: fc.option(fc.nat(999).map(hl)),
    }),
  )
  fc.assert(
    fc.property(side, side, (left, right) => {
      const place: ComparePlace = { view: 'compare', left, right }
      expect(parseCompare(formatCompare(place).split('?')[1] ?? '')).toEqual(place)
    }),
  )
  expect(parseCompare('left=nonsense&rh=hl_1')).toEqual({ view: 'compare', left: null, right: null })
})
