import type { ArticleId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { SearchGroup, SearchPage } from '#contract/search-views'
import type { Router } from './route'
import type { SearchPlace } from './search-route'
import { createStore, type Store } from './store'

/** What was found for a query, as far as it has been asked for. */
export type SearchResults = { readonly query: string; readonly page: SearchPage }

export type SearchState = {
  /** Null until the first answer. */
  readonly results: SearchResults | null
  readonly error: AppError | null
}

export type Search = {
  readonly store: Store<SearchState>
  /** What was searched for last, to return to it. */
  readonly last: Store<SearchPlace>
  /** The row that was left for its article, to return to it. */
  readonly left: Store<string | null>
  /** Asks for the articles after those that are there. */
  readonly more: () => Promise<void>
  /** Resolves when what is shown is of what was typed last. */
  readonly settled: () => Promise<void>
  /** Asks once more for what the address says. */
  readonly load: () => Promise<void>
  /** Searches for what the address says, and again when the desk has changed; answers how to stop. */
  readonly watch: () => () => void
}

/** Articles of a page, each of up to some places: about what a window shows, since finding the words of each takes a while. */
const PAGE = 10
/** Milliseconds: less than the pause between two key strokes of a fast typist. */
const PAUSE = 40
/** An action changes the desk once; a burst of them is shown once. */
const AFTER_CHANGE = 120

/** Searches as one types. Answers that arrive after a newer question was asked are dropped. */
export function createSearch(client: Client, router: Router): Search {
  const store = createStore<SearchState>({ results: null, error: null })
  const last = createStore<SearchPlace>({ view: 'search', query: '' })
  const left = createStore<string | null>(null)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let watchers = 0
  let asking = false

  const ask = async (query: string) => {
    const mine = ++turn
    const old = store.get().results
    // What the desk changed is shown in all of the list that was there, so that no row moves that need not.
    const limit = Math.min(100, old?.query === query ? Math.max(PAGE, old.page.groups.length) : PAGE)
    const answer = await client.call('search.find', { query, offset: 0, limit })
    if (mine !== turn) return
    store.set((state) =>
      answer.ok ? { results: { query, page: answer.value }, error: null } : { ...state, error: answer.error },
    )
  }
  const later = (pause: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(last.get().query), pause)
  }
  const note = () => {
    const route = router.route.get()
    if (route.view !== 'search') return
    const isNew = route.query !== last.get().query
    last.set(route)
    if (isNew && watchers > 0) later(PAUSE)
  }
  router.route.subscribe(note)
  note()
  client.on('desk.changed', () => {
    if (watchers > 0) later(AFTER_CHANGE)
  })
  client.on('search.progress', () => {
    if (watchers > 0) later(0)
  })

  return {
    store,
    last,
    left,
    load: () => ask(last.get().query),
    settled: () =>
      new Promise((resolve) => {
        const isSettled = () => {
          const { results, error } = store.get()
          return error !== null || results?.query === last.get().query
        }
        if (isSettled()) return resolve()
        const stop = store.subscribe(() => {
          if (!isSettled()) return
          stop()
          resolve()
        })
      }),
    async more() {
      const { results } = store.get()
      if (!results || asking || results.page.groups.length >= results.page.total.articles) return
      asking = true
      const mine = turn
      const { query, page } = results
      const answer = await client.call('search.find', { query, offset: page.groups.length, limit: PAGE })
      asking = false
      if (mine !== turn) return
      store.set((state) =>
        answer.ok
          ? {
              results: { query, page: { ...answer.value, groups: joined(page.groups, answer.value.groups) } },
              error: null,
            }
          : { ...state, error: answer.error },
      )
    },
    watch() {
      watchers += 1
      later(0)
      return () => {
        watchers -= 1
      }
    },
  }
}

/** An article that moved to a later page, because the desk changed meanwhile, is shown once. */
function joined(old: readonly SearchGroup[], more: readonly SearchGroup[]): readonly SearchGroup[] {
  const known = new Set<ArticleId>(old.map(({ articleId }) => articleId))
  return [...old, ...more.filter(({ articleId }) => !known.has(articleId))]
}
