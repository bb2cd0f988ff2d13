import type { ChangeSetId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { HistoryEntry } from '#contract/views'
import { createStore, type Store } from '../state/store'

const PAGE = 100

/** The history as far as it was read. `next` is the cursor of the page after it, null at the desk's beginning. */
export type HistoryState = {
  readonly entries: readonly HistoryEntry[]
  readonly next: string | null
  readonly state: 'loading' | 'ready' | 'failed'
  readonly error: AppError | null
}

export type HistoryFeed = {
  readonly store: Store<HistoryState>
  /** Reads the newest page and puts what is new on top of what is shown. */
  readonly refresh: () => Promise<void>
  /** Reads the page after what is shown. */
  readonly more: () => Promise<void>
  /** Reads on until a change is shown, or there is no more. */
  readonly until: (id: ChangeSetId) => Promise<void>
}

/**
 * The changes that have all words of `text`, every one without it.
 */
export function createHistoryFeed(client: Client, text: string): HistoryFeed {
  const store = createStore<HistoryState>({ entries: [], next: null, state: 'loading', error: null })
  let reading = false
  let stale = false

  const read = async (before: string | null, join: (old: HistoryState, page: HistoryPage) => HistoryState) => {
    reading = true
    let page = await client.call('history.list', { before, limit: PAGE, text })
    // An answer may hold nothing that matches, and yet not be the last one.
    while (page.ok && page.value.entries.length === 0 && page.value.next !== null)
      page = await client.call('history.list', { before: page.value.next, limit: PAGE, text })
    reading = false
    if (page.ok) store.set((old) => join(old, page.value))
    else store.set((old) => ({ ...old, state: 'failed', error: page.error }))
  }
  const refresh = async () => {
    // A change during a read may be missing from its answer: read once more after it.
    if (reading) {
      stale = true
      return
    }
    do {
      stale = false
      await read(null, withNewest)
    } while (stale)
  }
  const more = async () => {
    const { next } = store.get()
    if (reading || next === null) return
    await read(next, (old, page) => ({ ...ready(page), entries: [...old.entries, ...page.entries] }))
    if (stale) await refresh()
  }
  return {
    store,
    refresh,
    more,
    async until(id) {
      for (;;) {
        const { entries, next, state } = store.get()
        if (reading || next === null || state !== 'ready' || entries.some((entry) => entry.id === id)) return
        await more()
      }
    },
  }
}

type HistoryPage = { readonly entries: readonly HistoryEntry[]; readonly next: string | null }

/** The newest page on top of older ones that were read already; alone when it does not reach down to them. */
export function withNewest(old: HistoryState, page: HistoryPage): HistoryState {
  const known = new Set(page.entries.map(({ id }) => id))
  const joint = old.entries.findIndex(({ id }) => known.has(id))
  if (joint === -1) return ready(page)
  const older = old.entries.slice(joint).filter(({ id }) => !known.has(id))
  if (older.length === 0) return ready(page)
  return { ...ready(page), entries: [...page.entries, ...older], next: old.next }
}

function ready(page: HistoryPage): HistoryState {
  return { entries: page.entries, next: page.next, state: 'ready', error: null }
}
