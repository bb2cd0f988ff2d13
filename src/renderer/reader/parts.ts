import type { AppModel } from '../state/app-model'
import type { OpenArticle } from '../state/open-article'
import type { Passages } from './passages'
import type { TextView } from './text-view'

/** What the reader's tools work on: the article, its text on the page, and the elements around it. */
export type Parts = {
  readonly app: AppModel
  readonly article: OpenArticle
  readonly view: TextView
  readonly passages: Passages
  /** The article's column: tools lie in it, so that they scroll with the text. */
  readonly column: HTMLElement
  readonly scroller: HTMLElement
}

/** Whether keys are meant for another reader than this one, which stands beside it. */
export function rests(app: AppModel): boolean {
  const acting = app.acting.get()
  return acting !== null && acting !== app
}

/** CSS px from the column's top left corner. */
export type Place = { readonly left: number; readonly top: number }

/** A point of the window as a place of the column. */
export function placeIn(column: HTMLElement, x: number, y: number): Place {
  const { left, top } = column.getBoundingClientRect()
  return { left: x - left, top: y - top }
}

/** Keeps something of a width within the column. */
export function clampLeft(column: HTMLElement, left: number, width: number): number {
  const edge = 8
  return Math.min(Math.max(edge, left), Math.max(edge, column.clientWidth - width - edge))
}
