import { Fragment, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { type ComparePlace, MOST_SIDES } from '../state/compare-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { CompareBar } from './compare-bar'
import styles from './compare-view.module.css'
import { type Comparison, createComparison } from './comparison'
import { CurveLayer } from './curve-layer'
import { Gutter } from './gutter'
import type { Pane } from './pane'
import { PaneView } from './pane-view'
import { inReadingOrder, tiesAmong } from './ties'
import { useArticles } from './use-sides'

/** Two or three articles side by side, and the links between them as curves in the gutters. */
export function CompareView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'compare' ? route : null))
  const comparison = useMemo(() => createComparison(app), [app])
  const panes = useStore(comparison.panes, (value) => value)
  const isBare = useStore(app.library.store, (library) => library.state === 'ready' && library.articles.size === 0)
  useLayoutEffect(() => comparison.start(), [comparison])
  if (isBare && place?.sides.every((side) => side === null)) return <NothingToCompare />
  if (place === null || panes.length !== place.sides.length) return null
  return <Sides comparison={comparison} panes={panes} place={place} />
}

function NothingToCompare() {
  const app = useApp()
  return (
    <Empty
      title="Nothing to compare yet"
      actions={<Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>}
    >
      Articles stand here side by side, with curves between the highlights that are linked, once there are some.
    </Empty>
  )
}

type SidesProps = { readonly comparison: Comparison; readonly panes: readonly Pane[]; readonly place: ComparePlace }

function Sides({ comparison, panes, place }: SidesProps) {
  const app = useApp()
  const articles = useArticles(panes)
  const ties = useMemo(() => inReadingOrder(tiesAmong(articles), articles), [articles])
  const shares = useStore(app.comparing.shares, (all) => (panes.length === MOST_SIDES ? all.three : all.two))
  const body = useRef<HTMLDivElement>(null)
  useKeptPlaces(panes, body)
  useEffect(() => app.comparing.links.set(ties.length), [app, ties])
  useEffect(() => {
    // What has the focus says which side keys are meant for; a side that has it already cannot be entered anew.
    const [first] = panes
    if (app.acting.get() === null && first) app.acting.set(first.app)
  }, [app, panes])
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">Compare</h1>
      <div
        ref={body}
        className={styles.body}
        data-sides={panes.length}
        style={{ gridTemplateColumns: shares.map((share) => `minmax(0, ${share}fr)`).join(' var(--gutter) ') }}
      >
        {panes.map((pane, side) => (
          <Fragment key={pane.id}>
            {side > 0 && <Gutter body={body} place={place} side={side - 1} shares={shares} />}
            <PaneView pane={pane} panes={panes} place={place} side={side} articles={articles} />
          </Fragment>
        ))}
        <CurveLayer comparison={comparison} panes={panes} articles={articles} ties={ties} />
      </div>
      <CompareBar comparison={comparison} panes={panes} place={place} articles={articles} ties={ties} />
    </div>
  )
}

/** An element that changes its place in the page forgets how far it was scrolled, and that it had the focus. */
function useKeptPlaces(panes: readonly Pane[], body: React.RefObject<HTMLElement | null>): void {
  const scrolled = useRef(new Map<number, number>())
  const focused = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const onScroll = (event: Event) => {
      const pane = panes.find(({ scroller }) => scroller.get() === event.target)
      if (pane && event.target instanceof Element) scrolled.current.set(pane.id, event.target.scrollTop)
    }
    const onFocus = ({ target }: FocusEvent) => {
      focused.current = target instanceof HTMLElement ? target : null
    }
    element.addEventListener('scroll', onScroll, { capture: true, passive: true })
    element.addEventListener('focusin', onFocus)
    return () => {
      element.removeEventListener('scroll', onScroll, true)
      element.removeEventListener('focusin', onFocus)
    }
  }, [panes, body])
  useLayoutEffect(() => {
    for (const { id, scroller } of panes) {
      const port = scroller.get()
      const top = scrolled.current.get(id)
      if (port && top !== undefined && port.scrollTop !== top) port.scrollTop = top
    }
    const had = focused.current
    if (had?.isConnected && document.activeElement === document.body) had.focus({ preventScroll: true })
  }, [panes])
}
