import { afterEach, expect, it, vi } from 'vitest'
import { letGo } from '../../../../src/renderer/reader/let-go'
import type { Span } from '../../../../src/renderer/state/reader'
import { createStore } from '../../../../src/renderer/state/store'

const removeAllRanges = vi.fn()
vi.stubGlobal('document', { getSelection: () => ({ removeAllRanges }) })
afterEach(() => removeAllRanges.mockClear())

it('lets go of whatever is selected', () => {
  const selection = createStore<Span | null>({ start: 3, end: 9 })
  expect(letGo({ reader: { selection } })).toBe(true)
  expect(selection.get()).toBeNull()
  expect(removeAllRanges).toHaveBeenCalledOnce()
})

it('keeps what was selected since', () => {
  const selection = createStore<Span | null>({ start: 20, end: 31 })
  expect(letGo({ reader: { selection } }, { start: 3, end: 9 })).toBe(false)
  expect(selection.get()).toEqual({ start: 20, end: 31 })
  expect(removeAllRanges).not.toHaveBeenCalled()
})
