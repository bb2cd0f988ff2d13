import { useId } from 'react'
import type { LikelySame } from '#annotations/speakers/likely-same'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'
import panes from '../claims/dossier-pane.module.css'
import { useReturn } from '../claims/use-return'
import { useDraft } from '../rail/use-draft'
import { useApp } from '../state/app-context'
import type { SpeakersPlace } from '../state/speakers-route'
import { Button } from '../ui/button'
import { FailedPart } from '../ui/failed'
import { Field } from '../ui/field'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import { SaidLines } from './said-lines'
import styles from './speakers.module.css'
import { useSpeaker } from './use-speaker'
import { citedWords, WHY_NAMES, whereWords } from './words'

type SpeakerPaneProps = {
  readonly row: SpeakerRow
  readonly rows: readonly SpeakerRow[]
  readonly likely: readonly LikelySame[]
  readonly place: SpeakersPlace
  readonly onMerge: (other: string) => void
}

/** One speaker: their names, what they claim and deny, each passage a way into its article. */
export function SpeakerPane({ row, rows, likely, place, onMerge }: SpeakerPaneProps) {
  const heading = useId()
  const { state, load } = useSpeaker(row.key)
  useReturn(place.line, state.state === 'ready')
  return (
    <section className={panes.pane} aria-labelledby={heading} tabIndex={-1} data-speaker-pane>
      <header className={panes.head}>
        <h2 id={heading} className={styles.heading} dir="auto">
          {row.name}
        </h2>
        <p className={panes.standings} dir="auto">
          {citedWords(row)} · {whereWords(row)}
        </p>
      </header>
      <Names row={row} />
      <Likely row={row} rows={rows} likely={likely} onMerge={onMerge} />
      {state.state === 'loading' && <Loading>Putting together what they say…</Loading>}
      {state.state === 'failed' && <FailedPart className={panes.failed} error={state.error} onRetry={load} />}
      {state.state === 'ready' && (
        <>
          <SaidLines name="Claims" said={state.value.dossier.claims} briefs={state.value.briefs} place={place} />
          <SaidLines name="Denies" said={state.value.dossier.denials} briefs={state.value.briefs} place={place} />
          <SaidLines
            name="Cited, with no passage linked"
            said={state.value.dossier.cited}
            briefs={state.value.briefs}
            place={place}
          />
        </>
      )}
    </section>
  )
}

function Names({ row }: { readonly row: SpeakerRow }) {
  const app = useApp()
  const edit = (patch: { name?: string; note?: string }) => void app.act('speaker.edit', { speaker: row.key, patch })
  const name = useDraft(row.name, (text) => text.trim() !== '' && edit({ name: text.trim() }))
  const note = useDraft(row.note, (text) => edit({ note: text.trim() }))
  const { id } = row
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <Field
          label="Name"
          value={name.text}
          maxLength={1_000}
          onChange={name.write}
          onBlur={name.save}
          onKeyDown={(event) => (event.key === 'Enter' ? name.save() : event.continuePropagation())}
        />
        <Field label="Note" rows={1} value={note.text} onChange={note.write} onBlur={note.save} />
      </div>
      {row.wordings.length > 1 && id !== null && (
        <ul className={styles.wordings} aria-label="Written as">
          {row.wordings.map(({ text, uses }) => (
            <li key={text} className={styles.wording}>
              <bdi>{text}</bdi>
              <span className={styles.quiet}>{uses === 0 ? 'not used' : count(uses, 'time')}</span>
              <Button
                look="quiet"
                aria-label={`Split off ${text}`}
                onPress={() => app.act('speaker.split', { id, wordings: [text] }, 'toast')}
              >
                Split off
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Likely({ row, rows, likely, onMerge }: Omit<SpeakerPaneProps, 'place'>) {
  const heading = useId()
  const found = likely.flatMap(({ a, b, why }) => {
    const other = a === row.key ? b : b === row.key ? a : null
    const match = other === null ? undefined : rows.find(({ key }) => key === other)
    return match ? [{ match, why }] : []
  })
  if (found.length === 0) return null
  return (
    <section className={styles.likely} aria-labelledby={heading}>
      <h3 id={heading} className={styles.likelyName}>
        Perhaps the same
      </h3>
      <ul className={styles.wordings}>
        {found.map(({ match, why }) => (
          <li key={match.key} className={styles.wording}>
            <bdi>{match.name}</bdi>
            <span className={styles.quiet}>
              {citedWords(match)}: {WHY_NAMES[why]}
            </span>
            <Button look="quiet" aria-label={`Merge with ${match.name}…`} onPress={() => onMerge(match.key)}>
              Merge…
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
