import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { HighlightId } from '#annotations/model/ids'
import { useApp } from '../state/app-context'
import type { OpenArticle } from '../state/open-article'
import type { Comparison } from './comparison'
import styles from './curve-layer.module.css'
import { createCurvePainter, type Emphasis, type Layer } from './curve-painter'
import type { Pane } from './pane'
import { type Tie, wordsOf } from './ties'
import { useScrollers } from './use-sides'

type CurveLayerProps = {
  readonly comparison: Comparison
  readonly panes: readonly Pane[]
  readonly articles: readonly (OpenArticle | null)[]
  readonly ties: readonly Tie[]
}

/** The links between the articles as curves that keep to their passages. */
export function CurveLayer({ comparison, panes, articles, ties }: CurveLayerProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  useCurves({ frame, canvas, svg }, comparison, panes, ties)
  useLitEnds(comparison, panes, ties)

  const tieOf = (event: MouseEvent) => {
    const curve = event.target instanceof Element ? event.target.closest<SVGPathElement>('[data-tie]') : null
    return { curve, tie: ties.find((tie) => tie.key === curve?.dataset.tie) ?? null }
  }
  const over = (event: MouseEvent) => {
    const { curve, tie } = tieOf(event)
    comparison.hovered.set(tie)
    if (tie && curve) sayOn(curve, tie, articles)
  }
  const follow = (event: MouseEvent) => {
    const { tie, curve } = tieOf(event)
    if (!tie) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const [from, to] = [portOf(panes[tie.left.side]), portOf(panes[tie.right.side])]
    const middle = from && to ? (from.right + to.left) / 2 : left + width / 2
    // A stub is at the end that is in view: that one stays, and the other comes.
    const isStub = curve?.dataset.shape === 'part'
    comparison.follow(tie, isStub && event.clientX > middle ? 'right' : 'left')
  }
  return (
    <div ref={frame} className={styles.layer} aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents lint/a11y/useKeyWithClickEvents: by keyboard, the list of links does all of this */}
      <svg
        ref={svg}
        className={styles.hits}
        onMouseOver={over}
        onMouseOut={() => comparison.hovered.set(null)}
        onClick={follow}
      />
    </div>
  )
}

function portOf(pane: Pane | undefined): DOMRect | undefined {
  return pane?.scroller.get()?.getBoundingClientRect()
}

function sayOn(curve: SVGPathElement, tie: Tie, articles: readonly (OpenArticle | null)[]): void {
  const title = curve.querySelector('title') ?? document.createElementNS('http://www.w3.org/2000/svg', 'title')
  const { subject, verb, object } = wordsOf(tie, articles)
  title.textContent = `${subject}\n${verb}\n${object}`
  if (!title.parentNode) curve.prepend(title)
}

type LayerRefs = { readonly [K in keyof Layer]: RefObject<Layer[K] | null> }

function useCurves(
  { frame, canvas, svg }: LayerRefs,
  comparison: Comparison,
  panes: readonly Pane[],
  ties: readonly Tie[],
): void {
  const app = useApp()
  const scrollers = useScrollers(panes)
  useEffect(() => {
    if (!frame.current || !canvas.current || !svg.current || scrollers.length !== panes.length) return
    const layer = { frame: frame.current, canvas: canvas.current, svg: svg.current }
    const painter = createCurvePainter(layer, panes, ties, () =>
      emphasisOf(comparison, panes, app.linking.pairing.get(), app.acting.get()),
    )
    const stops = panes.flatMap(({ app: { reader }, geometry }, side) => [
      geometry.subscribe(() => painter.moved(side)),
      reader.hovered.subscribe(painter.ask),
      reader.active.subscribe(painter.ask),
    ])
    for (const store of [comparison.hovered, app.linking.pairing, app.acting]) stops.push(store.subscribe(painter.ask))
    return () => {
      for (const stop of stops) stop()
      painter.destroy()
    }
  }, [frame, canvas, svg, app, comparison, panes, ties, scrollers])
}

function emphasisOf(
  comparison: Comparison,
  panes: readonly Pane[],
  pairing: HighlightId | null,
  acting: Pane['app'] | null,
): Emphasis {
  const lit = panes.map(({ app: { reader } }) => {
    const both = [reader.hovered.get(), reader.active.get()]
    return new Set(both.filter((id) => id !== null))
  })
  const tie = comparison.hovered.get()
  const dims = tie !== null || panes.some(({ app: { reader } }) => reader.hovered.get() !== null)
  return { lit, tie, dims, pending: pendingOf(panes, pairing, acting) }
}

/** From the highlight that is being linked to the one that is active on the side that keys walk now. */
function pendingOf(panes: readonly Pane[], from: HighlightId | null, acting: Pane['app'] | null): Emphasis['pending'] {
  if (from === null) return null
  const to = panes.findIndex(({ app }) => app === acting)
  const start = panes.findIndex(({ app }, side) => side !== to && app.reader.active.get() === from)
  const id = panes[to]?.app.reader.active.get()
  if (!id || start === -1) return null
  const ends = [
    { side: start, id: from },
    { side: to, id },
  ] as const
  return start < to ? { left: ends[0], right: ends[1] } : { left: ends[1], right: ends[0] }
}

/** Lights the passages at the other ends of what is under the mouse, and both ends of a curve. */
function useLitEnds(comparison: Comparison, panes: readonly Pane[], ties: readonly Tie[]): void {
  useEffect(() => {
    const light = () => {
      const tie = comparison.hovered.get()
      const lit = panes.map(() => new Set<HighlightId>())
      const hovered = panes.map(({ app }) => app.reader.hovered.get())
      for (const each of ties) {
        const { left, right } = each
        if (each === tie || hovered[left.side] === left.id) lit[right.side]?.add(right.id)
        if (each === tie || hovered[right.side] === right.id) lit[left.side]?.add(left.id)
      }
      for (const [side, { app }] of panes.entries()) {
        const next = [...(lit[side] ?? [])]
        app.reader.lit.set((old) => (next.length === old.length && next.every((id, at) => id === old[at]) ? old : next))
      }
    }
    const stops = [comparison.hovered.subscribe(light), ...panes.map(({ app }) => app.reader.hovered.subscribe(light))]
    light()
    return () => {
      for (const stop of stops) stop()
    }
  }, [comparison, panes, ties])
}
