import type { HighlightId } from '#annotations/model/ids'
import type { Pane } from './pane'

/** Half a line, in CSS px: passages are met at the middle of their first line. */
const HALF_LINE = 14

/** Where a passage stands in the window, in CSS px from its top; null while its article is not drawn. */
export function heightOf({ geometry, scroller }: Pane, id: HighlightId): number | null {
  const column = scroller.get()?.querySelector('[data-article-text]')
  const top = geometry.get()?.topOf(id) ?? null
  return column && top !== null ? column.getBoundingClientRect().top + top + HALF_LINE : null
}

/** Scrolls one side so that its active passage stands level with that of the other. */
export function level(from: Pane, to: Pane): void {
  const [start, end] = [from.app.reader.active.get(), to.app.reader.active.get()]
  const scroller = to.scroller.get()
  if (start === null || end === null || !scroller) return
  const [at, wanted] = [heightOf(to, end), heightOf(from, start)]
  if (at === null || wanted === null) return
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollBy({ top: at - wanted, behavior: calm ? 'instant' : 'smooth' })
}
