import { expect, test } from 'vitest'
import { highlightIdSchema } from '#annotations/model/ids'
import type { DeskChanged } from '#contract/views'
import { createPicked } from '../../../../src/renderer/state/picked'

const ID = highlightIdSchema.parse('hl_00000000000000000000000000')
const CHANGED: DeskChanged = {
  label: 'Undo',
  kind: 'undo',
  changes: [],
  unlisted: false,
  summaries: [],
  removedArticles: [],
  briefs: [],
  undo: { undo: null, redo: null },
  hasSample: false,
}

test('a change of so many records that none is named leaves nothing selected that may be gone', () => {
  const told: ((change: DeskChanged) => void)[] = []
  const picked = createPicked({
    on: (_event, listener) => {
      // The one event that it listens to.
      told.push(listener as (change: DeskChanged) => void)
      return () => undefined
    },
  })
  picked.set([ID], true)
  for (const tell of told) tell(CHANGED)
  expect([...picked.ids.get()]).toEqual([ID])
  for (const tell of told) tell({ ...CHANGED, unlisted: true })
  expect(picked.ids.get().size).toBe(0)
})
