import { describe, expect, it } from 'vitest'
import { createPositions } from '../../../../src/renderer/reader/positions'
import { estimateTop, textBetween } from '../../../../src/renderer/reader/text-window'

/** Ten blocks of 99 units, 100 px tall each. */
const layout = { tops: Array.from({ length: 11 }, (_, i) => i * 100) }
const positions = createPositions(
  Array.from({ length: 10 }, (_, i) => i * 100),
  999,
)

describe('the text between two heights', () => {
  it('is whole blocks', () => {
    expect(textBetween(layout, positions, 250, 420)).toEqual({ start: 200, end: 499 })
  })

  it('ends with the text', () => {
    expect(textBetween(layout, positions, 0, 99_999)).toEqual({ start: 0, end: 999 })
  })

  it('is only a part of a block that is very long', () => {
    const one = { tops: [0, 100_000] }
    const { start, end } = textBetween(one, createPositions([0], 1_000_000), 40_000, 41_000)
    expect(start).toBeLessThanOrEqual(400_000)
    expect(end).toBeGreaterThanOrEqual(410_000)
    expect(end - start).toBeLessThan(20_000)
  })
})

describe('the top of an offset', () => {
  it('is exact where a block starts', () => {
    expect(estimateTop(layout, positions, 300, 25)).toBe(300)
  })

  it('is on the line that a share of the block comes to', () => {
    expect(estimateTop(layout, positions, 350, 25)).toBe(350)
    expect(estimateTop(layout, positions, 399, 25)).toBe(375)
  })
})
