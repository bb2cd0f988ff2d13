import { expandSpan, moveOffset } from '#annotations/anchoring/caret'
import type { Caret } from '../state/reader'
import type { CaretAct } from './caret-keys'
import { lineAt, moveByLine, type Page } from './lines'

/** The caret, and the `x` that up and down aim for, in CSS px: kept over lines that are too short. */
export type CaretStep = { readonly caret: Caret; readonly aim: number | null }

/**
 * Where a key takes the caret. Without `extend`, a step by character from a selection only lets go of it, as everywhere.
 *
 * @param locale BCP 47, for words and sentences
 */
export function stepCaret(page: Page, from: CaretStep, act: CaretAct, locale?: string): CaretStep {
  const { text } = page
  const { anchor, head } = from.caret
  const [start, end] = [Math.min(anchor, head), Math.max(anchor, head)]
  const to = (offset: number, extend: boolean, aim: number | null = null): CaretStep => ({
    caret: { anchor: extend ? anchor : offset, head: offset },
    aim,
  })
  switch (act.do) {
    case 'move': {
      const { unit, direction, extend } = act
      if (unit === 'line') {
        const aim = from.aim ?? page.rectAt(head).left
        return to(moveByLine(page, head, direction, aim), extend, aim)
      }
      if (unit === 'character' && !extend && start < end) return to(direction === 1 ? end : start, false)
      return to(moveOffset(text, head, unit, direction, locale), extend)
    }
    case 'edge': {
      if (act.of === 'text') return to(act.direction === 1 ? text.length : 0, act.extend)
      const line = lineAt(page, head)
      return to(act.direction === 1 ? line.end : line.start, act.extend)
    }
    case 'expand': {
      const wider = expandSpan(text, { start, end }, locale)
      return { caret: { anchor: wider.start, head: wider.end }, aim: null }
    }
    case 'pick':
    case 'leave':
      return from
  }
}
