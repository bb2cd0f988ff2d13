import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardsBetween, denseCards } from '../../../../src/renderer/rail/density'
import { type CardBox, placeCards } from '../../../../src/renderer/rail/layout'

const GAP = 8

const cards: fc.Arbitrary<CardBox[]> = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 2_000 }), height: fc.integer({ min: 10, max: 300 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => list.sort((a, b) => a.top - b.top))

const cost = (boxes: readonly CardBox[], tops: ArrayLike<number>) =>
  boxes.reduce((sum, box, i) => sum + ((tops[i] ?? 0) - box.top) ** 2, 0)

const end = (box: CardBox | undefined, top: number | undefined) => (top ?? 0) + (box?.height ?? 0) + GAP

const nudged = (tops: Float64Array, by: readonly number[]) => Array.from(tops, (top, i) => top + (by[i] ?? 0))

/** Pushes cards down until none overlaps the one before. */
const settle = (boxes: readonly CardBox[], tops: readonly number[], floor = 0) => {
  let free = floor
  return boxes.map((box, i) => {
    const top = Math.max(free, tops[i] ?? 0)
    free = end(box, top)
    return top
  })
}

describe('the rail', () => {
  test('puts every card level with its passage while there is room', () => {
    const boxes = [0, 200, 400].map((top) => ({ top, height: 100 }))
    expect([...placeCards(boxes, GAP, null)]).toEqual([0, 200, 400])
  })

  test('shares the displacement among cards of one passage', () => {
    const boxes = [500, 500, 500].map((top) => ({ top, height: 92 }))
    expect([...placeCards(boxes, GAP, null)]).toEqual([400, 500, 600])
  })

  test('moves the others away from the active card, which stays level', () => {
    const boxes = [500, 500, 500].map((top) => ({ top, height: 92 }))
    expect([...placeCards(boxes, GAP, 0)]).toEqual([500, 600, 700])
    expect([...placeCards(boxes, GAP, 2)]).toEqual([300, 400, 500])
  })

  test('never lets two cards overlap, nor one lie above the text', () => {
    fc.assert(
      fc.property(cards, fc.nat(), (boxes, pick) => {
        for (const level of [null, pick % boxes.length]) {
          const tops = placeCards(boxes, GAP, level)
          boxes.forEach((box, i) => {
            expect(tops[i]).toBeGreaterThanOrEqual(-1e-6)
            if (i > 0)
              expect((tops[i] ?? 0) + 1e-6).toBeGreaterThanOrEqual(
                (tops[i - 1] ?? 0) + (boxes[i - 1]?.height ?? 0) + GAP,
              )
            expect(box.height).toBeGreaterThan(0)
          })
        }
      }),
    )
  })

  test('keeps the active card exactly level wherever the cards before it leave room', () => {
    fc.assert(
      fc.property(cards, fc.nat(), (boxes, pick) => {
        const level = pick % boxes.length
        const above = boxes.slice(0, level).reduce((sum, box) => sum + box.height + GAP, 0)
        const wanted = boxes[level]?.top ?? 0
        expect(placeCards(boxes, GAP, level)[level]).toBeCloseTo(Math.max(wanted, above), 6)
      }),
    )
  })

  test('is at least as near to the passages as any other arrangement without overlap', () => {
    const nudges = fc.array(fc.double({ min: -80, max: 80, noNaN: true }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(cards, nudges, (boxes, nudge) => {
        const best = placeCards(boxes, GAP, null)
        const other = settle(boxes, nudged(best, nudge))
        expect(cost(boxes, best)).toBeLessThanOrEqual(cost(boxes, other) + 1e-6)
      }),
    )
  })

  test('is as near as can be around the active card, too', () => {
    const nudges = fc.array(fc.double({ min: -80, max: 80, noNaN: true }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(cards, nudges, fc.nat(), (boxes, nudge, pick) => {
        const level = pick % boxes.length
        const best = placeCards(boxes, GAP, level)
        const other = nudged(best, nudge)
        const below = settle(boxes.slice(level + 1), other.slice(level + 1), end(boxes[level], best[level]))
        const above = settle(boxes.slice(0, level), other.slice(0, level))
        fc.pre(level === 0 || end(boxes[level - 1], above[level - 1]) <= (best[level] ?? 0))
        expect(cost(boxes, best)).toBeLessThanOrEqual(cost(boxes, [...above, best[level] ?? 0, ...below]) + 1e-6)
      }),
    )
  })

  test('lays out 5,000 cards well within a frame', () => {
    const boxes = Array.from({ length: 5_000 }, (_, i) => ({ top: Math.floor(i / 7) * 30, height: 30 + (i % 5) * 20 }))
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now()
      placeCards(boxes, GAP, 2_500)
      return performance.now() - start
    })
    // The fastest: the others tell of whatever else the machine is doing.
    expect(Math.min(...times)).toBeLessThan(8)
  })
})

describe('dense passages', () => {
  test('have one-line cards, and lone ones keep their two lines', () => {
    const crowd = Array.from({ length: 12 }, () => 1_000)
    const dense = denseCards([100, ...crowd, 3_000], GAP)
    expect(dense[0]).toBe(false)
    expect(dense.slice(1, -1)).toEqual(crowd.map(() => true))
    expect(dense.at(-1)).toBe(false)
  })

  test('a pair on one line is not dense', () => {
    expect(denseCards([500, 500], GAP)).toEqual([false, false])
  })
})

describe('only cards near the view', () => {
  test('are mounted, those that reach into it included', () => {
    const tops = [0, 100, 200, 300]
    const heights = [90, 90, 90, 90]
    expect(cardsBetween(tops, heights, 150, 300)).toEqual({ first: 1, end: 3 })
    expect(cardsBetween(tops, heights, 500, 900)).toEqual({ first: 4, end: 4 })
    expect(cardsBetween([], [], 0, 100)).toEqual({ first: 0, end: 0 })
  })
})
