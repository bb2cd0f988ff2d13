import type { AppError, Result } from '#annotations/model/result'
import type { Client } from '#contract/client'
import { createStore, type Store } from './store'

export type LiveState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly value: T }

/** An answer of the desk that is asked for when it is first looked at, and again when the desk has changed since. */
export type Live<T> = {
  readonly store: Store<LiveState<T>>
  readonly load: () => Promise<void>
  /** Keeps it fresh as long as somebody looks at it; answers how to stop. */
  readonly watch: () => () => void
}

export function createLive<T>(client: Client, question: () => Promise<Result<T>>): Live<T> {
  const store = createStore<LiveState<T>>({ state: 'loading' })
  let stale = true
  let watchers = 0
  let asking: Promise<void> | null = null

  const ask = async () => {
    // What changes while the answer is on its way is asked for once more, not once for each change.
    while (stale) {
      stale = false
      const result = await question()
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
