import { type ArticleId, articleIdSchema, type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import { type ClaimsPlace, formatClaims, parseClaims } from './claims-route'
import { createStore, type Store } from './store'

/** What the window shows. It lives in the address, so that back and forward work and a place can be returned to. */
export type Route =
  | { readonly view: 'library' }
  | { readonly view: 'article'; readonly id: ArticleId; readonly highlight: HighlightId | null }
  | ClaimsPlace
  | { readonly view: 'history' }

/** A place in an article: the article, and the highlight that is active there. */
export type ArticlePlace = Extract<Route, { readonly view: 'article' }>

function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [view, id] = path.split('/')
  if (view === 'history') return { view: 'history' }
  if (view === 'claims') return parseClaims(search)
  const article = articleIdSchema.safeParse(id)
  if (view !== 'article' || !article.success) return { view: 'library' }
  const highlight = highlightIdSchema.safeParse(new URLSearchParams(search).get('h'))
  return { view: 'article', id: article.data, highlight: highlight.success ? highlight.data : null }
}

export function formatRoute(route: Route): string {
  if (route.view === 'claims') return formatClaims(route)
  if (route.view !== 'article') return `#/${route.view}`
  return `#/article/${route.id}${route.highlight ? `?h=${route.highlight}` : ''}`
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
