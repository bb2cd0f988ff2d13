import type { KeyboardEvent, SyntheticEvent } from 'react'
import type { Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { shortWords } from '../linking/words'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { count } from '../ui/format'
import { TAG_NAMES } from '../ui/tag-mark'
import styles from './bulk.module.css'

type PickBoxProps = {
  readonly highlight: { readonly id: HighlightId; readonly tag: Tag; readonly exact: string }
  /** The list that it stands in, in its order: what Shift takes. */
  readonly list: readonly HighlightId[]
  /** False where the Tab key has another way here. */
  readonly tabStop?: boolean
}

/**
 * Selects a highlight of any list for what is done to many at once. With Shift a click takes all since the last one; Shift with
 * the arrows goes on to the neighbour and takes it too. Its list is the nearest element with `data-pick-list`.
 */
export function PickBox({ highlight: { id, tag, exact }, list, tabStop = true }: PickBoxProps) {
  const app = useApp()
  const picked = useStore(app.picked.ids, (ids) => ids.has(id))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Plain keys are the box's own, not its line's; shortcuts and Escape are everybody's.
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape') return
    event.stopPropagation()
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || !event.shiftKey) return
    event.preventDefault()
    const next = list[list.indexOf(id) + by]
    app.picked.set(next === undefined ? [id] : [id, next], true)
    const frame = event.currentTarget.closest('[data-pick-list]')
    if (next !== undefined) frame?.querySelector<HTMLInputElement>(`[data-pick="${next}"]`)?.focus()
  }
  return (
    // Presses here select for the bar, and neither open a line nor begin a drag.
    <label className={styles.pick} onPointerDown={stay} onMouseDown={stay} data-picked={picked || undefined}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={`Select ${TAG_NAMES[tag].toLowerCase()}: ${shortWords(exact, 80)}`}
        data-pick={id}
        tabIndex={tabStop ? 0 : -1}
        checked={picked}
        onChange={({ currentTarget, nativeEvent }) => {
          const { checked } = currentTarget
          if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) app.picked.range(list, id, checked)
          else app.picked.set([id], checked)
        }}
        onClick={stay}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}

/** Selects a whole list, or lets go of it. */
export function PickAll({ list, name }: { readonly list: readonly HighlightId[]; readonly name: string }) {
  const app = useApp()
  const ids = useStore(app.picked.ids, (value) => value)
  const picked = list.filter((id) => ids.has(id)).length
  if (list.length < 2) return null
  return (
    <label className={styles.pickAll}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={`Select all ${count(list.length, 'passage')}: ${name}`}
        ref={(box) => {
          if (box) box.indeterminate = picked > 0 && picked < list.length
        }}
        checked={picked === list.length}
        onChange={({ currentTarget }) => app.picked.set(list, currentTarget.checked)}
      />
    </label>
  )
}

function stay(event: SyntheticEvent): void {
  event.stopPropagation()
}
