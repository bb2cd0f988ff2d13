import type { Span } from '#annotations/anchoring/segments'
import type { HighlightId } from '#annotations/model/ids'
import type { Passages } from './passages'
import { lastIndexWhere } from './positions'
import type { TextView } from './text-view'
import { type Layout, textBetween } from './text-window'

/** Screens drawn above and below the view, and how near the view may come to their edge before more is drawn. */
const MARGIN = 0.75
const NEAR = 0.25

/** How a passage is marked besides its tag. `lit`: what is under the mouse elsewhere is linked with it. */
export type MarkState = 'active' | 'hovered' | 'lit'
const STATES: readonly MarkState[] = ['active', 'hovered', 'lit']

/** Where the text lies now: its layout, its distance from the scroller's content top, and what of it is drawn. */
export type Placed = { readonly layout: Layout; readonly top: number; readonly window: Span }

/**
 * Draws the passages that are in view, and a screen more on each side: what a passage costs then depends on the view and
 * never on the article. The active and the hovered passage are attributes on elements that are there already; ProseMirror
 * does not watch a read-only text, so that costs no redrawing.
 */
export type Painter = {
  readonly show: (passages: Passages) => void
  readonly mark: (state: MarkState, ids: readonly HighlightId[]) => void
  readonly destroy: () => void
}

/**
 * @param placed told after the layout or the drawn window changed
 * @param scrolled told the offset at which the view begins, at every scroll
 */
export function createPainter(
  view: TextView,
  scroller: HTMLElement,
  placed: (now: Placed) => void,
  scrolled: (offset: number) => void,
): Painter {
  const { positions } = view
  const marks = new Map<MarkState, readonly string[]>()
  let passages: Passages | null = null
  let layout: Layout = { tops: [0] }
  let top = 0
  let size = ''
  let drawn = { from: 0, to: 0 }
  let window_: Span = { start: 0, end: 0 }
  let printing = false
  let idle = 0

  const measure = () => {
    layout = view.readLayout()
    top = view.dom.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
    size = sizeOf(view.dom)
  }
  const inView = () => {
    const from = scroller.scrollTop - top
    return { from, to: from + scroller.clientHeight }
  }
  const chooseWindow = (screens = MARGIN) => {
    const { from, to } = inView()
    const margin = (to - from) * screens
    drawn = { from: from - margin, to: to + margin }
    window_ = printing
      ? { start: 0, end: Number.MAX_SAFE_INTEGER }
      : textBetween(layout, positions, Math.max(0, drawn.from), Math.max(0, drawn.to))
  }
  const mark = (state: MarkState) => {
    const name = `data-${state}`
    const ids = marks.get(state) ?? []
    for (const old of view.dom.querySelectorAll<HTMLElement>(`[${name}]`)) {
      if (!ids.includes(old.dataset.highlightId ?? '')) old.removeAttribute(name)
    }
    for (const id of ids)
      for (const each of view.dom.querySelectorAll(`[data-highlight-id="${id}"]`)) each.setAttribute(name, '')
  }
  const draw = () => {
    if (!passages) return
    view.draw(passages, window_)
    for (const state of STATES) mark(state)
  }
  const follow = () => {
    const { from, to } = inView()
    scrolled(positions.startOf(firstBlockFrom(layout, from)))
    const slack = (to - from) * NEAR
    const height = layout.tops.at(-1) ?? 0
    if (drawn.from <= Math.max(0, from - slack) && drawn.to >= Math.min(height, to + slack)) return
    chooseWindow()
    draw()
    placed({ layout, top, window: window_ })
  }
  const remeasure = () => {
    if (size === sizeOf(view.dom)) return
    measure()
    chooseWindow()
    draw()
    placed({ layout, top, window: window_ })
  }
  const print = (now: boolean) => () => {
    printing = now
    chooseWindow()
    draw()
  }
  const beforePrint = print(true)
  const afterPrint = print(false)

  measure()
  // More of the text comes into view when the window grows, or what stands below it goes, without a scroll.
  const observer = new ResizeObserver(() => {
    remeasure()
    follow()
  })
  observer.observe(view.dom)
  observer.observe(scroller)
  scroller.addEventListener('scroll', follow, { passive: true })
  window.addEventListener('beforeprint', beforePrint)
  window.addEventListener('afterprint', afterPrint)

  return {
    show(next) {
      const first = passages === null
      passages = next
      // The first frame needs no more than what is in view; the margin follows when there is time.
      if (first) chooseWindow(0)
      draw()
      if (!first) return
      scrolled(positions.startOf(firstBlockFrom(layout, inView().from)))
      placed({ layout, top, window: window_ })
      idle = requestIdleCallback(follow, { timeout: 500 })
    },
    mark(state, ids) {
      marks.set(state, ids)
      mark(state)
    },
    destroy() {
      cancelIdleCallback(idle)
      observer.disconnect()
      scroller.removeEventListener('scroll', follow)
      window.removeEventListener('beforeprint', beforePrint)
      window.removeEventListener('afterprint', afterPrint)
    },
  }
}

function sizeOf(dom: HTMLElement): string {
  return `${dom.offsetWidth}×${dom.offsetHeight}`
}

/** The first block that begins at or below a height; the last one when none does. */
function firstBlockFrom(layout: Layout, y: number): number {
  const count = layout.tops.length - 1
  const above = lastIndexWhere(count, (block) => (layout.tops[block] ?? 0) < y)
  return (layout.tops[above] ?? 0) >= y ? above : Math.min(above + 1, Math.max(0, count - 1))
}
