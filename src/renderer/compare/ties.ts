import type { HighlightId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { OpenArticle } from '../state/open-article'

/** A link from one side to the other. */
export type Tie = { readonly link: Link; readonly left: HighlightId; readonly right: HighlightId }

type Shown = Pick<OpenArticle, 'byId' | 'links'>

/** The links with one end in each article. An article beside itself has those within it, once. */
export function tiesBetween(left: Shown, right: Shown): Tie[] {
  const ties: Tie[] = []
  for (const link of left.links.values()) {
    if (left.byId.has(link.from) && right.byId.has(link.to)) ties.push({ link, left: link.from, right: link.to })
    else if (left.byId.has(link.to) && right.byId.has(link.from)) ties.push({ link, left: link.to, right: link.from })
  }
  return ties
}

/** Where a curve stands, CSS px from the top of the gutter. */
export type Heights = { readonly left: number; readonly right: number }

/**
 * How much of a tie is drawn: `whole` when both ends are in view, `part` when one is and the curve leads out of view towards
 * the other, `none` when neither is.
 */
export function visibility({ left, right }: Heights, height: number): 'whole' | 'part' | 'none' {
  const seen = [left, right].filter((y) => y >= 0 && y <= height).length
  return seen === 2 ? 'whole' : seen === 1 ? 'part' : 'none'
}

/** The curve of a tie across a gutter; an end out of view is drawn at its edge. */
export function curve({ left, right }: Heights, width: number, height: number): string {
  const [a, b] = [clamp(left, height), clamp(right, height)]
  return `M 0 ${a} C ${width / 2} ${a}, ${width / 2} ${b}, ${width} ${b}`
}

function clamp(y: number, height: number): number {
  return Math.round(Math.min(Math.max(y, 0), height) * 10) / 10
}
