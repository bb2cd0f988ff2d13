import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import type { Window } from './scene'

/** Beyond what is in view, so that a scroll shows no gap: CSS px. */
const SPARE = 400
/** A scroll draws anew only after so many CSS px. */
const STEP = 200

/** What of a scroller is in view, with some to spare; `measure` is to be called as it scrolls. */
export function useWindow(scroller: RefObject<HTMLElement | null>): [Window, () => void] {
  const [window, setWindow] = useState<Window>({ top: 0, bottom: 2_000 })
  const measure = useCallback(() => {
    const { current } = scroller
    if (!current) return
    const top = Math.floor(current.scrollTop / STEP) * STEP - SPARE
    const bottom = Math.ceil((current.scrollTop + current.clientHeight) / STEP) * STEP + SPARE
    setWindow((old) => (old.top === top && old.bottom === bottom ? old : { top, bottom }))
  }, [scroller])
  useLayoutEffect(() => {
    const { current } = scroller
    if (!current) return
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [scroller, measure])
  return [window, measure]
}
