import { useEffect, useMemo, useRef } from 'react'
import type { ConflictId } from '#annotations/model/ids'
import type { ConflictView } from '#contract/exchange-views'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { ANY_CONFLICT } from '../state/conflicts-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import { ConflictList } from './conflict-list'
import { ConflictPane } from './conflict-pane'
import styles from './conflicts-view.module.css'

/** What merges left to decide: both versions of each record side by side, until one is chosen. */
export function ConflictsView() {
  const app = useApp()
  const state = useStore(app.conflicts.store, (value) => value)
  switch (state.state) {
    case 'loading':
      return <Loading title="Conflicts">Listing what is to be decided…</Loading>
    case 'failed':
      return (
        <Failed title="The conflicts could not be listed" error={state.error} onRetry={() => app.conflicts.load()} />
      )
    case 'ready':
      return state.rows.length === 0 ? <NoConflicts /> : <Conflicts rows={state.rows} />
  }
}

function NoConflicts() {
  const app = useApp()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The list that had the focus has gone with its last row.
    if (document.activeElement === document.body) frame.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div ref={frame} className={styles.none}>
      <Empty
        title="Nothing to decide"
        actions={
          <>
            <Button onPress={() => runCommand(app, 'desk.importFolder')}>Merge a desk…</Button>
            <Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>
          </>
        }
      >
        When a colleague’s desk is merged and both of you changed the same thing, both versions wait here until you
        choose one.
      </Empty>
    </div>
  )
}

function Conflicts({ rows }: { readonly rows: readonly ConflictView[] }) {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'conflicts' ? route : ANY_CONFLICT))
  const chosen = useMemo(() => new Set(place.chosen), [place.chosen])
  const open = rows.filter(({ id }) => chosen.has(id))
  const before = useRef(0)
  // What was decided leaves the list, and what comes after it is chosen next.
  const shown =
    open.find(({ id }) => id === place.chosen[0]) ?? open[0] ?? rows[Math.min(before.current, rows.length - 1)]
  useEffect(() => {
    if (!shown) return
    before.current = rows.indexOf(shown)
    if (!chosen.has(shown.id)) app.router.note({ ...ANY_CONFLICT, chosen: [shown.id] })
  }, [app, rows, shown, chosen])
  const choose = (ids: ReadonlySet<ConflictId>) => {
    // The one that came last is shown.
    const last = [...ids].find((id) => !chosen.has(id)) ?? [...ids][0]
    if (last !== undefined)
      app.router.step({ ...ANY_CONFLICT, chosen: [last, ...[...ids].filter((id) => id !== last)] })
  }
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <h1 className={styles.title}>Conflicts</h1>
        <span className={styles.total} role="status">
          {count(rows.length, 'conflict')} to decide
        </span>
      </div>
      <div className={styles.body}>
        <ConflictList rows={rows} chosen={chosen} onChoose={choose} />
        {shown && <ConflictPane key={shown.id} conflict={shown} chosen={Math.max(1, open.length)} />}
      </div>
    </div>
  )
}
