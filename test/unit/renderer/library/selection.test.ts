import { expect, it } from 'vitest'
import { toggled, withRange } from '../../../../src/renderer/library/selection'

const order = ['a', 'b', 'c', 'd']

it('puts one in, and takes it out again', () => {
  expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b'])
  expect([...toggled(new Set(['a', 'b']), 'b')]).toEqual(['a'])
})

it('adds everything between two, upwards too, and keeps what was selected', () => {
  expect([...withRange(order, new Set(['a']), 'd', 'b')]).toEqual(['a', 'b', 'c', 'd'])
})

it('adds only the one clicked when the range began at one that is not shown any more', () => {
  expect([...withRange(order, new Set(), 'gone', 'c')]).toEqual(['c'])
})
