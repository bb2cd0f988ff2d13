import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Link } from '#annotations/model/link'
import { useApp } from '../state/app-context'
import styles from './fields.module.css'
import { useDraft } from './use-draft'

/** The note of a link while it is being written; leaving the field or Ctrl+Enter saves it, Escape does not. */
export function LinkNote({ link, onDone }: { readonly link: Link; readonly onDone: () => void }) {
  const app = useApp()
  const area = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(link.note, (note) => app.act('link.edit', { id: link.id, patch: { note: note.trim() } }))
  useEffect(() => {
    // The menu that this was chosen from gives the focus back to its button as it closes; only then is it ours to take.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => area.current?.focus()))
    return () => cancelAnimationFrame(frame)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!done && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (done) draft.save()
    else draft.revert()
    onDone()
  }
  return (
    <textarea
      ref={area}
      aria-label="Note on this link"
      className={styles.note}
      placeholder="Why are these linked?"
      rows={1}
      dir="auto"
      value={draft.text}
      onChange={(event) => draft.write(event.currentTarget.value)}
      onBlur={() => {
        draft.save()
        onDone()
      }}
      onKeyDown={onKeyDown}
    />
  )
}
