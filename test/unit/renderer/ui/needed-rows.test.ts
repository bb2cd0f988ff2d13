import { describe, expect, it } from 'vitest'
import { neededRows } from '../../../../src/renderer/ui/needed-rows'

describe('rows of a long list that are made', () => {
  it('are some screens of them at first, however many there are', () => {
    expect(neededRows(-1, 0, 6_000)).toBe(100)
    expect(neededRows(-1, 0, 12)).toBe(12)
  })

  it('reach past the one that is chosen, so that its neighbours can be walked to', () => {
    expect(neededRows(3_000, 0, 6_000)).toBe(3_051)
    expect(neededRows(5_990, 0, 6_000)).toBe(6_000)
  })

  it('stay made when a row nearer the beginning is wanted', () => {
    expect(neededRows(10, 800, 6_000)).toBe(800)
    expect(neededRows(10, 800, 300)).toBe(300)
  })
})
