import type { HighlightId } from '#annotations/model/ids'
import type { AppModel } from '../state/app-model'
import { readersInView } from '../state/comparing'
import type { Point } from '../state/linking'
import type { OpenArticle } from '../state/open-article'
import type { Reader } from '../state/reader'

/** CSS px that the pointer travels before a press becomes a drag: less is a click with an unsteady hand. */
const THRESHOLD = 6

/**
 * Starts to draw a link from a highlight: call it when the pointer is pressed on its card or passage. Until the pointer has
 * moved a little it is a click still. Dropped on another highlight's card or passage (any element whose `data-highlight-id`
 * holds its id, several ids separated by spaces) of any article in view it asks for the relation; dropped elsewhere, or on
 * Escape, nothing happens.
 *
 * @param within as long as the pointer stays in this element the press is not ours: it selects text
 */
export function startLinkDrag(
  app: AppModel,
  from: HighlightId,
  press: PointerPress,
  within: HTMLElement | null = null,
): void {
  if (press.button !== 0 || !press.isPrimary) return
  const start = { x: press.clientX, y: press.clientY }
  const { drag } = app.linking
  const stop = new AbortController()
  const listen = { signal: stop.signal, capture: true }

  const end = () => {
    stop.abort()
    if (drag.get() !== null) hover(app, null)
    drag.set(null)
    delete document.documentElement.dataset.linking
  }
  const follow = (at: Point) => {
    const over = highlightAt(app, at, from)
    drag.set({ from, start, at, over: over?.id ?? null })
    hover(app, over)
  }

  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== press.pointerId) return
      if (event.buttons === 0) return end()
      const at = { x: event.clientX, y: event.clientY }
      if (drag.get() === null) {
        if (Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD || (within && isWithin(within, at))) return
        document.documentElement.dataset.linking = ''
      }
      // A selection that had begun would go on growing.
      window.getSelection()?.removeAllRanges()
      event.preventDefault()
      follow(at)
    },
    listen,
  )
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== press.pointerId) return
      const dragged = drag.get()
      if (dragged === null) return end()
      const at = { x: event.clientX, y: event.clientY }
      follow(at)
      const to = drag.get()?.over ?? null
      end()
      swallowClick()
      if (to !== null) app.dialog.set({ kind: 'join', from, to, at })
    },
    listen,
  )
  window.addEventListener('pointercancel', end, listen)
  // Not while it is captured: the window would hear of every element that loses the focus, as it does by the press itself.
  window.addEventListener('blur', end, { signal: stop.signal })
  window.addEventListener('selectstart', (event) => drag.get() !== null && event.preventDefault(), listen)
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || drag.get() === null) return
      event.preventDefault()
      event.stopPropagation()
      end()
    },
    listen,
  )
}

type PointerPress = Pick<PointerEvent, 'button' | 'isPrimary' | 'pointerId' | 'clientX' | 'clientY'>

/** A highlight in the reader that shows it. */
type Over = { readonly reader: Reader; readonly id: HighlightId }

/** The highlight whose card or passage lies at a point of the window; where passages overlap, the shortest. */
export function highlightAt(app: AppModel, at: Point, not: HighlightId): Over | null {
  const ids = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-highlight-id]')?.dataset.highlightId
  if (ids === undefined) return null
  for (const reader of readersInView(app)) {
    const state = reader.store.get()
    const id = state.state === 'open' ? shortest(state.article, ids.split(' '), not) : null
    if (id !== null) return { reader, id }
  }
  return null
}

function hover(app: AppModel, over: Over | null): void {
  for (const reader of readersInView(app)) reader.hovered.set(over?.reader === reader ? over.id : null)
}

function isWithin(element: HTMLElement, { x, y }: Point): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return x >= left && x <= right && y >= top && y <= bottom
}

function shortest(article: OpenArticle, ids: readonly string[], not: HighlightId): HighlightId | null {
  const wanted = new Set<string>(ids)
  let best: { readonly id: HighlightId; readonly length: number } | null = null
  for (const { id, anchor } of article.highlights) {
    if (id === not || !wanted.has(id)) continue
    const length = anchor.end - anchor.start
    if (best === null || length < best.length) best = { id, length }
  }
  return best?.id ?? null
}

/** The release of a drag is also a click on what lies under it: it would activate the target. */
function swallowClick(): void {
  const stop = new AbortController()
  window.addEventListener(
    'click',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
      stop.abort()
    },
    { capture: true, signal: stop.signal },
  )
  setTimeout(() => stop.abort(), 0)
}
