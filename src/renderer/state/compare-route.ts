import { type ArticleId, articleIdSchema, type HighlightId, highlightIdSchema } from '#annotations/model/ids'

export const SIDES = ['left', 'right'] as const
export type Side = (typeof SIDES)[number]

/** What one side of a comparison shows. */
export type SidePlace = { readonly id: ArticleId; readonly highlight: HighlightId | null }

/** Two articles side by side; null where none is chosen yet. */
export type ComparePlace = { readonly view: 'compare' } & { readonly [S in Side]: SidePlace | null }

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

/** Reads `left=art_…&lh=hl_…&right=art_…&rh=hl_…`; what it does not know is left out. */
export function parseCompare(search: string): ComparePlace {
  const query = new URLSearchParams(search)
  const read = (side: Side): SidePlace | null => {
    const id = articleIdSchema.safeParse(query.get(side))
    const highlight = highlightIdSchema.safeParse(query.get(`${side.charAt(0)}h`))
    return id.success ? { id: id.data, highlight: highlight.success ? highlight.data : null } : null
  }
  return { view: 'compare', left: read('left'), right: read('right') }
}

export function formatCompare(place: ComparePlace): string {
  const parts = SIDES.flatMap((side) => {
    const shown = place[side]
    if (!shown) return []
    return [`${side}=${shown.id}`, ...(shown.highlight ? [`${side.charAt(0)}h=${shown.highlight}`] : [])]
  })
  return parts.length === 0 ? '#/compare' : `#/compare?${parts.join('&')}`
}
