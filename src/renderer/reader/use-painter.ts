import { useLayoutEffect, useRef } from 'react'
import type { HighlightId } from '#annotations/model/ids'
import type { Store } from '../state/store'
import { createGeometry, type Geometry } from './geometry'
import { createPainter, type MarkState, type Painter } from './painter'
import type { Parts } from './parts'
import { useLatest } from './use-latest'

/** Draws the passages, and tells where they lie. Hovering and choosing go past React: no component has to be asked. */
export function usePainter({ app, view, passages, column, scroller }: Parts, geometry: Store<Geometry | null>): void {
  const painter = useRef<Painter | null>(null)
  const latest = useLatest(passages)

  useLayoutEffect(() => {
    const made = createPainter(
      view,
      scroller,
      (placed) => geometry.set(createGeometry(view, column, placed, () => latest.current)),
      app.reader.topOfView.set,
    )
    painter.current = made
    const follow = <T>(state: MarkState, store: Store<T>, ids: (value: T) => readonly HighlightId[]) => {
      made.mark(state, ids(store.get()))
      return store.subscribe(() => made.mark(state, ids(store.get())))
    }
    const one = (id: HighlightId | null) => (id === null ? [] : [id])
    const { active, hovered, lit } = app.reader
    const stops = [follow('active', active, one), follow('hovered', hovered, one), follow('lit', lit, (ids) => ids)]
    return () => {
      for (const stop of stops) stop()
      made.destroy()
      painter.current = null
    }
  }, [app, view, column, scroller, geometry, latest])

  useLayoutEffect(() => {
    // A new view has a painter of its own, which has drawn nothing yet.
    if (view) painter.current?.show(passages)
  }, [view, passages])
}
