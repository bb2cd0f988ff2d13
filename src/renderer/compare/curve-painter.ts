import type { HighlightId } from '#annotations/model/ids'
import { watchPalette } from '../figures/palette'
import { createCurveCanvas, type Stroke } from './curve-canvas'
import { drawTie, type Port } from './curves'
import { heightsOf } from './level'
import type { Pane } from './pane'
import type { Tie } from './ties'

/** What is drawn stronger than the rest, and a link that is being made. */
export type Emphasis = {
  /** By side: the highlights whose ties are lit. */
  readonly lit: readonly ReadonlySet<HighlightId>[]
  readonly tie: Tie | null
  /** Whether the others step back. */
  readonly dims: boolean
  readonly pending: Pick<Tie, 'left' | 'right'> | null
}

/** Where the curves are drawn, and where the mouse meets them. */
export type Layer = { readonly frame: HTMLElement; readonly canvas: HTMLCanvasElement; readonly svg: SVGSVGElement }

export type CurvePainter = {
  /** Draws in the next frame, once. */
  readonly ask: () => void
  /** Takes up where passages lie in a side anew. */
  readonly moved: (side: number) => void
  readonly destroy: () => void
}

/** Milliseconds without a change after which curves can be pointed at: while they move, nobody does. */
const REST = 60

/**
 * Keeps the curves at their passages, past React. Where passages lie is read when a side is laid out or drawn further, never
 * while it scrolls: a frame reads one number a side, and draws the curves in view alone.
 */
export function createCurvePainter(
  { frame, canvas, svg }: Layer,
  panes: readonly Pane[],
  ties: readonly Tie[],
  emphasis: () => Emphasis,
): CurvePainter {
  const left = new Float64Array(ties.length)
  const right = new Float64Array(ties.length)
  const stale = new Set(panes.keys())
  const page = createCurveCanvas(canvas)
  let strokes: readonly Stroke[] = []
  let ports: readonly Port[] | null = null
  let heights: readonly ((id: HighlightId) => number | null)[] = []
  let asked = 0
  let resting: ReturnType<typeof setTimeout> | undefined

  const readPorts = () => {
    const layer = frame.getBoundingClientRect()
    const read = panes.map(({ scroller }) => {
      const rect = scroller.get()?.getBoundingClientRect()
      return rect && { x: rect.left - layer.left, y: rect.top - layer.top, width: rect.width, height: rect.height }
    })
    const top = Math.min(...read.flatMap((rect) => rect?.y ?? []), layer.height)
    // A side without a text has its place all the same: curves between its neighbours pass it.
    const sides = panes.map((_, side) => read[side] ?? missing(frame, layer, side, top))
    ports = sides.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height }))
    page.fit(ports, layer.height)
  }
  const readHeights = () => {
    heights = panes.map((pane, side) => (stale.has(side) ? heightsOf(pane) : (heights[side] ?? heightsOf(pane))))
    for (const [at, tie] of ties.entries()) {
      if (stale.has(tie.left.side)) left[at] = heights[tie.left.side]?.(tie.left.id) ?? Number.NaN
      if (stale.has(tie.right.side)) right[at] = heights[tie.right.side]?.(tie.right.id) ?? Number.NaN
    }
    stale.clear()
  }
  const draw = () => {
    asked = 0
    if (!ports) readPorts()
    if (stale.size > 0) readHeights()
    const all = ports ?? []
    const shift = panes.map(({ scroller }, side) => (all[side]?.top ?? 0) - (scroller.get()?.scrollTop ?? 0))
    const { lit, tie: hovered, dims, pending } = emphasis()
    const next: Stroke[] = []
    for (const [at, tie] of ties.entries()) {
      const from = { side: tie.left.side, y: (left[at] ?? Number.NaN) + (shift[tie.left.side] ?? 0) }
      const to = { side: tie.right.side, y: (right[at] ?? Number.NaN) + (shift[tie.right.side] ?? 0) }
      if (Number.isNaN(from.y + to.y)) continue
      const isLit =
        tie === hovered || lit[tie.left.side]?.has(tie.left.id) || lit[tie.right.side]?.has(tie.right.id) || false
      const form = drawTie(all, from, to, isLit)
      if (form) next.push({ tie, form, lit: isLit })
    }
    const place = ({ side, id }: Tie['left']) => ({
      side,
      y: (heights[side]?.(id) ?? Number.NaN) + (shift[side] ?? 0),
    })
    strokes = next
    page.draw(next, dims, pending && drawTie(all, place(pending.left), place(pending.right), true))
    clearTimeout(resting)
    resting = setTimeout(() => layHits(svg, strokes), REST)
  }
  const ask = () => {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }
  const resized = () => {
    ports = null
    for (const side of panes.keys()) stale.add(side)
    ask()
  }

  const observer = new ResizeObserver(resized)
  const stopWatching = watchPalette(ask)
  observer.observe(frame)
  const scrollers = panes.flatMap(({ scroller }) => scroller.get() ?? [])
  for (const scroller of scrollers) {
    observer.observe(scroller)
    scroller.addEventListener('scroll', ask, { passive: true })
  }
  ask()
  return {
    ask,
    moved(side) {
      stale.add(side)
      ask()
    },
    destroy() {
      observer.disconnect()
      stopWatching()
      page.destroy()
      for (const scroller of scrollers) scroller.removeEventListener('scroll', ask)
      cancelAnimationFrame(asked)
      clearTimeout(resting)
    },
  }
}

/** Where a side stands that shows no text. */
function missing(frame: HTMLElement, layer: DOMRect, side: number, top: number) {
  const rect = frame.parentElement?.querySelector(`[data-side="${side}"]`)?.getBoundingClientRect()
  return { x: (rect?.left ?? layer.left) - layer.left, y: top, width: rect?.width ?? 0, height: -1 }
}

/** Lays an element beneath the mouse for each curve that is drawn: broader than it, and not to be seen. */
function layHits(svg: SVGSVGElement, strokes: readonly Stroke[]): void {
  const old = new Map([...svg.querySelectorAll('path')].map((path) => [path.dataset.tie, path]))
  for (const { tie, form, lit } of strokes) {
    const path = old.get(tie.key) ?? document.createElementNS('http://www.w3.org/2000/svg', 'path')
    old.delete(tie.key)
    path.dataset.tie = tie.key
    path.dataset.relation = tie.link.relation
    path.dataset.shape = form.shape
    path.toggleAttribute('data-lit', lit)
    path.setAttribute('d', form.line)
    if (!path.parentNode) svg.append(path)
  }
  for (const path of old.values()) path.remove()
}
