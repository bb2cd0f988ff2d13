import type { ArticleId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { ArticleSummary, DeskChanged } from '#contract/views'
import { createStore, type Store } from './store'

export type LibraryState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly articles: ReadonlyMap<ArticleId, ArticleSummary> }

export type Library = {
  readonly store: Store<LibraryState>
  readonly load: () => Promise<void>
  readonly change: (changed: DeskChanged) => void
}

/** The list of articles, kept fresh by the desk's events. */
export function createLibrary(client: Client): Library {
  const store = createStore<LibraryState>({ state: 'loading' })
  return {
    store,
    async load() {
      const result = await client.call('article.list', {})
      store.set(
        result.ok
          ? { state: 'ready', articles: new Map(result.value.map((summary) => [summary.article.id, summary])) }
          : { state: 'failed', error: result.error },
      )
    },
    change(changed) {
      store.set((old) => {
        if (old.state !== 'ready') return old
        if (changed.summaries.length === 0 && changed.removedArticles.length === 0) return old
        const articles = new Map(old.articles)
        for (const summary of changed.summaries) articles.set(summary.article.id, summary)
        for (const id of changed.removedArticles) articles.delete(id)
        return { state: 'ready', articles }
      })
    },
  }
}
