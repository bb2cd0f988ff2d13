import { type RefObject, useEffect } from 'react'
import { useApp } from '../state/app-context'

/** CSS px from the top or bottom of the view, within which a drag scrolls it; and CSS px a frame at the very edge. */
const EDGE = 56
const FASTEST = 18

/** While a link is dragged near the top or bottom of an article, that article scrolls that way. */
export function useScrollAtEdges(scroller: RefObject<HTMLElement | null>, dragging: boolean): void {
  const { drag } = useApp().linking
  useEffect(() => {
    const element = scroller.current
    if (!dragging || !element) return
    let frame = 0
    const step = () => {
      frame = requestAnimationFrame(step)
      const now = drag.get()
      if (!now) return
      const { top, bottom, left, right } = element.getBoundingClientRect()
      if (now.at.x < left || now.at.x > right) return
      const before = element.scrollTop
      element.scrollTop += FASTEST * (depth(now.at.y - (bottom - EDGE)) - depth(top + EDGE - now.at.y))
      const by = element.scrollTop - before
      // The line starts in the text, and scrolls with it if it starts in this one.
      if (by !== 0 && now.start.x >= left && now.start.x <= right)
        drag.set({ ...now, start: { ...now.start, y: now.start.y - by } })
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [scroller, dragging, drag])
}

function depth(distance: number): number {
  return Math.min(1, Math.max(0, distance / EDGE))
}
