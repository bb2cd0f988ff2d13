import { expect, test } from 'vitest'
import type { Client } from '#contract/client'
import { createConflicts } from '../../../../src/renderer/state/conflicts'
import { parseConflicts } from '../../../../src/renderer/state/conflicts-route'
import type { Route } from '../../../../src/renderer/state/route'
import { createStore } from '../../../../src/renderer/state/store'

const row = (id: string, ...shows: string[]) => ({ id, shows })
const gone = (id: string) => ({ kind: 'conflict', id, before: {}, after: null })
const edited = (id: string) => ({ kind: 'highlight', id, before: {}, after: {} })

/** A desk that answers with these conflicts, counts how often it was asked, and tells what changed. */
async function listing(rows: object[]) {
  let asked = 0
  let tell: (event: { readonly changes: readonly object[] }) => void = () => undefined
  const client = {
    call: async () => {
      asked += 1
      return { ok: true, value: rows }
    },
    on: (_: string, listener: typeof tell) => {
      tell = listener
    },
  } as unknown as Client
  const conflicts = createConflicts(client, { route: createStore<Route>(parseConflicts('')) }, 1)
  await conflicts.load()
  const start = asked
  const ids = () => {
    const state = conflicts.store.get()
    return state.state === 'ready' ? state.rows.map(({ id }) => id) : state.state
  }
  return { ids, asked: () => asked - start, changed: (...changes: object[]) => tell({ changes }) }
}

test('what was decided leaves the list at once, and nothing else is asked for', async () => {
  const list = await listing([row('cfl_1', 'hl_1'), row('cfl_2', 'hl_2'), row('cfl_3', 'hl_3')])
  list.changed(gone('cfl_2'), edited('hl_2'))
  expect(list.ids()).toEqual(['cfl_1', 'cfl_3'])
  list.changed(edited('hl_9'))
  expect(list.asked()).toBe(0)
})

test('what came back, and what shows a record that was changed, is asked for', async () => {
  const list = await listing([row('cfl_1', 'art_1', 'hl_1', 'hl_2')])
  list.changed(edited('hl_2'))
  expect(list.asked()).toBe(1)
  const empty = await listing([])
  empty.changed({ kind: 'conflict', id: 'cfl_1', before: null, after: {} })
  expect(empty.asked()).toBe(1)
})
