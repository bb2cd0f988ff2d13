import { useEffect, useId, useMemo, useRef } from 'react'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { groupDays, type HistoryDay } from './group-days'
import { createHistoryFeed } from './history-feed'
import { HistoryLine } from './history-line'
import styles from './history-view.module.css'

/** Who did what, and when: every change that was ever made to the desk, undone ones too. */
export function HistoryView() {
  const app = useApp()
  const feed = useMemo(() => createHistoryFeed(app.client), [app])
  const { entries, next, state, error } = useStore(feed.store, (value) => value)
  useEffect(() => {
    void feed.refresh()
    return app.client.on('desk.changed', () => void feed.refresh())
  }, [app, feed])

  if (entries.length === 0) {
    if (state === 'loading') return <div className={styles.view} aria-busy="true" />
    if (error) {
      return <Failed title="The history could not be read" error={error} onRetry={() => feed.refresh()} />
    }
    return (
      <Empty
        title="Nothing has happened yet"
        actions={<Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>}
      >
        Every change to this desk will be listed here: who made it, and when. Undone changes stay in the list.
      </Empty>
    )
  }
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        <h1 className={styles.title}>History</h1>
        {groupDays(entries, new Date()).map((day) => (
          <Day key={day.name} day={day} />
        ))}
        {error && <p role="alert">{errorText(error)}</p>}
        {next !== null ? <More onMore={feed.more} /> : <p className={styles.end}>The desk began here.</p>}
      </div>
    </div>
  )
}

function Day({ day }: { readonly day: HistoryDay }) {
  const heading = useId()
  return (
    <section className={styles.day} aria-labelledby={heading}>
      <h2 id={heading} className={styles.dayName}>
        {day.name}
      </h2>
      <ol className={styles.lines}>
        {day.entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

/** Reads on as soon as it is scrolled into view; a button all the same, for who does not scroll. */
function More({ onMore }: { readonly onMore: () => void }) {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && onMore())
    if (mark.current) observer.observe(mark.current)
    return () => observer.disconnect()
  }, [onMore])
  return (
    <div ref={mark} className={styles.more}>
      <Button onPress={onMore}>Show older changes</Button>
    </div>
  )
}
