import type { HighlightId } from '#annotations/model/ids'

/** Where passages lie in the article's column, in CSS px from its top. A new object whenever the layout changed. */
export type Geometry = {
  /** Top of the first line of a highlight's passage; null when it is not in the text. */
  readonly topOf: (id: HighlightId) => number | null
  /** Height of the whole column. */
  readonly height: number
}
