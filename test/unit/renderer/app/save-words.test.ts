import { expect, it } from 'vitest'
import type { SaveState } from '#contract/views'
import { saveWords } from '../../../../src/renderer/app/save-words'

const failed: SaveState = {
  state: 'failed',
  at: '2026-01-02T03:04:05.000Z',
  message: 'The disk is full.',
  kept: 'All before it is safe.',
  next: 'Free some space.',
}

it('says why a change was not saved, what was kept, and what to do', () => {
  const words = saveWords({ save: failed, readOnly: null }, true)
  expect(words.short).toBe('Not saved: The disk is full.')
  expect(words.sentences).toEqual(['The disk is full.', 'All before it is safe.', 'Free some space.'])
})

it('never calls a desk saved that it cannot reach or may not write to', () => {
  const save: SaveState = { state: 'saved', at: '2026-01-02T03:04:05.000Z' }
  expect(saveWords({ save, readOnly: null }, true).short).toMatch(/^Saved \d\d:\d\d$/)
  expect(saveWords({ save, readOnly: null }, false).short).toBe('Disconnected')
  expect(saveWords({ save, readOnly: 'Another window holds it.' }, true).short).toBe('Read-only')
  expect(saveWords({ save: { state: 'saving' }, readOnly: null }, true).short).toBe('Saving…')
})
