import { type KeyboardEvent, type UIEvent, useState } from 'react'
import { flushSync } from 'react-dom'

const FIRST = 200
/** Screens beyond the view that rows are made for. */
const AHEAD = 4

type RowsMade = {
  readonly made: number
  readonly onScrollCapture: (event: UIEvent<HTMLElement>) => void
  readonly onEndCapture: (event: KeyboardEvent) => void
}

/**
 * How many rows of a long list are made. React Aria makes every row, with every cell, before it draws those in view: for five
 * thousand articles that holds the page for more than a second, and again as it is left. So they are made as far as one scrolls,
 * and all of them for a key that goes to the end.
 *
 * @param rowHeight CSS px
 */
export function useRowsMade(total: number, rowHeight: number): RowsMade {
  const [made, setMade] = useState(FIRST)
  return {
    made,
    onScrollCapture({ target }) {
      if (!(target instanceof HTMLElement)) return
      const needed = Math.ceil((target.scrollTop + AHEAD * target.clientHeight) / rowHeight)
      if (needed > made && made < total) setMade(Math.max(needed, made * 2))
    },
    onEndCapture({ key }) {
      if (key === 'End' && made < total) flushSync(() => setMade(total))
    },
  }
}
