import { useEffect, useState } from 'react'
import type { HighlightId } from '#annotations/model/ids'

/**
 * Back from a passage, one is at the line that led to it.
 *
 * @param line the passage that was left from; null for none
 * @param isThere whether the lines are drawn
 */
export function useReturn(line: HighlightId | null, isThere: boolean): void {
  const [left] = useState(line)
  useEffect(() => {
    if (!isThere || left === null) return
    const element = document.querySelector<HTMLElement>(`[data-line="${left}"]`)
    element?.scrollIntoView({ block: 'center' })
    if (document.activeElement === document.body) element?.querySelector('a')?.focus({ preventScroll: true })
  }, [left, isThere])
}
