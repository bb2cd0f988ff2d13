import type { HighlightId } from '#annotations/model/ids'
import { isSymmetric } from '#annotations/model/relation'
import { type Drawn, drawTie, type Port } from './curves'
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

export type CurvePainter = {
  /** Draws in the next frame, once. */
  readonly ask: () => void
  /** Takes up where passages lie in a side anew. */
  readonly moved: (side: number) => void
  readonly destroy: () => void
}

/**
 * Keeps the curves at their passages, past React. Where passages lie is read when a side is laid out or drawn further, never
 * while it scrolls: a frame reads one number a side, and touches the curves in view alone.
 */
export function createCurvePainter(
  svg: SVGSVGElement,
  panes: readonly Pane[],
  ties: readonly Tie[],
  emphasis: () => Emphasis,
): CurvePainter {
  const left = new Float64Array(ties.length)
  const right = new Float64Array(ties.length)
  const stale = new Set(panes.keys())
  const drawn = new Map<Tie, Curve>()
  const spare: Curve[] = []
  const pending = element('path', 'pending')
  let ports: readonly Port[] | null = null
  let heights: readonly ((id: HighlightId) => number | null)[] = []
  let asked = 0

  const readPorts = () => {
    const layer = svg.getBoundingClientRect()
    ports = panes.map(({ scroller }) => {
      const rect = scroller.get()?.getBoundingClientRect()
      if (!rect) return { left: 0, right: 0, top: 0, bottom: -1 }
      const [x, y] = [rect.left - layer.left, rect.top - layer.top]
      return { left: x, right: x + rect.width, top: y, bottom: y + rect.height }
    })
  }
  const readHeights = () => {
    heights = panes.map((pane, side) => (stale.has(side) ? heightsOf(pane) : (heights[side] ?? heightsOf(pane))))
    for (const [at, tie] of ties.entries()) {
      if (stale.has(tie.left.side)) left[at] = heights[tie.left.side]?.(tie.left.id) ?? Number.NaN
      if (stale.has(tie.right.side)) right[at] = heights[tie.right.side]?.(tie.right.id) ?? Number.NaN
    }
    stale.clear()
  }
  const put = (tie: Tie, form: Drawn, lit: boolean) => {
    let curve = drawn.get(tie)
    if (!curve) {
      curve = spare.pop() ?? createCurve()
      curve.take(tie)
      drawn.set(tie, curve)
      svg.append(curve.group)
    }
    curve.put(form, lit)
  }
  const draw = () => {
    asked = 0
    // All is read before anything is written: the page is laid out once a frame.
    if (!ports) readPorts()
    if (stale.size > 0) readHeights()
    const all = ports
    if (!all) return
    const shift = panes.map(({ scroller }, side) => (all[side]?.top ?? 0) - (scroller.get()?.scrollTop ?? 0))
    const { lit, tie: hovered, dims, pending: ends } = emphasis()
    for (const [at, tie] of ties.entries()) {
      const from = { side: tie.left.side, y: (left[at] ?? Number.NaN) + (shift[tie.left.side] ?? 0) }
      const to = { side: tie.right.side, y: (right[at] ?? Number.NaN) + (shift[tie.right.side] ?? 0) }
      const isLit =
        tie === hovered || lit[tie.left.side]?.has(tie.left.id) || lit[tie.right.side]?.has(tie.right.id) || false
      const form = Number.isNaN(from.y + to.y) ? null : drawTie(all, from, to, isLit)
      if (form) put(tie, form, isLit)
      else release(tie)
    }
    svg.toggleAttribute('data-dims', dims)
    drawPending(ends, shift, all)
  }
  const release = (tie: Tie) => {
    const curve = drawn.get(tie)
    if (!curve) return
    drawn.delete(tie)
    curve.group.remove()
    spare.push(curve)
  }
  const drawPending = (ends: Emphasis['pending'], shift: readonly number[], all: readonly Port[]) => {
    const at = ({ side, id }: Tie['left']) => ({ side, y: (heights[side]?.(id) ?? Number.NaN) + (shift[side] ?? 0) })
    const form = ends && drawTie(all, at(ends.left), at(ends.right), true)
    if (!form) return pending.remove()
    pending.setAttribute('d', `${form.line} ${form.under}`)
    if (!pending.parentNode) svg.append(pending)
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
  observer.observe(svg)
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
      for (const scroller of scrollers) scroller.removeEventListener('scroll', ask)
      cancelAnimationFrame(asked)
      for (const { group } of drawn.values()) group.remove()
      pending.remove()
    },
  }
}

type Curve = {
  readonly group: SVGGElement
  readonly take: (tie: Tie) => void
  readonly put: (form: Drawn, lit: boolean) => void
}

/** The elements of one curve: what is seen, what lies beneath a text, and a broader one for the mouse. */
function createCurve(): Curve {
  const group = element('g', 'tie')
  const under = element('path', 'under')
  const line = element('path', 'line')
  const reach = element('path', 'reach')
  group.append(under, line, reach)
  let tie: Tie | null = null
  let shape = ''
  return {
    group,
    take(next) {
      tie = next
      shape = ''
      group.dataset.tie = next.key
      group.dataset.relation = next.link.relation
    },
    put(form, lit) {
      if (line.getAttribute('d') !== form.line) {
        line.setAttribute('d', form.line)
        reach.setAttribute('d', form.line)
        under.setAttribute('d', form.under)
      }
      group.toggleAttribute('data-lit', lit)
      const now = `${form.shape} ${form.ends}`
      if (!tie || shape === now) return
      shape = now
      group.dataset.shape = form.shape
      line.setAttribute('marker-start', markerOf(tie, form.ends === 'right' ? tie.right : tie.left))
      if (form.ends === 'both') line.setAttribute('marker-end', markerOf(tie, tie.right))
      else line.removeAttribute('marker-end')
    },
  }
}

/** An arrowhead where a directed link ends, a dot elsewhere. */
function markerOf({ link }: Tie, { id }: Tie['left']): string {
  const isTarget = !isSymmetric(link.relation) && link.to === id
  return `url(#tie-${isTarget ? 'arrow' : 'dot'}-${link.relation})`
}

function element<K extends 'g' | 'path'>(name: K, part: string): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  made.dataset.part = part
  return made
}
