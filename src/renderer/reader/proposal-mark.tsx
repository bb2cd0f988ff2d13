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
    setBoxes(
      lineRects(view.rangeOf(span)).map(({ left, top, right, bottom }) => ({
        ...placeIn(column, left, top),
        width: right - left,
        height: bottom - top,
      })),
    )
  }, [view, column, layout, span])
  useLayoutEffect(() => {
    const port = scroller.getBoundingClientRect()
    const { top, bottom } = view.rangeOf(span).getBoundingClientRect()
    if (top >= port.top && bottom <= port.bottom) return
    scroller.scrollBy({ top: (top + bottom) / 2 - (port.top + port.bottom) / 2, behavior: 'instant' })
  }, [view, scroller, span])
  return boxes.map(({ left, top, width, height }, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a passage have fixed places
    <div key={line} className={styles.box} style={{ left, top, width, height }} aria-hidden="true" />
  ))
}

type Rect = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** One rectangle a line: words with marks of their own each have one. */
function lineRects(range: Range): Rect[] {
  const lines: Rect[] = []
  for (const { left, top, right, bottom, width } of range.getClientRects()) {
    if (width === 0) continue
    const last = lines.at(-1)
    if (!last || top >= last.bottom - 1) lines.push({ left, top, right, bottom })
    else {
      lines[lines.length - 1] = {
        left: Math.min(last.left, left),
        top: Math.min(last.top, top),
        right: Math.max(last.right, right),
        bottom: Math.max(last.bottom, bottom),
      }
    }
  }
  return lines
}
