import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Key } from 'react-aria-components'

/** Frames that a row may take to be drawn after the list was scrolled to it. */
const MOST_FRAMES = 10

/**
 * Keeps the row that is chosen in sight when it was not the list that chose it, but *Back*, a key, a filter. The focus comes along
 * if a row had it.
 *
 * @param chosen the row, and its place from 0; -1 when it is not in the list
 * @returns tells that the list itself chooses now
 */
export function useShownRow(
  frame: RefObject<HTMLElement | null>,
  { key, index, rowSize }: { readonly key: Key | undefined; readonly index: number; readonly rowSize: number },
): (key: Key | undefined) => void {
  const own = useRef<Key | undefined>(undefined)
  useLayoutEffect(() => {
    const list = frame.current?.querySelector<HTMLElement>('[role="grid"]')
    if (!list || key === undefined || index === -1 || own.current === key) return
    own.current = key
    const top = index * rowSize
    if (top < list.scrollTop || top + rowSize > list.scrollTop + list.clientHeight)
      list.scrollTop = Math.max(0, top - (list.clientHeight - rowSize) / 2)
    if (document.activeElement?.role !== 'row' || !list.contains(document.activeElement)) return
    let frames = 0
    const focus = () => {
      const row = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(String(key))}"]`)
      if (row) row.focus({ preventScroll: true })
      else if (++frames < MOST_FRAMES) request = requestAnimationFrame(focus)
    }
    let request = requestAnimationFrame(focus)
    return () => cancelAnimationFrame(request)
  }, [frame, key, index, rowSize])
  return (next) => {
    own.current = next
  }
}
