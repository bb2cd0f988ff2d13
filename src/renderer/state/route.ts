import { type AgreementPlace, formatAgreement, parseAgreement } from './agreement-route'
import { type ArticlePlace, formatArticle, parseArticle } from './article-route'
import { type ClaimsPlace, formatClaims, parseClaims } from './claims-route'
import { type ComparePlace, formatCompare, parseCompare } from './compare-route'
import { type ConflictsPlace, formatConflicts, parseConflicts } from './conflicts-route'
import { formatHistory, type HistoryPlace, parseHistory } from './history-route'
import { formatLibrary, type LibraryPlace, parseLibrary } from './library-route'
import { formatMap, type MapPlace, parseMap } from './map-route'
import { formatSearch, parseSearch, type SearchPlace } from './search-route'
import { formatSpeakers, parseSpeakers, type SpeakersPlace } from './speakers-route'
import { createSteps } from './steps'
import { createStore, type Store } from './store'
import { formatTimeline, parseTimeline, type TimelinePlace } from './timeline-route'

/** What the window shows. It lives in the address, so that back and forward work and a place can be returned to. */
export type Route =
  | ArticlePlace
  | LibraryPlace
  | ClaimsPlace
  | ConflictsPlace
  | ComparePlace
  | MapPlace
  | SearchPlace
  | TimelinePlace
  | SpeakersPlace
  | AgreementPlace
  | HistoryPlace

function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [view, id] = path.split('/')
  if (view === 'history') return parseHistory(search)
  if (view === 'claims') return parseClaims(search)
  if (view === 'conflicts') return parseConflicts(search)
  if (view === 'compare') return parseCompare(search)
  if (view === 'map') return parseMap(search)
  if (view === 'search') return parseSearch(search)
  if (view === 'timeline') return parseTimeline(search)
  if (view === 'speakers') return parseSpeakers(search)
  if (view === 'agreement') return parseAgreement(search)
  const article = view === 'article' ? parseArticle(id, search) : null
  return article ?? parseLibrary(view === 'library' ? search : '')
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
  if (route.view === 'history') return formatHistory(route)
  return formatArticle(route)
}

export type Router = {
  readonly route: Store<Route>
  /** Goes to a place; `back` returns from it. */
  readonly go: (route: Route) => void
  /** Goes on within a view, to another claim or another filter: `back` returns to what was chosen or read before, not to what was passed by. */
  readonly step: (route: Route) => void
  /** Notes where in the current place we are, so that `back` from elsewhere returns to just here. */
  readonly note: (route: Route) => void
  readonly back: () => void
  readonly forward: () => void
}

/** The router over the window's own history. */
export function createRouter(): Router {
  const route = createStore(parseRoute(window.location.hash))
  const steps = createSteps(() => performance.now())
  window.addEventListener('popstate', () => {
    steps.arrived()
    route.set(parseRoute(window.location.hash))
  })
  for (const type of ['pointerdown', 'click', 'keydown'] as const) window.addEventListener(type, steps.did, true)
  const isHere = (next: Route) => formatRoute(next) === window.location.hash
  const push = (next: Route) => window.history.pushState(null, '', formatRoute(next))
  const replace = (next: Route) => window.history.replaceState(null, '', formatRoute(next))
  return {
    route,
    go(next) {
      steps.arrived()
      if (!isHere(next)) push(next)
      route.set(next)
    },
    step(next) {
      if (!isHere(next)) (steps.leaves() ? push : replace)(next)
      route.set(next)
    },
    note(next) {
      replace(next)
      route.set(next)
    },
    back: () => window.history.back(),
    forward: () => window.history.forward(),
  }
}
