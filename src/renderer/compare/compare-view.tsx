import { useEffect, useMemo } from 'react'
import { useApp } from '../state/app-context'
import { type ComparePlace, otherSide, SIDES, type Side } from '../state/compare-route'
import { useStore } from '../state/store'
import styles from './compare-view.module.css'
import { CurveLayer } from './curve-layer'
import { level } from './level'
import { createPane } from './pane'
import { PaneView } from './pane-view'

/** Two articles side by side, and the links between them as curves in the gutter. */
export function CompareView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'compare' ? route : null))
  const panes = useMemo(() => {
    const meet = (from: Side) => {
      const to = panes[otherSide(from)]
      app.acting.set(to.app)
      // The other end is active only once its side has taken in where it was sent.
      requestAnimationFrame(() => level(panes[from], to))
    }
    const panes = { left: createPane(app, 'left', meet), right: createPane(app, 'right', meet) }
    return panes
  }, [app])
  useEffect(() => {
    const stops = SIDES.map((side) => panes[side].start())
    app.acting.set(panes.left.app)
    return () => {
      for (const stop of stops) stop()
      app.acting.set(null)
    }
  }, [app, panes])
  if (place === null) return null
  return <Panes panes={panes} place={place} />
}

type PanesProps = {
  readonly panes: { readonly [S in Side]: ReturnType<typeof createPane> }
  readonly place: ComparePlace
}

function Panes({ panes, place }: PanesProps) {
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">Compare</h1>
      <PaneView pane={panes.left} place={place} />
      <CurveLayer left={panes.left} right={panes.right} />
      <PaneView pane={panes.right} place={place} />
    </div>
  )
}
