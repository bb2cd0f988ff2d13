import type { Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { type Link, sameLink } from '#annotations/model/link'
import { isSymmetric, likelyLink, type Relation, relationWords, unusualPair } from '#annotations/model/relation'

/** One of the two highlights that are being linked. */
export type LinkPoint = { readonly id: HighlightId; readonly tag: Tag }

/** What the analyst has said so far: nothing means the likely relation, the likely way round. */
export type LinkWish = { readonly relation: Relation | null; readonly turned: boolean }

/** The link that would be made, and what is to be said about it before. */
export type ProposedLink = {
  readonly from: HighlightId
  readonly to: HighlightId
  readonly relation: Relation
  /** Whether it starts in the highlight that was picked second. */
  readonly swapped: boolean
  /** "This denial denies that claim": `this` is the highlight that was picked first. */
  readonly sentence: { readonly subject: string; readonly verb: string; readonly object: string }
  /** Why it is unusual, or null; it may be made all the same. */
  readonly warning: string | null
  /** Why it cannot be made, or null. */
  readonly refusal: string | null
}

/**
 * Works out the link between two highlights. A relation that was picked goes the way round that suits the two tags; `turned`
 * then turns it. `existing` holds at least the links of the first highlight.
 */
export function proposeLink(
  first: LinkPoint,
  second: LinkPoint,
  wish: LinkWish,
  existing: Iterable<Link>,
): ProposedLink {
  const likely = wish.relation === null ? likelyLink(first.tag, second.tag) : fitting(wish.relation, first, second)
  const { relation } = likely
  const swapped = likely.swap !== (wish.turned && !isSymmetric(relation))
  const [from, to] = swapped ? [second, first] : [first, second]
  const link = { from: from.id, to: to.id, relation }
  return {
    ...link,
    swapped,
    sentence: {
      subject: `${swapped ? 'That' : 'This'} ${from.tag}`,
      verb: relationWords(relation, 'from'),
      object: `${swapped ? 'this' : 'that'} ${to.tag}`,
    },
    warning: unusualPair(relation, from.tag, to.tag),
    refusal: refusal(link, existing),
  }
}

function fitting(relation: Relation, first: LinkPoint, second: LinkPoint) {
  const ahead = unusualPair(relation, first.tag, second.tag) === null
  const back = unusualPair(relation, second.tag, first.tag) === null
  return { relation, swap: !ahead && back && !isSymmetric(relation) }
}

function refusal(link: Pick<Link, 'from' | 'to' | 'relation'>, existing: Iterable<Link>): string | null {
  if (link.from === link.to) return 'A highlight cannot be linked to itself.'
  for (const other of existing) {
    if (sameLink(other, link)) return `These two are linked by “${relationWords(link.relation, 'from')}” already.`
  }
  return null
}
