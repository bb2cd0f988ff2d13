import { useLayoutEffect } from 'react'
import type { Parts } from './parts'
import { useLatest } from './use-latest'

/** The part of the view, from its top, within which a passage is shown well enough to stay where it is. */
const COMFORT = { from: 0.12, to: 0.72 }
/** Screens over which moving smoothly still helps the eye; beyond them it only costs time. */
const SMOOTH_WITHIN = 2

/** Brings the active passage into view whenever that is asked for, and when the article opens. */
export function useReveal(parts: Parts): void {
  const latest = useLatest(parts)
  const { app, view } = parts
  useLayoutEffect(() => {
    // A new text is shown from its active passage; later ones are asked for.
    if (view) reveal(latest.current, false)
  }, [view, latest])
  useLayoutEffect(() => app.reader.reveal.subscribe(() => reveal(latest.current, true)), [app, latest])
}

function reveal({ app, article, view, passages, scroller }: Parts, mayGlide: boolean): void {
  const id = app.reader.active.get()
  const pointed = app.reader.pointed.get()
  const passage = pointed ?? (id === null ? undefined : passages.find(id))
  if (!passage || passage.end > article.text.length) return
  if (pointed) {
    // Selected, so that it is seen and can be tagged at once; the next one may be another.
    app.reader.pointed.set(null)
    view.select({ anchor: pointed.start, head: pointed.end })
  }
  const port = scroller.getBoundingClientRect()
  const top = view.rectAt(passage.start).top - port.top
  const bottom = view.rectAt(passage.end, -1).bottom - port.top
  if (top >= port.height * COMFORT.from && bottom <= port.height * COMFORT.to) return
  const tall = bottom - top > port.height * (COMFORT.to - COMFORT.from)
  const by = tall ? top - port.height * COMFORT.from : (top + bottom - port.height) / 2
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const glide = mayGlide && !calm && Math.abs(by) < port.height * SMOOTH_WITHIN
  scroller.scrollBy({ top: by, behavior: glide ? 'smooth' : 'instant' })
}
