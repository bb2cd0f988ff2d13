import type { Geometry } from '../reader/geometry'
import type { AppModel } from '../state/app-model'
import { otherSide, type Side } from '../state/compare-route'
import { createReader } from '../state/reader'
import type { Route, Router } from '../state/route'
import { createStore, type Store } from '../state/store'

/** One side of a comparison: the app as the components of a reader see it, with a reader and an address of its own. */
export type Pane = {
  readonly side: Side
  readonly app: AppModel
  /** Where passages lie, and the element that scrolls them; null until the article is drawn. */
  readonly geometry: Store<Geometry | null>
  readonly scroller: Store<HTMLElement | null>
  /** Follows the window's address and the desk's changes; answers how to stop. */
  readonly start: () => () => void
}

/**
 * Two readers share one window: each has the app's model with its own reader and router, whose place is its side of the
 * window's. A place in the other side's article goes there, and any other place leaves the comparison.
 *
 * @param onMeet told when a link was followed to the other side
 */
export function createPane(app: AppModel, side: Side, onMeet: (from: Side) => void): Pane {
  const route = createStore<Route>(routeOf(app, side))
  const put = (how: 'go' | 'note', next: Route) => {
    const place = app.router.route.get()
    if (place.view !== 'compare') return
    if (next.view !== 'article') return app.router[how](next)
    const meets = how === 'go' && place[otherSide(side)]?.id === next.id && place[side]?.id !== next.id
    const at = meets ? otherSide(side) : side
    app.router[how === 'go' && !meets ? 'go' : 'note']({ ...place, [at]: { id: next.id, highlight: next.highlight } })
    if (meets) onMeet(side)
  }
  const router: Router = {
    route,
    go: (next) => put('go', next),
    note: (next) => put('note', next),
    back: app.router.back,
    forward: app.router.forward,
  }
  const reader = createReader(app.client, router)
  const follow = () => {
    const next = routeOf(app, side)
    if (sameRoute(next, route.get())) return
    route.set(next)
    void reader.show(next)
  }
  return {
    side,
    app: { ...app, reader, router },
    geometry: createStore<Geometry | null>(null),
    scroller: createStore<HTMLElement | null>(null),
    start() {
      route.set(routeOf(app, side))
      void reader.show(route.get())
      const stops = [app.router.route.subscribe(follow), app.client.on('desk.changed', reader.change)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** A side without an article is nowhere that a reader knows, and so closes it. */
function routeOf(app: AppModel, side: Side): Route {
  const place = app.router.route.get()
  const shown = place.view === 'compare' ? place[side] : null
  return shown ? { view: 'article', ...shown } : { view: 'library' }
}

function sameRoute(a: Route, b: Route): boolean {
  if (a.view !== 'article' || b.view !== 'article') return a.view === b.view
  return a.id === b.id && a.highlight === b.highlight
}
