import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { InputOf, MethodName, OutputOf } from '#contract/methods'
import type { Route, Router } from './route'
import { createStore, type Store } from './store'

export type LiveState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly value: T }

/** The answer to a question about the whole desk. */
export type Live<T> = {
  readonly store: Store<LiveState<T>>
  readonly load: () => Promise<void>
  /** Keeps the answer fresh as long as somebody looks at it; answers how to stop. */
  readonly watch: () => () => void
}

/** It is asked for when it is first looked at, and again when the desk has changed since. */
export function createLive<M extends MethodName>(client: Client, method: M, input: InputOf<M>): Live<OutputOf<M>> {
  const store = createStore<LiveState<OutputOf<M>>>({ state: 'loading' })
  let stale = true
  let watchers = 0
  let asking: Promise<void> | null = null

  const ask = async () => {
    // What changes while the answer is on its way is asked for once more, not once for each change.
    while (stale) {
      stale = false
      const result = await client.call(method, input)
      store.set(result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error })
    }
    asking = null
  }
  const load = () => {
    stale = true
    asking ??= ask()
    return asking
  }
  client.on('desk.changed', () => {
    stale = true
    if (watchers > 0) void load()
  })
  return {
    store,
    load,
    watch() {
      watchers += 1
      if (stale) void load()
      return () => {
        watchers -= 1
      }
    },
  }
}

/** How a view was looked at last, to return to it. */
export function createLast<V extends Route['view']>(
  router: Router,
  initial: Extract<Route, { readonly view: V }>,
): Store<Extract<Route, { readonly view: V }>> {
  const last = createStore(initial)
  const note = () => {
    const route = router.route.get()
    if (isOf(route, initial.view)) last.set(() => route)
  }
  router.route.subscribe(note)
  note()
  return last
}

function isOf<V extends Route['view']>(route: Route, view: V): route is Extract<Route, { readonly view: V }> {
  return route.view === view
}
