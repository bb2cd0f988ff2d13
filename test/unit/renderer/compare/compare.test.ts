import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleIdSchema, highlightIdSchema, linkIdSchema } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { Relation } from '#annotations/model/relation'
import { type Drawn, drawTie, levelled, type Port } from '../../../../src/renderer/compare/curves'
import { limits, moveEdge } from '../../../../src/renderer/compare/shares'
import { inReadingOrder, tiesAmong, wordsOf } from '../../../../src/renderer/compare/ties'
import {
  arrange,
  type ComparePlace,
  formatCompare,
  parseCompare,
  withSwapped,
} from '../../../../src/renderer/state/compare-route'
import type { OpenArticle } from '../../../../src/renderer/state/open-article'

const id = (at: number) => `${at}`.padStart(26, '0')
const hl = (at: number) => highlightIdSchema.parse(`hl_${id(at)}`)
const art = (at: number) => articleIdSchema.parse(`art_${id(at)}`)
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
  const byId = new Map(
    highlights.map((at) => [
      hl(at),
      { id: hl(at), tag: 'claim', anchor: { start: 1000 - at, end: 1001 - at, quote: { exact: `Passage ${at}` } } },
    ]),
  ) as unknown as OpenArticle['byId']
  return { byId, links: new Map(touching.map((one) => [one.id, one])) }
}

describe('The links between articles', () => {
  const links = [link(1, 1, 11), link(2, 12, 2), link(3, 1, 2), link(4, 1, 21), link(5, 11, 12), link(6, 21, 11)]
  const [left, right, third] = [shown([1, 2, 3], links), shown([11, 12], links), shown([21], links)]

  test('are those with an end in each of two, whichever way they point, the end further left first', () => {
    const ends = tiesAmong([left, right]).map((tie) => [tie.link.id, tie.left.id, tie.right.id])
    expect(ends).toEqual([
      [links[0]?.id, hl(1), hl(11)],
      [links[1]?.id, hl(2), hl(12)],
    ])
  })

  test('are among three also those between the first and the last', () => {
    const sides = tiesAmong([left, right, third]).map((tie) => [tie.link.id, tie.left.side, tie.right.side])
    expect(sides).toContainEqual([links[3]?.id, 0, 2])
    expect(sides).toContainEqual([links[5]?.id, 1, 2])
    expect(sides).toHaveLength(4)
  })

  test('are those within an article when it stands beside itself, each once', () => {
    expect(tiesAmong([left, left]).map((tie) => tie.link.id)).toEqual([links[2]?.id])
  })

  test('are none with a side that is empty', () => {
    expect(tiesAmong([left, null, right])).toHaveLength(2)
    expect(tiesAmong([left, null])).toEqual([])
  })

  test('come in reading order of the left text, and read from where each starts', () => {
    const sides = [left, right]
    const ordered = inReadingOrder(tiesAmong(sides), sides)
    expect(ordered.map((tie) => tie.left.id)).toEqual([hl(2), hl(1)])
    const [first] = ordered
    expect(first && wordsOf(first, sides)).toEqual({
      subject: 'Claim “Passage 12”',
      verb: 'denies',
      object: 'Claim “Passage 2”',
    })
  })
})

describe('A curve', () => {
  const ports: Port[] = [
    { left: 0, right: 300, top: 40, bottom: 640 },
    { left: 380, right: 700, top: 40, bottom: 640 },
    { left: 780, right: 1100, top: 40, bottom: 640 },
  ]
  const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number)
  const draw = (y1: number, y2: number, lit = false, to = 1): Drawn | null =>
    drawTie(ports, { side: 0, y: y1 }, { side: to, y: y2 }, lit)

  test('is whole while both ends are in view, a stub while one is, and none otherwise', () => {
    expect(draw(100, 600)?.shape).toBe('whole')
    expect(draw(30, 600)).toMatchObject({ shape: 'part', marks: [{ end: 'right', x: 380, y: 600, towards: 1 }] })
    expect(draw(100, 650)).toMatchObject({ shape: 'part', marks: [{ end: 'left', x: 300, y: 100, towards: -1 }] })
    expect(draw(30, 650)).toBeNull()
  })

  test('is a stub that bends to where the other end is', () => {
    const tip = (drawn: Drawn | null) => numbers(drawn?.line ?? '').at(-1) ?? Number.NaN
    expect(tip(draw(300, 700))).toBeGreaterThan(300)
    expect(tip(draw(300, -700))).toBeLessThan(300)
  })

  test('leads, when it is lit, to the edge behind which its other end lies', () => {
    expect(numbers(draw(300, 900, true)?.line ?? '').slice(-2)).toEqual([380, 640])
    expect(draw(300, 900, true)?.marks).toHaveLength(2)
  })

  test('runs from text to text, and passes a third one level', () => {
    const far = draw(100, 500, false, 2)
    expect(numbers(far?.line ?? '').slice(0, 2)).toEqual([300, 100])
    expect(numbers(far?.line ?? '').slice(-2)).toEqual([780, 500])
    expect(numbers(far?.under ?? '')).toEqual([380, 300, 700])
    expect(draw(100, 500)?.under).toBe('')
  })

  test('never leaves the gutters nor what is seen of the texts', () => {
    const y = fc.double({ min: -1e4, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(y, y, fc.boolean(), fc.constantFrom(1, 2), (a, b, lit, to) => {
        const drawn = draw(a, b, lit, to)
        for (const [at, value] of numbers(drawn?.line ?? '').entries()) {
          const inside = at % 2 === 0 ? value >= 300 && value <= 780 : value >= 40 - 15 && value <= 640 + 15
          expect(inside).toBe(true)
        }
      }),
    )
  })
})

