import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Highlight } from '#annotations/model/highlight'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import styles from './fields.module.css'
import { focusCard } from './focus-card'
import { useDraft } from './use-draft'

/** A highlight's note. It grows with what is written, and is saved when one leaves it or presses Ctrl+Enter. */
export function NoteField({ highlight }: { readonly highlight: Highlight }) {
  const app = useApp()
  const area = useRef<HTMLTextAreaElement>(null)
  const wanted = useStore(app.reader.editing, (field) => field === 'note')
  const draft = useDraft(highlight.note, (note) =>
    app.act('highlight.edit', { id: highlight.id, patch: { note: note.trim() } }),
  )
  useEffect(() => {
    if (!wanted) return
    area.current?.focus()
    area.current?.setSelectionRange(highlight.note.length, highlight.note.length)
    app.reader.editing.set(null)
  }, [wanted, app, highlight.note])

  const onKeyDown = (event: KeyboardEvent) => {
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!done && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (done) draft.save()
    else draft.revert()
    focusCard(highlight.id)
  }
  return (
    <textarea
      ref={area}
      aria-label="Note"
      className={styles.note}
      placeholder="Add a note…"
      rows={1}
      dir="auto"
      value={draft.text}
      onChange={(event) => draft.write(event.currentTarget.value)}
      onBlur={draft.save}
      onKeyDown={onKeyDown}
    />
  )
}
