import type { LinkHit, MarkedText, PassageHit, SearchGroup } from '#contract/search-views'
import type { Route } from '../state/route'

/** A line of the list: an article, or one of its hits. The id stays the same when a sentence becomes a highlight. */
export type SearchRow = { readonly id: string; readonly group: SearchGroup } & (
  | { readonly kind: 'article' }
  | { readonly kind: 'passage'; readonly hit: PassageHit }
  | { readonly kind: 'link'; readonly hit: LinkHit }
)

export function rowsOf(groups: readonly SearchGroup[]): SearchRow[] {
  return groups.flatMap((group) => {
    const used = new Set<string>()
    const rows = group.hits.map((hit): SearchRow => {
      if (hit.kind === 'link') return { id: hit.id, kind: 'link', group, hit }
      const place = `${group.articleId}:${hit.start}-${hit.end}`
      const id = used.has(place) ? `${place}:${hit.highlight?.id}` : place
      used.add(id)
      return { id, kind: 'passage', group, hit }
    })
    return [{ id: group.articleId, kind: 'article', group }, ...rows]
  })
}

/** Where a row leads. */
export function placeOf(row: SearchRow): Route {
  const id = row.group.articleId
  switch (row.kind) {
    case 'article':
      return { view: 'article', id, highlight: null }
    case 'link':
      return { view: 'article', id: row.hit.from.articleId, highlight: row.hit.from.id }
    case 'passage': {
      const { highlight, start, end } = row.hit
      return highlight
        ? { view: 'article', id, highlight: highlight.id }
        : { view: 'article', id, highlight: null, span: { start, end } }
    }
  }
}

/** A piece of a text, and whether it matches. `start` tells pieces apart. */
export type Piece = { readonly text: string; readonly isMark: boolean; readonly start: number }

/** UTF-16 units before the first match, where a long passage is cut so that it is seen. */
const LEAD = 60
const DEEP = 160

/** A text in pieces. A long one whose first match lies deep begins shortly before that. */
export function piecesOf({ text, marks }: MarkedText): readonly Piece[] {
  const first = marks[0]
  const from = first && first.start > DEEP ? text.indexOf(' ', first.start - LEAD) + 1 : 0
  const pieces: Piece[] = from > 0 ? [{ text: '…', isMark: false, start: -1 }] : []
  let at = from
  for (const { start, end } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMark: false, start: at })
    pieces.push({ text: text.slice(start, end), isMark: true, start })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMark: false, start: at })
  return pieces
}

/** Whether a passage is shown from its beginning, so that what stands before it belongs there. */
export function isCut({ text, marks }: MarkedText): boolean {
  return piecesOf({ text, marks })[0]?.start === -1
}