describe('Two passages', () => {
  const side = fc.record({
    y: fc.double({ min: 0, max: 5_000, noNaN: true }),
    scrolled: fc.double({ min: 0, max: 4_600, noNaN: true }),
    most: fc.constant(4_600),
    height: fc.constant(600),
  })

  test('stand level after they were brought so, wherever they were', () => {
    fc.assert(
      fc.property(side, side, (near, far) => {
        const to = levelled(near, far)
        for (const at of [to.near, to.far]) expect(at).toBeGreaterThanOrEqual(0)
        for (const at of [to.near, to.far]) expect(at).toBeLessThanOrEqual(4_600)
        // Both may be at an end of their texts; otherwise they meet.
        const stuck = to.near === 0 || to.near === 4_600
        if (!stuck) expect(near.y - to.near).toBeCloseTo(far.y - to.far, 5)
      }),
    )
  })

  test('meet where the near one is, if it is in view', () => {
    expect(
      levelled(
        { y: 1_300, scrolled: 1_000, most: 4_600, height: 600 },
        { y: 3_000, scrolled: 0, most: 4_600, height: 600 },
      ),
    ).toEqual({ near: 1_000, far: 2_700 })
  })

  test('meet higher up when the far one is at the top of its text', () => {
    const to = levelled(
      { y: 1_500, scrolled: 1_000, most: 4_600, height: 600 },
      { y: 80, scrolled: 900, most: 4_600, height: 600 },
    )
    expect(to).toEqual({ near: 1_420, far: 0 })
  })
})

describe('Widths', () => {
  const shares = fc.constantFrom([0.5, 0.5], [1 / 3, 1 / 3, 1 / 3], [0.2, 0.6, 0.2])

  test('keep their sum and a least share for all, however far an edge is moved', () => {
    fc.assert(
      fc.property(shares, fc.nat(1), fc.double({ min: -2, max: 2, noNaN: true }), (old, edge, by) => {
        const at = Math.min(edge, old.length - 2)
        const next = moveEdge(old, at, by)
        expect(next.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        for (const share of next) expect(share).toBeGreaterThanOrEqual(0.199)
        const { least, most } = limits(old, at)
        expect(next[at]).toBeGreaterThanOrEqual(least)
        expect(next[at]).toBeLessThanOrEqual(most + 1e-9)
      }),
    )
  })
})

describe('The reader of an article', () => {
  const [a, b, c] = [art(1), art(2), art(3)]

  test('goes along when the article changes its side', () => {
    expect(arrange([a, b], [b, a])).toEqual([1, 0])
    expect(arrange([a, b, c], [a, c])).toEqual([0, 2])
    expect(arrange([a, b], [a, b, null])).toEqual([0, 1, null])
    expect(arrange([a, b], [a, c])).toEqual([0, 1])
  })

  test('is one a side, also for an article that is there twice', () => {
    const some = fc.array(fc.constantFrom(a, b, c, null), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(some, some, (now, next) => {
        const used = arrange(now, next).filter((at) => at !== null)
        expect(new Set(used).size).toBe(used.length)
        expect(used.length).toBe(Math.min(now.length, next.length))
      }),
    )
  })
})

test('a comparison is in the address and comes back from it, with what is unknown left out', () => {
  const side = fc.option(fc.record({ id: fc.nat(999).map(art), highlight: fc.option(fc.nat(999).map(hl)) }))
  const listing = fc.option(fc.record({ link: fc.option(fc.nat(999).map((at) => link(at, 0, 1).id)) }))
  fc.assert(
    fc.property(fc.array(side, { minLength: 2, maxLength: 3 }), listing, (sides, open) => {
      const place: ComparePlace = { view: 'compare', sides, ...(open && { listing: open }) }
      expect(parseCompare(formatCompare(place).split('?')[1] ?? '')).toEqual(place)
      expect(withSwapped(withSwapped(place, 0, 1), 0, 1)).toEqual(place)
    }),
  )
  expect(parseCompare('left=nonsense&rh=hl_1')).toEqual({ view: 'compare', sides: [null, null] })
  expect(parseCompare('links=nonsense').listing).toEqual({ link: null })
})
