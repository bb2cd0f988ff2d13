import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dated, FORMS, type Lanes, layOutLanes } from '../../../../src/renderer/timeline/lanes'
import { walk } from '../../../../src/renderer/timeline/walk'

const both = (px: number) => ({ card: px, dot: px })
const DAY = 86_400_000
const NONE: ReadonlySet<number> = new Set()

const desks = fc
  .array(
    fc.record({
      publisher: fc.constantFrom('Wire', 'Courier', 'COURIER', 'Herald', null),
      time: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 0, max: 400 }).map((day) => day * DAY) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
    }),
    { maxLength: 200 },
  )
  .map((articles) => articles.map((article, at): Dated => ({ ...article, at })))

const layouts = fc
  .tuple(desks, fc.integer({ min: 1, max: 400 }), fc.array(fc.nat(199), { maxLength: 12 }))
  .map(([articles, pxPerDay, apart]) => ({
    articles,
    apart: new Set(apart),
    laid: layOutLanes({ articles, origin: 0, pxPerMs: both(pxPerDay / DAY), apart: new Set(apart) }),
  }))

const marksOf = ({ lanes }: Lanes) => lanes.flatMap(({ marks, undated }) => [...marks, ...undated])

describe('lanes', () => {
  test('hold every article on exactly one mark, whatever its date', () => {
    fc.assert(
      fc.property(layouts, ({ articles, laid }) => {
        const drawn = marksOf(laid).flatMap(({ articles }) => articles)
        expect(drawn.toSorted((a, b) => a - b)).toEqual(articles.map(({ at }) => at))
      }),
    )
  })

  test('never draw two marks of a lane over each other', () => {
    fc.assert(
      fc.property(layouts, ({ laid }) => {
        const { width } = FORMS[laid.form]
        for (const list of laid.lanes.flatMap(({ marks, undated }) => [marks, undated])) {
          const ends = new Map<number, number>()
          for (const { row, x } of list.toSorted((a, b) => a.x - b.x)) {
            expect(x).toBeGreaterThanOrEqual(ends.get(row) ?? Number.NEGATIVE_INFINITY)
            ends.set(row, x + width)
          }
        }
      }),
    )
  })

  test('list their marks in the order of the dates, each where its first article was published', () => {
    fc.assert(
      fc.property(layouts, ({ articles, laid }) => {
        for (const { marks } of laid.lanes) {
          const times = marks.map(({ articles: [first] }) => articles[first]?.time ?? Number.NaN)
          expect(times).toEqual(times.toSorted((a, b) => a - b))
          for (const { articles: stacked } of marks) {
            const own = stacked.map((at) => articles[at]?.time ?? Number.NaN)
            expect(own).toEqual(own.toSorted((a, b) => a - b))
          }
        }
      }),
    )
  })

  test('keep the undated in a place of their own', () => {
    fc.assert(
      fc.property(layouts, ({ articles, laid }) => {
        for (const { marks, undated } of laid.lanes) {
          expect(marks.every(({ articles: own }) => own.every((at) => articles[at]?.time !== null))).toBe(true)
          expect(undated.every(({ articles: own }) => own.every((at) => articles[at]?.time === null))).toBe(true)
        }
      }),
    )
  })

  test('never stack an article of the story that is lit', () => {
    fc.assert(
      fc.property(layouts, ({ laid, apart }) => {
        for (const { articles } of marksOf(laid))
          if (articles.length > 1) expect(articles.slice(1).some((at) => apart.has(at))).toBe(false)
      }),
    )
  })

  test('are one for each publisher however it is spelled, the one that printed first on top', () => {
    const articles: Dated[] = [
      { at: 0, publisher: 'Wire', time: 2 * DAY },
      { at: 1, publisher: 'Courier', time: DAY },
      { at: 2, publisher: 'WIRE', time: 0 },
      { at: 3, publisher: null, time: null },
    ]
    const { lanes } = layOutLanes({ articles, origin: 0, pxPerMs: both(1), apart: NONE })
    expect(lanes.map(({ name }) => name)).toEqual(['Wire', 'Courier', null])
  })

  test('turn cards into dots only when too many would be stacked', () => {
    const articles = Array.from({ length: 400 }, (_, at): Dated => ({ at, publisher: 'Wire', time: at * DAY }))
    const form = (pxPerDay: number) =>
      layOutLanes({ articles, origin: 0, pxPerMs: both(pxPerDay / DAY), apart: NONE }).form
    expect([form(1), form(100)]).toEqual(['dot', 'card'])
  })
})

describe('walking the marks by keyboard', () => {
  const articles: Dated[] = [
    { at: 0, publisher: 'Wire', time: 0 },
    { at: 1, publisher: 'Wire', time: 10 * DAY },
    { at: 2, publisher: 'Courier', time: 9 * DAY },
    { at: 3, publisher: 'Wire', time: null },
    { at: 4, publisher: 'Courier', time: null },
  ]
  const { lanes } = layOutLanes({ articles, origin: 0, pxPerMs: both(100 / DAY), apart: NONE })

  test('goes through a lane by date, and to the undated at its end', () => {
    expect([walk(lanes, 0, 'later'), walk(lanes, 1, 'later'), walk(lanes, 3, 'later')]).toEqual([1, 3, 3])
    expect([walk(lanes, 0, 'earlier'), walk(lanes, 1, 'first'), walk(lanes, 0, 'last')]).toEqual([0, 0, 3])
  })

  test('goes to the nearest date of the next lane, and from the undated to the undated', () => {
    expect([walk(lanes, 1, 'down'), walk(lanes, 3, 'down'), walk(lanes, 2, 'up'), walk(lanes, 0, 'up')]).toEqual([
      2, 4, 1, 0,
    ])
  })

  test('reaches every mark from every other', () => {
    fc.assert(
      fc.property(layouts, ({ laid }) => {
        const all = marksOf(laid).map(({ id }) => id)
        const reached = new Set(all.slice(0, 1))
        for (const id of reached) {
          for (const step of ['earlier', 'later', 'up', 'down'] as const) reached.add(walk(laid.lanes, id, step))
        }
        expect(reached.size).toBe(all.length)
      }),
      { numRuns: 40 },
    )
  })
})
