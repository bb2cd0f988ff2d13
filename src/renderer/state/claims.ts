import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import { ALL_CLAIMS, type ClaimsPlace } from './claims-route'
import type { Router } from './route'
import { createStore, type Store } from './store'

export type ClaimsState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly rows: readonly ClaimRow[] }

export type Claims = {
  readonly store: Store<ClaimsState>
  /** How the list was looked at last, to return to it. */
  readonly last: Store<ClaimsPlace>
  readonly load: () => Promise<void>
  /** Keeps the list fresh as long as somebody looks at it; answers how to stop. */
  readonly watch: () => () => void
}

/** Every story of the desk. It is asked for when it is first looked at, and again when it has changed since. */
export function createClaims(client: Client, router: Router): Claims {
  const store = createStore<ClaimsState>({ state: 'loading' })
  const last = createStore<ClaimsPlace>(ALL_CLAIMS)
  let stale = true
  let watchers = 0
  let asking: Promise<void> | null = null

  const ask = async () => {
    // What changes while the answer is on its way is asked for once more, not once for each change.
    while (stale) {
      stale = false
      const result = await client.call('claim.list', {})
      store.set(result.ok ? { state: 'ready', rows: result.value } : { state: 'failed', error: result.error })
    }
    asking = null
  }
  const load = () => {
    stale = true
    asking ??= ask()
    return asking
  }
  const note = () => {
    const route = router.route.get()
    if (route.view === 'claims') last.set(route)
  }
  router.route.subscribe(note)
  note()
  client.on('desk.changed', () => {
    stale = true
    if (watchers > 0) void load()
  })
  return {
    store,
    last,
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
