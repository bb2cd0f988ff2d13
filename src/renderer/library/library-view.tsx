import { useCallback, useDeferredValue, useMemo } from 'react'
import type { ArticleId } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { useApp } from '../state/app-context'
import type { LibraryPlace } from '../state/library-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { Loading } from '../ui/loading'
import { EmptyLibrary } from './empty-library'
import { LibraryBar } from './library-bar'
import { LibraryTable } from './library-table'
import styles from './library-view.module.css'
import { filterArticles, sortArticles } from './rows'

/** Every article of the desk: to find, to open, to add and to remove. */
export function LibraryView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'library' ? route : null))
  const state = useStore(app.library.store, (value) => value)
  if (place === null) return null
  switch (state.state) {
    case 'loading':
      return <Loading title="Library">Listing the articles…</Loading>
    case 'failed':
      return <Failed title="The articles could not be listed" error={state.error} onRetry={() => app.library.load()} />
    case 'ready':
      return state.articles.size === 0 ? <EmptyLibrary /> : <Articles articles={state.articles} place={place} />
  }
}

type ArticlesProps = { readonly articles: ReadonlyMap<ArticleId, ArticleSummary>; readonly place: LibraryPlace }

function Articles({ articles, place }: ArticlesProps) {
  const app = useApp()
  // The field shows each letter at once; the table follows when it can.
  const filter = useDeferredValue(place.text)
  const { sort } = place
  const selected = useMemo(() => new Set(place.selected), [place.selected])
  const rows = useMemo(() => sortArticles(filterArticles(articles.values(), filter), sort), [articles, filter, sort])
  // What the filter hides is not acted on: nobody removes what they do not see.
  const chosen = useMemo(() => rows.filter(({ article }) => selected.has(article.id)), [rows, selected])
  const open = useCallback((id: ArticleId) => app.router.go({ view: 'article', id, highlight: null }), [app])
  const remove = useCallback(
    async (ids: readonly ArticleId[]) => {
      const done = await app.act('article.remove', { ids }, 'toast')
      const now = app.router.route.get()
      if (done && now.view === 'library') app.router.note({ ...now, selected: [] })
    },
    [app],
  )
  const removeAt = useCallback(
    (id: ArticleId) => remove(chosen.length > 0 ? chosen.map(({ article }) => article.id) : [id]),
    [remove, chosen],
  )
  return (
    <div className={styles.view}>
      <LibraryBar shown={rows.length} total={articles.size} place={place} chosen={chosen} onRemove={remove} />
      {rows.length === 0 ? (
        <Empty
          level={2}
          title={`No article matches “${filter.trim()}”`}
          actions={<Button onPress={() => app.router.step({ ...place, text: '' })}>Clear the filter</Button>}
        >
          Every word of the filter has to occur in the title, publisher, byline or language.
        </Empty>
      ) : (
        <LibraryTable rows={rows} sort={sort} selected={selected} onOpen={open} onRemove={removeAt} />
      )}
      <p className="visually-hidden" role="status">
        {filter.trim() === '' ? '' : `${rows.length} of ${articles.size} articles match.`}
      </p>
    </div>
  )
}
