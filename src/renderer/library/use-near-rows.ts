import {
  type KeyboardEvent,
  type RefObject,
  startTransition,
  type UIEvent,
  useCallback,
  useLayoutEffect,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { ArticleId } from '#annotations/model/ids'
import { missing, type Seen, seenAfterKey, withNear } from './row-window'

type NearRows = {
  /** The articles whose rows have cells. */
  readonly made: ReadonlySet<ArticleId>
  readonly onScrollCapture: (event: UIEvent<HTMLElement>) => void
  readonly onEdgeCapture: (event: KeyboardEvent) => void
}

/** More than the highest window shows. */
export const FIRST_ROWS = 60

/**
 * Which rows of a long list have cells: those near what was looked at. React Aria makes every row, with every cell, before it
 * draws those in view: for five thousand articles that holds the page for more than a second. A row without cells is a tenth of
 * one, and as good to count, to select and to move to. Rows keep their cells, so that the focus in one of them is never lost.
 *
 * @param rowHeight CSS px
 */
export function useNearRows(
  order: readonly ArticleId[],
  frame: RefObject<HTMLElement | null>,
  rowHeight: number,
): NearRows {
  const [made, setMade] = useState<ReadonlySet<ArticleId>>(() => new Set(order.slice(0, FIRST_ROWS)))
  const make = useCallback(
    (seen: Seen) => {
      const what = missing(made, order, seen)
      const add = () => setMade((old) => withNear(old, order, seen))
      if (what === 'in view') add()
      else if (what === 'near') startTransition(add)
    },
    [made, order],
  )
  useLayoutEffect(() => {
    // Another order or filter brings other rows to where one looks.
    const grid = frame.current?.querySelector('[role="grid"]')
    if (grid) make(seenIn(grid, rowHeight))
  }, [make, frame, rowHeight])
  return {
    made,
    onScrollCapture({ target }) {
      if (target instanceof HTMLElement) make(seenIn(target, rowHeight))
    },
    onEdgeCapture({ key, currentTarget }) {
      const seen = seenAfterKey(key, seenIn(currentTarget, rowHeight), order.length)
      // Before React Aria goes there: it names a row by its cells, and moves to them.
      if (seen) flushSync(() => make(seen))
    },
  }
}

function seenIn({ scrollTop, clientHeight }: Element, rowHeight: number): Seen {
  return { scrollTop, viewHeight: clientHeight, rowHeight }
}
