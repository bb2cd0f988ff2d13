import { filterClaims, sortClaims } from '#annotations/dossiers/arrange'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { ReportScope } from '#annotations/report/scope'
import type { AppModel } from '../state/app-model'
import { count } from '../ui/format'

/** What a report may be about, as the dialog offers it. */
export type ScopeChoice = 'claim' | 'shown' | 'articles' | 'desk'

/** What can be reported on from where the dialog was opened. */
export type ScopesHere = {
  /** The claim whose dossier is open. */
  readonly claim: HighlightId | null
  /** The claims that a filter shows, in their order; null without one. */
  readonly shown: readonly HighlightId[] | null
  readonly first: ScopeChoice
}

export function scopesHere(app: AppModel, asked: HighlightId | null): ScopesHere {
  const route = app.router.route.get()
  const claims = app.claims.store.get()
  if (route.view !== 'claims' || claims.state !== 'ready') {
    return {
      claim: asked,
      shown: null,
      first: asked !== null ? 'claim' : route.view === 'article' ? 'articles' : 'desk',
    }
  }
  const { filter, rating, between, order, text } = route
  const isFiltered = filter.length > 0 || rating !== null || between !== null || text.trim() !== ''
  const rows = sortClaims(filterClaims(claims.value, { standings: filter, rating, between, text }), order)
  const shown = isFiltered && rows.length > 0 ? rows.map(({ id }) => id) : null
  return {
    claim: asked ?? route.claim ?? rows[0]?.id ?? null,
    shown,
    first: asked !== null ? 'claim' : shown !== null ? 'shown' : 'desk',
  }
}

export function scopeOptions({ claim, shown }: ScopesHere) {
  return [
    ...(claim === null
      ? []
      : [{ value: 'claim', label: 'This dossier', hint: 'One claim, with all that is linked with it.' } as const]),
    ...(shown === null
      ? []
      : [
          {
            value: 'shown',
            label: `The ${count(shown.length, 'claim')} shown`,
            hint: 'As they are filtered and sorted now.',
          } as const,
        ]),
    { value: 'articles', label: 'Chosen articles', hint: 'Their claims, with all that is linked with them.' } as const,
    { value: 'desk', label: 'The whole desk', hint: 'Every claim, and what belongs to none.' } as const,
  ]
}

/** Null while nothing is chosen that could be reported on. */
export function scopeFor(
  choice: ScopeChoice,
  { claim, shown }: ScopesHere,
  articles: ReadonlySet<ArticleId>,
): ReportScope | null {
  switch (choice) {
    case 'claim':
      return claim === null ? null : { kind: 'claims', ids: [claim] }
    case 'shown':
      return shown === null ? null : { kind: 'claims', ids: shown }
    case 'articles':
      return articles.size === 0 ? null : { kind: 'articles', ids: [...articles] }
    case 'desk':
      return { kind: 'desk' }
  }
}
