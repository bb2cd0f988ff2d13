import type { HighlightId } from '#annotations/model/ids'
import type { Pane } from './pane'

/** Half a line, in CSS px: passages are met at the middle of their first line. */
const HALF_LINE = 14

/** Where passages stand in the window at this moment, in CSS px from its top; null for what is not drawn. The column is measured once. */
export function heightsOf({ geometry, scroller }: Pane): (id: HighlightId) => number | null {
  const column = scroller.get()?.querySelector('[data-article-text]')
  const places = geometry.get()
  if (!column || !places) return () => null
  const above = column.getBoundingClientRect().top + HALF_LINE
  return (id) => {
    const top = places.topOf(id)
    return top === null ? null : above + top
  }
}

/** CSS px that two passages may be apart and still stand level. */
const NEAR = 2

/**
 * Scrolls one side so that its active passage stands level with that of the other. Where a passage far away lies is only
 * reckoned until it is drawn, so it is looked at again on arrival.
 */
export function level(from: Pane, to: Pane, tries = 2): void {
  const [start, end] = [from.app.reader.active.get(), to.app.reader.active.get()]
  const scroller = to.scroller.get()
  if (start === null || end === null || !scroller || tries === 0) return
  const [at, wanted] = [heightsOf(to)(end), heightsOf(from)(start)]
  if (at === null || wanted === null || Math.abs(at - wanted) < NEAR) return
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.addEventListener('scrollend', () => level(from, to, tries - 1), { once: true })
  // To a place rather than by a way: another glide may be under way.
  scroller.scrollTo({ top: scroller.scrollTop + at - wanted, behavior: calm ? 'instant' : 'smooth' })
}
