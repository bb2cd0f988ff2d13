import { useLayoutEffect, useState } from 'react'
import type { Span } from '../state/reader'
import { type Store, useStore } from '../state/store'
import type { Geometry } from './geometry'
import { type Parts, type Place, placeIn } from './parts'
import styles from './proposal-mark.module.css'

type Box = Place & { readonly width: number; readonly height: number }

/** Frames the place that is proposed for a highlight, line by line, and brings it into view. */
export function ProposalMark({
  parts,
  geometry,
}: {
  readonly parts: Parts
  readonly geometry: Store<Geometry | null>
}) {
  const span = useStore(parts.app.reader.proposal, (value) => value)
  const layout = useStore(geometry, (value) => value)
  return span && layout ? <Frame parts={parts} span={span} layout={layout} /> : null
}

function Frame({ parts, span, layout }: { readonly parts: Parts; readonly span: Span; readonly layout: Geometry }) {
  const { view, column, scroller } = parts
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  useLayoutEffect(() => {
    if (!layout) return
    const rects = view.rangeOf(span).getClientRects()
    setBoxes(
      Array.from(rects, (rect) => ({
        ...placeIn(column, rect.left, rect.top),
        width: rect.width,
        height: rect.height,
      })),
    )
  }, [view, column, layout, span])
  useLayoutEffect(() => {
    const port = scroller.getBoundingClientRect()
    const { top, bottom } = view.rangeOf(span).getBoundingClientRect()
    if (top >= port.top && bottom <= port.bottom) return
    scroller.scrollBy({ top: (top + bottom) / 2 - (port.top + port.bottom) / 2, behavior: 'instant' })
  }, [view, scroller, span])
  return boxes.map(({ left, top, width, height }) => (
    <div key={`${left} ${top}`} className={styles.box} style={{ left, top, width, height }} aria-hidden="true" />
  ))
}
