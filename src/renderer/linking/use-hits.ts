import { useEffect, useMemo, useState } from 'react'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { createLinkSearch, type LinkQuery, type LinkResults } from './link-search'

export type Hits = {
  readonly query: LinkQuery
  readonly ask: (query: LinkQuery) => void
  readonly results: LinkResults | null
  /** The best one until another is chosen; null when nothing was found. */
  readonly chosen: HighlightBrief | null
  readonly choose: (hit: HighlightBrief) => void
  /** Chooses the one that stands so many further down, or the first or last. */
  readonly step: (by: number) => void
}

const EVERYTHING: LinkQuery = { text: '', tags: [], where: 'anywhere' }

/** The highlights of the desk that are asked for, and the one among them that is chosen. Nulls: not seen from any one highlight. */
export function useHits(id: HighlightId | null, articleId: ArticleId | null): Hits {
  const app = useApp()
  const [query, setQuery] = useState(EVERYTHING)
  const [chosenId, setChosenId] = useState<HighlightId | null>(null)
  const search = useMemo(() => createLinkSearch(app.client, { id, articleId }), [app, id, articleId])
  useEffect(() => search.search(query), [search, query])
  useEffect(() => search.stop, [search])
  const results = useStore(search.results, (value) => value)
  const hits = results?.hits ?? NO_HITS
  const chosen = hits.find((hit) => hit.id === chosenId) ?? hits[0] ?? null
  return {
    query,
    ask(next) {
      setQuery(next)
      if (next.text !== query.text) setChosenId(null)
    },
    results,
    chosen,
    choose: (hit) => setChosenId(hit.id),
    step(by) {
      const at = chosen ? hits.indexOf(chosen) : -1
      const next = hits[Math.min(hits.length - 1, Math.max(0, at + by))]
      if (next) setChosenId(next.id)
    },
  }
}

const NO_HITS: readonly HighlightBrief[] = []
