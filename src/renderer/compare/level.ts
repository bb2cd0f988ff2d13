import type { HighlightId } from '#annotations/model/ids'
import { levelled, type Standing } from './curves'
import type { Pane } from './pane'

/** CSS px that two passages may be apart and still stand level. */
const NEAR = 2
/** Screens over which moving smoothly still helps the eye; beyond them it only costs time. */
const SMOOTH_WITHIN = 2
/** Milliseconds within which an article that is being opened is waited for. */
const PATIENCE = 5_000

/** The middle of the first line of a passage, CSS px from the top of what its side scrolls; null for what is not drawn. */
export function heightsOf({ geometry, scroller }: Pane): (id: HighlightId) => number | null {
  const port = scroller.get()
  const column = port?.querySelector('[data-article-text]')
  const places = geometry.get()
  if (!port || !column || !places) return () => null
  const above = column.getBoundingClientRect().top - port.getBoundingClientRect().top + port.scrollTop
  return (id) => {
    const top = places.topOf(id)
    return top === null ? null : above + top + places.lineHeight / 2
  }
}

function standing(pane: Pane): Standing | null {
  const id = pane.app.reader.active.get()
  const port = pane.scroller.get()
  const y = id === null ? null : heightsOf(pane)(id)
  if (!port || y === null) return null
  const { scrollTop, scrollHeight, clientHeight } = port
  return { y, scrolled: scrollTop, most: scrollHeight - clientHeight, height: clientHeight }
}

/**
 * Scrolls two sides so that their active passages stand level, as soon as both are drawn. Where a passage far away lies is
 * only reckoned until it is drawn, so it is looked at again on arrival. Who scrolls by hand meanwhile has the last word.
 */
export function level(near: Pane, far: Pane): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const end = () => stop.abort()
  const timer = setTimeout(end, PATIENCE)
  signal.addEventListener('abort', () => clearTimeout(timer))
  for (const type of ['wheel', 'pointerdown', 'touchmove'] as const)
    window.addEventListener(type, end, { signal, capture: true, passive: true })

  const meet = (tries: number) => {
    const [here, there] = [standing(near), standing(far)]
    if (!here || !there) return false
    const to = levelled(here, there)
    const moves = [
      [near, to.near - here.scrolled],
      [far, to.far - there.scrolled],
    ] as const
    if (tries === 0 || moves.every(([, by]) => Math.abs(by) < NEAR)) end()
    for (const [pane, by] of moves) {
      const port = pane.scroller.get()
      if (!port || Math.abs(by) < NEAR) continue
      port.addEventListener('scrollend', () => !signal.aborted && meet(tries - 1), { once: true, signal })
      // To a place rather than by a way: another glide may be under way.
      port.scrollTo({ top: port.scrollTop + by, behavior: glides(port, by) ? 'smooth' : 'instant' })
    }
    return true
  }
  if (meet(3)) return end
  const begin = () => {
    if (!signal.aborted && meet(3)) for (const forget of forgets) forget()
  }
  const forgets = [near, far].flatMap(({ geometry, app }) => [
    geometry.subscribe(begin),
    app.reader.active.subscribe(begin),
  ])
  signal.addEventListener('abort', () => {
    for (const forget of forgets) forget()
  })
  return end
}

function glides(port: HTMLElement, by: number): boolean {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  return !calm && Math.abs(by) < port.clientHeight * SMOOTH_WITHIN
}
