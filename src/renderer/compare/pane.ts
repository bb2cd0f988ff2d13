import type { Geometry } from '../reader/geometry'
import type { AppModel } from '../state/app-model'
import type { ArticlePlace } from '../state/article-route'
import type { SidePlace } from '../state/compare-route'
import { WHOLE_LIBRARY } from '../state/library-route'
import { createReader } from '../state/reader'
import type { Route, Router } from '../state/route'
import { createStore, type Store } from '../state/store'

/** One reader of a comparison: the app as its components see it, with a reader and an address of its own. */
export type Pane = {
  /** Its own, wherever it stands. */
  readonly id: number
  readonly app: AppModel
  /** Where passages lie, and the element that scrolls them; null until the article is drawn. */
  readonly geometry: Store<Geometry | null>
  readonly scroller: Store<HTMLElement | null>
  /** What the window's address has it show. */
  readonly place: Store<SidePlace | null>
  /** Shows what its side of the address says. */
  readonly show: (place: SidePlace | null) => void
  /** Follows the desk's changes; answers how to stop. */
  readonly start: () => () => void
}

/** @param travel told where its reader wants to go, and whether that is a step of its own in the window's history */
export function createPane(
  app: AppModel,
  id: number,
  travel: (pane: Pane, how: 'go' | 'step' | 'note', to: ArticlePlace) => void,
): Pane {
  const place = createStore<SidePlace | null>(null)
  const route = createStore<Route>(WHOLE_LIBRARY)
  const put = (how: 'go' | 'step' | 'note') => (next: Route) => {
    if (next.view === 'article') travel(pane, how, next)
    // A reader whose article is gone would return to the library: here the others stay, and it says what happened.
    else if (next.view !== 'library') app.router[how](next)
  }
  const router: Router = {
    route,
    go: put('go'),
    step: put('step'),
    note: put('note'),
    back: app.router.back,
    forward: app.router.forward,
  }
  const reader = createReader(app.client, router, app.toasts)
  const read = () => {
    const shown = place.get()
    // A side without an article is nowhere that a reader knows, and so closes it.
    const next: Route = shown ? { view: 'article', ...shown } : WHOLE_LIBRARY
    route.set(next)
    void reader.show(next)
  }
  const pane: Pane = {
    id,
    app: { ...app, reader, router },
    geometry: createStore<Geometry | null>(null),
    scroller: createStore<HTMLElement | null>(null),
    place,
    show(next) {
      if (samePlace(next, place.get())) return
      place.set(next)
      read()
    },
    start: () =>
      app.client.on('desk.changed', (changed) => {
        reader.change(changed)
        const wanted = place.get()?.id
        const { state } = reader.store.get()
        // An article that was removed, and has come back by undo.
        const isBack = changed.summaries.some(({ article }) => article.id === wanted)
        if (isBack && state === 'closed') read()
      }),
  }
  return pane
}

function samePlace(a: SidePlace | null, b: SidePlace | null): boolean {
  if (a === null || b === null) return a === b
  return a.id === b.id && a.highlight === b.highlight && a.revision === b.revision
}
