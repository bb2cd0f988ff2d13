import type { HighlightId } from '#annotations/model/ids'
import type { Placed } from './painter'
import type { Passages } from './passages'
import type { TextView } from './text-view'
import { estimateTop, type Layout } from './text-window'

/** Where passages lie in the article's column, in CSS px from its top. A new object whenever the layout changed. */
export type Geometry = {
  /** Top of the first line of a highlight's passage; null when it is not in the text. */
  readonly topOf: (id: HighlightId) => number | null
  /** Height of the whole column. */
  readonly height: number
  /** Height of a line of its text. */
  readonly lineHeight: number
}

/**
 * Passages within the drawn window are measured when first asked for, the others reckoned from their block: measuring a line
 * costs some 20 µs, and an article may have thousands. What was measured holds as long as the layout does.
 *
 * @param column the element whose top counts as zero
 * @param passages those of now: a new highlight changes no layout, so it gets no new geometry
 */
export function createGeometry(
  view: TextView,
  column: HTMLElement,
  { layout, window: { start, end } }: Placed,
  passages: () => Passages,
): Geometry {
  const measured = measuredIn.get(layout) ?? new Map<number, number>()
  measuredIn.set(layout, measured)
  const reckoned = new Map<number, number>()
  const textTop = view.dom.getBoundingClientRect().top - column.getBoundingClientRect().top
  const lineHeight = Number.parseFloat(getComputedStyle(view.dom).lineHeight)
  const measure = (offset: number) => {
    const { top, bottom } = view.rectAt(offset)
    return (top + bottom - lineHeight) / 2 - column.getBoundingClientRect().top
  }
  return {
    topOf(id) {
      const passage = passages().find(id)
      if (!passage) return null
      const offset = passage.start
      const inWindow = offset >= start && offset <= end
      const known = measured.get(offset) ?? (inWindow ? undefined : reckoned.get(offset))
      if (known !== undefined) return known
      const top = inWindow ? measure(offset) : textTop + estimateTop(layout, view.positions, offset, lineHeight)
      if (inWindow) measured.set(offset, top)
      else reckoned.set(offset, top)
      return top
    },
    height: textTop + (layout.tops.at(-1) ?? 0),
    lineHeight,
  }
}

/** CSS px from the column's top, by offset. A layout is of one text: whatever is laid out anew has another. */
const measuredIn = new WeakMap<Layout, Map<number, number>>()
