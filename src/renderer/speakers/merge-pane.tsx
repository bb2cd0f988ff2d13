import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'
import panes from '../claims/dossier-pane.module.css'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { Field } from '../ui/field'
import { count } from '../ui/format'
import styles from './speakers.module.css'
import { citedWords, namesOf } from './words'

/** More names than these are typed rather than read through. */
const MOST_NAMES = 8

type MergePaneProps = { readonly rows: readonly SpeakerRow[]; readonly onDone: (name: string) => void }

/** Several speakers are selected: makes them one. */
export function MergePane({ rows, onDone }: MergePaneProps) {
  const app = useApp()
  const heading = useId()
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that brought it here has gone with the pane before.
    if (document.activeElement === document.body) pane.current?.focus()
  }, [])
  const names = namesOf(rows).slice(0, MOST_NAMES)
  const [name, setName] = useState(names[0] ?? '')
  const merge = async (event: FormEvent) => {
    event.preventDefault()
    const done = await app.act('speaker.merge', { speakers: rows.map(({ key }) => key), name: name.trim() }, 'toast')
    if (done) onDone(name.trim())
  }
  return (
    <section ref={pane} className={panes.pane} aria-labelledby={heading} tabIndex={-1} data-speaker-pane>
      <form className={styles.form} onSubmit={merge}>
        <h2 id={heading} className={styles.heading}>
          Merge {count(rows.length, 'speaker')} into one?
        </h2>
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.key}>
              <bdi>{row.name}</bdi> <span className={styles.quiet}>{citedWords(row)}</span>
            </li>
          ))}
        </ul>
        <Choices
          label="What they are called"
          look="list"
          value={name}
          options={names.map((value) => ({ value, label: value }))}
          onChange={setName}
        />
        <Field label="Or another name" value={name} maxLength={1_000} onChange={setName} />
        <div>
          <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
            Merge
          </Button>
        </div>
        <p className={styles.quiet}>
          The passages keep the names that were typed. Undo takes it back, and any name can be split off again.
        </p>
      </form>
    </section>
  )
}
