import {
  type ArticleId,
  articleIdSchema,
  type HighlightId,
  highlightIdSchema,
  type RevisionId,
  revisionIdSchema,
} from '#annotations/model/ids'
import { type AgreementPlace, formatAgreement, parseAgreement } from './agreement-route'
import { type ClaimsPlace, formatClaims, parseClaims } from './claims-route'
import { type ComparePlace, formatCompare, parseCompare } from './compare-route'
import { type ConflictsPlace, formatConflicts, parseConflicts } from './conflicts-route'
import { formatLibrary, type LibraryPlace, parseLibrary } from './library-route'
import { formatMap, type MapPlace, parseMap } from './map-route'
import { formatSearch, parseSearch, type SearchPlace } from './search-route'
import { formatSpeakers, parseSpeakers, type SpeakersPlace } from './speakers-route'
import { createStore, type Store } from './store'
import { formatTimeline, parseTimeline, type TimelinePlace } from './timeline-route'

/** What the window shows. It lives in the address, so that back and forward work and a place can be returned to. */
export type Route =
  | {
      readonly view: 'article'
      readonly id: ArticleId
      readonly highlight: HighlightId | null
      /** The newest one without it. */
      readonly revision?: RevisionId
      /** A passage to show and select: UTF-16 units of the text, end-exclusive. */
      readonly span?: { readonly start: number; readonly end: number }
    }
  | LibraryPlace
  | ClaimsPlace
  | ConflictsPlace
  | ComparePlace
  | MapPlace
  | SearchPlace
  | TimelinePlace
  | SpeakersPlace
  | AgreementPlace
  | { readonly view: 'history' }

/** A place in an article: the article, and the highlight that is active there. */
export type ArticlePlace = Extract<Route, { readonly view: 'article' }>

function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [view, id] = path.split('/')
  if (view === 'history') return { view: 'history' }
  if (view === 'claims') return parseClaims(search)
  if (view === 'conflicts') return parseConflicts(search)
  if (view === 'compare') return parseCompare(search)
  if (view === 'map') return parseMap(search)
  if (view === 'search') return parseSearch(search)
  if (view === 'timeline') return parseTimeline(search)
  if (view === 'speakers') return parseSpeakers(search)
  if (view === 'agreement') return parseAgreement(search)
  const article = articleIdSchema.safeParse(id)
  if (view !== 'article' || !article.success) return parseLibrary(view === 'library' ? search : '')
  const query = new URLSearchParams(search)
  const highlight = highlightIdSchema.safeParse(query.get('h'))
  const revision = revisionIdSchema.safeParse(query.get('r'))
  return {
    view: 'article',
    id: article.data,
    highlight: highlight.success ? highlight.data : null,
    ...(revision.success ? { revision: revision.data } : {}),
    ...spanIn(query.get('at')),
  }
}

function spanIn(at: string | null): Pick<ArticlePlace, 'span'> {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  return Number(start) < Number(end) ? { span: { start: Number(start), end: Number(end) } } : {}
}

export function formatRoute(route: Route): string {
  if (route.view === 'library') return formatLibrary(route)
  if (route.view === 'claims') return formatClaims(route)
  if (route.view === 'conflicts') return formatConflicts(route)
  if (route.view === 'compare') return formatCompare(route)
  if (route.view === 'map') return formatMap(route)
  if (route.view === 'search') return formatSearch(route)
  if (route.view === 'timeline') return formatTimeline(route)
  if (route.view === 'speakers') return formatSpeakers(route)
  if (route.view === 'agreement') return formatAgreement(route)
  if (route.view !== 'article') return `#/${route.view}`
  const { highlight, revision, span } = route
  const query = [
    highlight && `h=${highlight}`,
    revision && `r=${revision}`,
    span && `at=${span.start}-${span.end}`,
  ].filter(Boolean)
  return `#/article/${route.id}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

export type Router = {
  readonly route: Store<Route>
  /** Goes to a place; `back` returns from it. */
  readonly go: (route: Route) => void
  /** Notes where in the current place we are, so that `back` from elsewhere returns to just here. */
  readonly note: (route: Route) => void
  readonly back: () => void
  readonly forward: () => void
}

/** The router over the window's own history. */
export function createRouter(): Router {
  const route = createStore(parseRoute(window.location.hash))
  window.addEventListener('popstate', () => route.set(parseRoute(window.location.hash)))
  return {
    route,
    go(next) {
      if (formatRoute(next) !== window.location.hash) window.history.pushState(null, '', formatRoute(next))
      route.set(next)
    },
    note(next) {
      window.history.replaceState(null, '', formatRoute(next))
      route.set(next)
    },
    back: () => window.history.back(),
    forward: () => window.history.forward(),
  }
}
