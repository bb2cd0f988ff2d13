import { useEffect, useMemo } from 'react'
import { asksNothing, parseQuery } from '#annotations/search/query'
import { useApp } from '../state/app-context'
import type { SearchPlace } from '../state/search-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { Loading } from '../ui/loading'
import { rowsOf } from './rows'
import { SearchBar } from './search-bar'
import { SearchHelp } from './search-help'
import { SearchList } from './search-list'
import styles from './search-view.module.css'
import { foundWords, indexingWords } from './words'

/** One box over the whole desk: texts, highlights, notes, speakers and links, as one types. */
export function SearchView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'search' ? route : null))
  useEffect(() => app.search.watch(), [app])
  return place === null ? null : <Search place={place} />
}

function Search({ place }: { readonly place: SearchPlace }) {
  const app = useApp()
  const { results, error } = useStore(app.search.store, (state) => state)
  const query = useMemo(() => parseQuery(place.query), [place.query])
  const nothingAsked = asksNothing(query)
  const page = results?.page ?? null
  const rows = useMemo(() => rowsOf(page?.groups ?? []), [page])
  // What was found for other words stays until the answer is there: a list that blinks cannot be read.
  const isCurrent = results?.query === place.query
  return (
    <div className={styles.view}>
      <SearchBar place={place} query={query} page={nothingAsked ? null : page} />
      {error !== null ? (
        <Failed level={2} title="The desk could not be searched" error={error} onRetry={app.search.load} />
      ) : nothingAsked ? (
        <SearchHelp />
      ) : page === null ? (
        <div className={styles.waiting}>
          <Loading>Searching the desk…</Loading>
        </div>
      ) : rows.length > 0 ? (
        <SearchList rows={rows} page={page} />
      ) : (
        isCurrent && <NoHits place={place} isIndexing={page.indexing !== null} canDrop={query.parts.length > 0} />
      )}
      <p className="visually-hidden" role="status">
        {nothingAsked || page === null || !isCurrent
          ? ''
          : [foundWords(page), indexingWords(page)].filter(Boolean).join('. ')}
      </p>
    </div>
  )
}

type NoHitsProps = { readonly place: SearchPlace; readonly isIndexing: boolean; readonly canDrop: boolean }

function NoHits({ place, isIndexing, canDrop }: NoHitsProps) {
  const app = useApp()
  const dropFilters = () => {
    const { parts } = parseQuery(place.query)
    const words = parts.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), place.query)
    app.router.step({ view: 'search', query: words.replace(/\s+/g, ' ').trim() })
  }
  return (
    <Empty
      level={2}
      title={isIndexing ? 'Nothing found yet' : 'Nothing found'}
      actions={canDrop && <Button onPress={dropFilters}>Search without filters</Button>}
    >
      {isIndexing
        ? 'The desk is still being indexed: hits appear as they are found.'
        : 'Every word has to be in the same article, highlight or link. Try fewer words, or the beginning of one.'}
    </Empty>
  )
}
