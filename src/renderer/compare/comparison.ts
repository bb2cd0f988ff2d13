import type { AppModel } from '../state/app-model'
import type { ArticlePlace } from '../state/article-route'
import { arrange, type ComparePlace, withSide } from '../state/compare-route'
import { createStore, type Store } from '../state/store'
import { level } from './level'
import { createPane, type Pane } from './pane'
import type { Tie } from './ties'

/** The readers side by side, and what goes on between them. */
export type Comparison = {
  /** From the left. */
  readonly panes: Store<readonly Pane[]>
  /** The curve under the mouse. */
  readonly hovered: Store<Tie | null>
  /** Makes both ends of a link active and brings them level; the near one stays if it is in view. */
  readonly follow: (tie: Tie, near?: 'left' | 'right') => void
  /** Makes a side the one that commands act on, and gives it the focus. */
  readonly enter: (pane: Pane) => void
  /** Follows the window's address and the desk's changes; answers how to stop. */
  readonly start: () => () => void
}

/**
 * Readers share one window: each has the app's model with its own reader and router, whose place is its side of the window's.
 * A place in an article of another side goes there. An article that only changes its side keeps its reader, and with it
 * what is folded, scrolled and selected.
 */
export function createComparison(app: AppModel): Comparison {
  const panes = createStore<readonly Pane[]>([])
  const hovered = createStore<Tie | null>(null)
  const stops = new Map<Pane, () => void>()
  let made = 0
  let levelling = () => {}

  const enter = (pane: Pane) => {
    app.acting.set(pane.app)
    pane.scroller.get()?.closest<HTMLElement>('[data-side]')?.focus({ preventScroll: true })
  }
  const meet = (near: Pane, far: Pane) => {
    levelling()
    app.acting.set(far.app)
    // A menu that the way was chosen in gives back the focus in the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        enter(far)
        levelling = level(near, far)
      }),
    )
  }
  const travel = (pane: Pane, how: 'go' | 'step' | 'note', { id, highlight, revision }: ArticlePlace) => {
    const place = placeOf(app)
    const at = panes.get().indexOf(pane)
    if (!place || at === -1) return
    const shown = { id, highlight, ...(revision ? { revision } : {}) }
    if (how === 'note' || place.sides[at]?.id === id) return app.router[how](withSide(place, at, shown))
    const to = sideFor(place, at, id)
    app.router[place.sides[to]?.id === id ? 'note' : 'go'](withSide(place, to, shown))
    const far = panes.get()[to]
    if (far) meet(pane, far)
  }
  const keep = (pane: Pane) => {
    if (!stops.has(pane)) stops.set(pane, pane.start())
    return pane
  }
  const show = () => {
    const place = placeOf(app)
    if (!place) return
    const old = panes.get()
    const wanted = arrange(
      old.map((pane) => pane.place.get()?.id ?? null),
      place.sides.map((side) => side?.id ?? null),
    )
    const next = wanted.map((at) => keep((at === null ? undefined : old[at]) ?? createPane(app, made++, travel)))
    for (const pane of old) {
      if (next.includes(pane)) continue
      stops.get(pane)?.()
      stops.delete(pane)
    }
    for (const [at, pane] of next.entries()) pane.show(place.sides[at] ?? null)
    const same = next.length === old.length && next.every((pane, at) => pane === old[at])
    if (same) return
    panes.set(next)
    app.comparing.models.set(next.map((pane) => pane.app))
    if (!next.some((pane) => pane.app === app.acting.get())) app.acting.set(next[0]?.app ?? null)
  }

  return {
    panes,
    hovered,
    enter,
    follow(tie, near = 'left') {
      const [from, to] = near === 'left' ? [tie.left, tie.right] : [tie.right, tie.left]
      const [here, there] = [panes.get()[from.side], panes.get()[to.side]]
      if (!here || !there) return
      here.app.reader.activate(from.id)
      there.app.reader.activate(to.id)
      levelling()
      levelling = level(here, there)
    },
    start() {
      show()
      // Whoever comes here with two passages wants to see them beside each other.
      const [near, far] = panes.get().filter((pane) => pane.place.get()?.highlight)
      if (near && far) levelling = level(near, far)
      const stop = app.router.route.subscribe(show)
      return () => {
        stop()
        levelling()
        for (const each of stops.values()) each()
        stops.clear()
        panes.set([])
        app.comparing.models.set([])
        app.acting.set(null)
        app.linking.pairing.set(null)
      }
    },
  }
}

function placeOf(app: AppModel): ComparePlace | null {
  const place = app.router.route.get()
  return place.view === 'compare' ? place : null
}

/** Where a place in another article is shown: where that article is, else on an empty side, else on the next one. */
function sideFor({ sides }: ComparePlace, from: number, id: ArticlePlace['id']): number {
  const shown = sides.findIndex((side, at) => at !== from && side?.id === id)
  if (shown !== -1) return shown
  const empty = sides.indexOf(null)
  return empty !== -1 ? empty : from + 1 < sides.length ? from + 1 : from - 1
}
