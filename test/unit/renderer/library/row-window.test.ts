import { expect, it } from 'vitest'
import { missing, type Seen, seenAfterKey, withNear } from '../../../../src/renderer/library/row-window'

const order = Array.from({ length: 1000 }, (_, row) => row)
const seen = (row: number): Seen => ({ scrollTop: row * 50, viewHeight: 500, rowHeight: 50 })
const made = (row: number) => withNear(new Set(), order, seen(row))

it('makes the rows in view and some screens around, and no others', () => {
  const rows = made(500)
  expect(rows.has(500) && rows.has(509) && rows.has(510 + 40)).toBe(true)
  expect(rows.has(0) || rows.has(999)).toBe(false)
  expect(rows.size).toBeLessThan(400)
})

it('keeps what was made', () => {
  const both = withNear(made(0), order, seen(900))
  expect(both.has(3) && both.has(903)).toBe(true)
  expect(both.has(500)).toBe(false)
})

it('tells rows that are missing in view from those that are missing near it', () => {
  expect(missing(made(500), order, seen(500))).toBeNull()
  expect(missing(new Set(order.slice(500, 511)), order, seen(500))).toBe('near')
  expect(missing(new Set(order.slice(500, 505)), order, seen(500))).toBe('in view')
  expect(missing(made(0), order, seen(990))).toBe('in view')
})

it('needs no row beyond the ends of a list', () => {
  expect(missing(new Set([0, 1]), [0, 1], seen(0))).toBeNull()
  expect(missing(new Set(), [], seen(0))).toBeNull()
})

it('foresees that Home and End go to the first and the last row', () => {
  expect(seenAfterKey('Home', seen(700), 1000)?.scrollTop).toBe(0)
  expect(seenAfterKey('End', seen(0), 1000)?.scrollTop).toBe(1000 * 50 - 500)
  expect(seenAfterKey('End', seen(0), 3)?.scrollTop).toBe(0)
  expect(seenAfterKey('ArrowDown', seen(0), 1000)).toBeNull()
})
