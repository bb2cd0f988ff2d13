import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'
import { toggled, withRange } from './selection'

type Clicks = {
  readonly onPointerDownCapture: (event: PointerEvent) => void
  readonly onClickCapture: (event: MouseEvent) => void
}

/**
 * Clicks with Ctrl, Command or Shift select rows. React Aria would open the row while nothing is selected, because its list
 * has an action; so these clicks are taken before they reach it.
 */
export function useModifiedClicks(
  order: readonly ArticleId[],
  selected: ReadonlySet<ArticleId>,
  onSelect: (selected: ReadonlySet<ArticleId>) => void,
): Clicks {
  const anchor = useRef<ArticleId | null>(null)
  return {
    onPointerDownCapture(event) {
      if (isModified(event) && rowAt(event.target) !== null) event.stopPropagation()
    },
    onClickCapture(event) {
      const id = rowAt(event.target)
      if (id === null) return
      const from = anchor.current
      anchor.current = id
      if (!isModified(event)) return
      event.preventDefault()
      event.stopPropagation()
      onSelect(event.shiftKey ? withRange(order, selected, from ?? id, id) : toggled(selected, id))
    },
  }
}

/** The article of the row that an element lies in. */
export function rowAt(target: EventTarget): ArticleId | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null
  return articleIdSchema.safeParse(row?.dataset.key).data ?? null
}

function isModified(event: MouseEvent | PointerEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey
}
