import type { ConflictId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { ConflictView } from '#contract/exchange-views'
import type { Router } from './route'
import { createStore, type Store } from './store'

export type ConflictsState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly rows: readonly ConflictView[] }

export type Conflicts = {
  readonly store: Store<ConflictsState>
  /** What the next decision is of: the chosen ones that are still open. */
  readonly chosen: () => readonly ConflictId[]
  readonly load: () => Promise<void>
}

/** What merges left to decide. Asked for when the desk opens with some, and again whenever that may have changed. */
export function createConflicts(client: Client, router: Pick<Router, 'route'>, atFirst: number): Conflicts {
  const store = createStore<ConflictsState>({ state: 'ready', rows: [] })
  let stale = false
  let asking: Promise<void> | null = null

  const ask = async () => {
    while (stale) {
      stale = false
      const result = await client.call('conflict.list', {})
      store.set(result.ok ? { state: 'ready', rows: result.value } : { state: 'failed', error: result.error })
    }
    asking = null
  }
  const load = () => {
    stale = true
    asking ??= ask()
    return asking
  }
  client.on('desk.changed', ({ changes, unlisted }) => {
    const state = store.get()
    if (state.state !== 'ready' || unlisted) return void load()
    const gone = new Set<string>()
    const changed = new Set<string>()
    for (const { kind, id, after } of changes) (kind === 'conflict' && after === null ? gone : changed).add(id)
    const rows = gone.size === 0 ? state.rows : state.rows.filter(({ id }) => !gone.has(id))
    // What was decided leaves at once, without asking for the others anew: thousands may be left.
    if (rows !== state.rows) store.set({ state: 'ready', rows })
    const came = changes.some(({ kind, after }) => kind === 'conflict' && after !== null)
    // What a conflict shows of its record changes with the record.
    if (came || rows.some(({ shows }) => shows.some((id) => changed.has(id)))) void load()
  })
  if (atFirst > 0) {
    store.set({ state: 'loading' })
    void load()
  }
  return {
    store,
    chosen() {
      const [state, route] = [store.get(), router.route.get()]
      if (state.state !== 'ready' || route.view !== 'conflicts') return []
      const chosen = new Set(route.chosen)
      return state.rows.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
    },
    load,
  }
}
