import { useDeferredValue, useEffect, useId, useMemo, useRef } from 'react'
import type { ChangeSetId } from '#annotations/model/ids'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { WHOLE_HISTORY } from '../state/history-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed, FailedPart } from '../ui/failed'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import { SearchField } from '../ui/search-field'
import { groupDays, type HistoryDay } from './group-days'
import { createHistoryFeed } from './history-feed'
import { HistoryLine } from './history-line'
import styles from './history-view.module.css'

/** Who did what, and when: every change that was ever made to the desk, undone ones too. */
export function HistoryView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'history' ? route : null))
  const text = useDeferredValue(place?.text ?? '').trim()
  const feed = useMemo(() => createHistoryFeed(app.client, text), [app, text])
  const { entries, next, state, error } = useStore(feed.store, (value) => value)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Back in the history, one is where one left it; whatever is searched for next begins at its newest change.
    const route = app.router.route.get()
    const at = route.view === 'history' && route.text.trim() === text ? route.at : null
    void feed.refresh().then(async () => {
      if (at === null) return
      await feed.until(at)
      requestAnimationFrame(() => showLine(list.current, at))
    })
    return app.client.on('desk.changed', () => void feed.refresh())
  }, [app, feed, text])
  if (place === null) return null

  if (entries.length === 0 && text === '') {
    if (state === 'loading') return <Loading title="History">Reading the history…</Loading>
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
      <div className={styles.bar}>
        <h1 className={styles.title}>History</h1>
        <SearchField
          label="Filter changes"
          placeholder="Filter by what was done, by whom, or where"
          value={place.text}
          onChange={(words) => app.router.step({ ...WHOLE_HISTORY, text: words })}
        />
      </div>
      <div ref={list} className={styles.list} aria-busy={state === 'loading'}>
        <div className={styles.column}>
          {groupDays(entries, new Date()).map((day) => (
            <Day key={day.name} day={day} onLeave={(at) => app.router.note({ ...place, at })} />
          ))}
          {error && <FailedPart error={error} onRetry={entries.length > 0 ? feed.more : feed.refresh} />}
          {next !== null && <More onMore={feed.more} />}
          {next === null && state === 'ready' && entries.length > 0 && (
            <p className={styles.end}>{text === '' ? 'The desk began here.' : 'No older change matches.'}</p>
          )}
          {entries.length === 0 && state === 'ready' && (
            <Empty
              level={2}
              title={`No change matches “${text}”`}
              actions={<Button onPress={() => app.router.step(WHOLE_HISTORY)}>Show every change</Button>}
            >
              Every word has to be in what was done, in the annotator’s name or in the title of an article.
            </Empty>
          )}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {text === '' || state === 'loading'
          ? ''
          : `${count(entries.length, 'change')}${next === null ? '' : ' or more'} found.`}
      </p>
    </div>
  )
}

/** Shows a change, and gives the focus to the way that led away from it. */
function showLine(list: HTMLElement | null, id: ChangeSetId): void {
  const line = list?.querySelector<HTMLElement>(`[data-change="${id}"]`)
  line?.scrollIntoView({ block: 'center' })
  if (document.activeElement === document.body) line?.querySelector('a')?.focus({ preventScroll: true })
}

type DayProps = { readonly day: HistoryDay; readonly onLeave: (id: ChangeSetId) => void }

function Day({ day, onLeave }: DayProps) {
  const heading = useId()
  return (
    <section className={styles.day} aria-labelledby={heading}>
      <h2 id={heading} className={styles.dayName}>
        {day.name}
      </h2>
      <ol className={styles.lines}>
        {day.entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} onLeave={onLeave} />
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
