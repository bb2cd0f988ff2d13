import { useDeferredValue, useEffect, useMemo } from 'react'
import { filterSpeakers, SPEAKER_ORDERS, sortSpeakers } from '#annotations/speakers/arrange'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'
import { fold } from '#annotations/text/fold'
import type { SpeakerList as List } from '#contract/speaker-methods'
import styles from '../claims/claims-view.module.css'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { ALL_SPEAKERS, type SpeakersPlace } from '../state/speakers-route'
import { useStore } from '../state/store'
import { useMissing } from '../state/use-missing'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { focusFilter } from '../ui/focus-filter'
import { count, formatNumber } from '../ui/format'
import { Loading } from '../ui/loading'
import { SearchField } from '../ui/search-field'
import { Select } from '../ui/select'
import { MergePane } from './merge-pane'
import { SpeakerList } from './speaker-list'
import { SpeakerPane } from './speaker-pane'
import { ORDER_NAMES } from './words'

const ORDERS = SPEAKER_ORDERS.map((value) => ({ value, label: ORDER_NAMES[value] }))

/** Everyone who is cited, what each of them claims and denies, and which of their names are one. */
export function SpeakersView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'speakers' ? route : null))
  const state = useStore(app.speakers.store, (value) => value)
  useEffect(() => app.speakers.watch(), [app])
  if (place === null) return null
  switch (state.state) {
    case 'loading':
      return <Loading title="Speakers">Putting together who says what…</Loading>
    case 'failed':
      return <Failed title="The speakers could not be listed" error={state.error} onRetry={() => app.speakers.load()} />
    case 'ready':
      return state.value.rows.length === 0 ? <NoSpeakers /> : <Speakers {...state.value} place={place} />
  }
}

function NoSpeakers() {
  const app = useApp()
  return (
    <Empty
      title="Nobody is cited yet"
      actions={<Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>}
    >
      Tag a passage as an attribution and name its speaker: they will be listed here with what they claim and deny, and
      where.
    </Empty>
  )
}

function Speakers({ rows, likely, place }: List & { readonly place: SpeakersPlace }) {
  const app = useApp()
  // The field shows each letter at once; the list follows when it can.
  const { order, text } = useDeferredValue(place)
  const shown = useMemo(() => sortSpeakers(filterSpeakers(rows, text), order), [rows, text, order])
  const picked = useMemo(() => rowsOf(rows, place.chosen), [rows, place.chosen])
  useMissing('The speaker', place.chosen[0] ?? null, picked.length > 0)
  const together = picked.length > 0 ? picked : shown.slice(0, 1)
  const [open] = together
  useMissing('The speaker', place.chosen[0] ?? null, picked.length > 0)
  const keys = together.map(({ key }) => key).join('\n')
  // As long as the same ones are chosen, whatever the desk tells anew of them.
  const chosen = useMemo(() => new Set(keys.split('\n')), [keys])
  const choose = (next: Iterable<string>) => app.router.step({ ...place, chosen: [...next], line: null })
  const merged = (name: string) => {
    choose([name])
    // The form is gone with its focus: what became of it is drawn next.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-speaker-pane]')?.focus())
  }
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <div className={styles.heading}>
          <h1 className={styles.title}>Speakers</h1>
          <span className={styles.total}>
            {shown.length === rows.length
              ? count(rows.length, 'speaker')
              : `${formatNumber(shown.length)} of ${count(rows.length, 'speaker')}`}
          </span>
        </div>
        <div className={styles.search}>
          <SearchField
            label="Filter speakers"
            placeholder="Filter by name, paper or note"
            value={place.text}
            onChange={(next) => app.router.step({ ...place, text: next, chosen: [], line: null })}
          />
        </div>
        <p className={styles.filters}>
          <span className={styles.total}>Select several, or drag one onto another, to merge their names.</span>
        </p>
        <div className={styles.order}>
          <Select
            label="Sort"
            value={place.order}
            onChange={(next) => app.router.go({ ...place, order: next })}
            options={ORDERS}
          />
        </div>
      </div>
      {open === undefined || shown.length === 0 ? (
        <Empty
          level={2}
          title="Nobody is called like this"
          actions={
            <Button
              onPress={() => {
                focusFilter()
                app.router.go({ ...ALL_SPEAKERS, order: place.order })
              }}
            >
              Show everyone
            </Button>
          }
        >
          A speaker is listed when every word is in one of their names, the papers that cite them, or the note on them.
        </Empty>
      ) : (
        <div className={styles.body}>
          <SpeakerList rows={shown} chosen={chosen} onChoose={choose} autoFocus={place.line === null} />
          {together.length > 1 ? (
            <MergePane key={keys} rows={together} onDone={merged} />
          ) : (
            <SpeakerPane
              key={open.key}
              row={open}
              likely={likely}
              rows={rows}
              place={place}
              onMerge={(other) => choose([open.key, other])}
            />
          )}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {text.trim() === '' ? '' : `${shown.length} of ${rows.length} speakers match.`}
      </p>
    </div>
  )
}

/** By key, or by any wording: a merged speaker has another key than before. Two wordings of one are one. */
function rowsOf(rows: readonly SpeakerRow[], wanted: readonly string[]): readonly SpeakerRow[] {
  if (wanted.length === 0) return []
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const byName = (name: string) => {
    const folded = fold(name)
    return rows.find((row) => fold(row.name) === folded || row.wordings.some(({ text }) => fold(text) === folded))
  }
  return [...new Set(wanted.flatMap((name) => byKey.get(name) ?? byName(name) ?? []))]
}
