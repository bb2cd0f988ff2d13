import type { HighlightId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import { relationWords } from '#annotations/model/relation'
import { shortWords } from '../linking/words'
import type { OpenArticle } from '../state/open-article'
import { TAG_NAMES } from '../ui/tag-mark'

/** One end of a tie: on which side, from 0 at the left, and which highlight there. */
export type End = { readonly side: number; readonly id: HighlightId }

/** A link from one side to another; `left` is the end that stands further to the left. */
export type Tie = { readonly key: string; readonly link: Link; readonly left: End; readonly right: End }

type Shown = Pick<OpenArticle, 'byId' | 'links'>

/**
 * The links with their ends on two sides. An article beside itself has those within it, once; an article that is shown twice
 * has its links to a third on either side.
 */
export function tiesAmong(sides: readonly (Shown | null)[]): Tie[] {
  return sides.flatMap((left, i) =>
    sides.flatMap((right, j) => (left && right && i < j ? tiesBetween(left, i, right, j) : [])),
  )
}

function tiesBetween(left: Shown, i: number, right: Shown, j: number): Tie[] {
  const ties: Tie[] = []
  const add = (link: Link, from: HighlightId, to: HighlightId) => {
    if (!left.byId.has(from) || !right.byId.has(to)) return false
    ties.push({ key: `${link.id} ${i} ${j}`, link, left: { side: i, id: from }, right: { side: j, id: to } })
    return true
  }
  for (const link of left.links.values()) add(link, link.from, link.to) || add(link, link.to, link.from)
  return ties
}

/** The ties in reading order of their left ends, then of their right ends. */
export function inReadingOrder(ties: readonly Tie[], sides: readonly (Shown | null)[]): Tie[] {
  const at = ({ side, id }: End) => sides[side]?.byId.get(id)?.anchor.start ?? 0
  return ties.toSorted(
    (a, b) =>
      a.left.side - b.left.side ||
      at(a.left) - at(b.left) ||
      a.right.side - b.right.side ||
      at(a.right) - at(b.right) ||
      (a.key < b.key ? -1 : 1),
  )
}

/** A tie in words, from where its link starts: `subject` does to `object` what `verb` says. */
export type TieWords = { readonly subject: string; readonly verb: string; readonly object: string }

export function wordsOf(tie: Tie, sides: readonly (Shown | null)[], most = 90): TieWords {
  const words = (id: HighlightId) => {
    const { side } = tie.left.id === id ? tie.left : tie.right
    const highlight = sides[side]?.byId.get(id)
    return highlight ? `${TAG_NAMES[highlight.tag]} “${shortWords(highlight.anchor.quote.exact, most)}”` : ''
  }
  return { subject: words(tie.link.from), verb: relationWords(tie.link.relation, 'from'), object: words(tie.link.to) }
}
