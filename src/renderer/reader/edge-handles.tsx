import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { runCommand } from '../commands/run'
import type { Span } from '../state/reader'
import { type Store, useStore } from '../state/store'
import styles from './edge-handles.module.css'
import { type Edge, nearestWordEdge, withEdge } from './edges'
import type { Geometry } from './geometry'
import { type Parts, placeIn } from './parts'
import type { Passage } from './passages'
import { resizeHighlight } from './resize'
import { shorten } from './speech'

type EdgeHandlesProps = { readonly parts: Parts; readonly geometry: Store<Geometry | null> }

/** Two handles on the active passage, to drag its edges: by word, and with Alt by character. */
export function EdgeHandles({ parts, geometry }: EdgeHandlesProps) {
  const active = useStore(parts.app.reader.active, (id) => id)
  const selecting = useStore(parts.app.reader.selection, (span) => span !== null)
  const layout = useStore(geometry, (value) => value)
  const passage = active === null ? undefined : parts.passages.byId.get(active)
  if (!passage || !layout || selecting) return null
  return (
    <>
      <Handle edge="start" parts={parts} passage={passage} layout={layout} />
      <Handle edge="end" parts={parts} passage={passage} layout={layout} />
    </>
  )
}

type HandleProps = {
  readonly edge: Edge
  readonly parts: Parts
  readonly passage: Passage
  readonly layout: Geometry
}

type Grip = { readonly pointer: number; readonly dx: number; readonly dy: number; readonly from: Span }

const NAMES: { readonly [E in Edge]: string } = { start: 'Start of highlight', end: 'End of highlight' }

function Handle({ edge, parts, passage, layout }: HandleProps) {
  const { app, view, column, article } = parts
  const grip = useRef<Grip | null>(null)
  const [box, setBox] = useState<{ left: number; top: number; height: number } | null>(null)
  const offset = passage[edge]
  const language = article.article.language ?? undefined

  useLayoutEffect(() => {
    if (!layout) return
    const rect = view.rectAt(offset, edge === 'start' ? 1 : -1)
    setBox({ ...placeIn(column, rect.left, rect.top), height: rect.bottom - rect.top })
  }, [view, column, layout, offset, edge])

  const take = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const rect = view.rectAt(offset, edge === 'start' ? 1 : -1)
    const middle = (rect.top + rect.bottom) / 2
    grip.current = {
      pointer: event.pointerId,
      dx: rect.left - event.clientX,
      dy: middle - event.clientY,
      from: { start: passage.start, end: passage.end },
    }
    event.currentTarget.dataset.held = ''
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current
    if (held?.pointer !== event.pointerId) return
    const at = view.offsetAt(event.clientX + held.dx, event.clientY + held.dy)
    if (at === null) return
    const place = event.altKey ? at : nearestWordEdge(article.text, at, language)
    const span = withEdge(article.text, held.from, edge, place)
    if (span) app.reader.resizing.set({ id: passage.highlight.id, ...span })
  }
  const letGo = (event: PointerEvent<HTMLElement>) => {
    if (grip.current?.pointer !== event.pointerId) return
    const { from } = grip.current
    grip.current = null
    delete event.currentTarget.dataset.held
    const wanted = app.reader.resizing.get()
    if (!wanted) return
    if (event.type === 'pointercancel' || (wanted.start === from.start && wanted.end === from.end)) {
      app.reader.resizing.set(null)
    } else void resizeHighlight(app, wanted)
  }
  const [forward, back] =
    edge === 'end'
      ? (['highlight.growEnd', 'highlight.shrinkEnd'] as const)
      : (['highlight.shrinkStart', 'highlight.growStart'] as const)
  const [forwardCharacter, backCharacter] = [`${forward}ByCharacter`, `${back}ByCharacter`] as const

  if (!box) return null
  return (
    <div
      role="slider"
      tabIndex={0}
      lang="en"
      aria-label={NAMES[edge]}
      aria-valuemin={0}
      aria-valuemax={article.text.length}
      aria-valuenow={offset}
      aria-valuetext={shorten(article.text.slice(passage.start, passage.end))}
      className={styles.handle}
      data-edge={edge}
      data-tag={passage.highlight.tag}
      style={{ left: box.left, top: box.top, blockSize: box.height }}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={(event) => {
        const onward = article.article.direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
        event.preventDefault()
        if (event.key === onward) runCommand(app, event.altKey ? forwardCharacter : forward)
        else runCommand(app, event.altKey ? backCharacter : back)
      }}
    />
  )
}
