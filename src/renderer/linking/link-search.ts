import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { HighlightBrief } from '#contract/views'
import { createStore, type Store } from '../state/store'

export type LinkQuery = {
  readonly text: string
  /** None means every tag. */
  readonly tags: readonly Tag[]
  readonly where: 'anywhere' | 'elsewhere' | 'here'
}

export type LinkResults = {
  readonly query: LinkQuery
  readonly hits: readonly HighlightBrief[]
  readonly total: number
  readonly error: AppError | null
}

export type LinkSearch = {
  /** Null until the first answer. */
  readonly results: Store<LinkResults | null>
  readonly search: (query: LinkQuery) => void
  readonly stop: () => void
}

/** Milliseconds: shorter than the pause between two key strokes of a fast typist. */
const PAUSE = 60
/** More hits than one reads; fewer than the page notices. */
const MOST_HITS = 60

/** Searches the whole desk for a link's other end. Answers that arrive after a newer question was asked are dropped. */
export function createLinkSearch(
  client: Client,
  from: { readonly id: HighlightId | null; readonly articleId: ArticleId | null },
): LinkSearch {
  const results = createStore<LinkResults | null>(null)
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async (query: LinkQuery, turn: number) => {
    const answer = await client.call('highlight.search', {
      text: query.text,
      tags: query.tags,
      articleId: query.where === 'anywhere' ? null : from.articleId,
      ...(query.where === 'elsewhere' ? { elsewhere: true } : {}),
      linkFrom: from.id,
      limit: MOST_HITS,
    })
    if (turn !== latest) return
    if (answer.ok) results.set({ query, ...answer.value, error: null })
    else results.set({ query, hits: [], total: 0, error: answer.error })
  }
  return {
    results,
    search(query) {
      const turn = ++latest
      clearTimeout(timer)
      timer = setTimeout(() => void ask(query, turn), results.get() === null ? 0 : PAUSE)
    },
    stop() {
      latest++
      clearTimeout(timer)
    },
  }
}
