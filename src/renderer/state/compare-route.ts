import {
  type ArticleId,
  articleIdSchema,
  type HighlightId,
  highlightIdSchema,
  type LinkId,
  linkIdSchema,
  type RevisionId,
  revisionIdSchema,
} from '#annotations/model/ids'

/** What one side of a comparison shows; the newest revision when none is named. */
export type SidePlace = {
  readonly id: ArticleId
  readonly highlight: HighlightId | null
  readonly revision?: RevisionId
}

/** Two or three articles side by side, from the left; null where none is chosen yet. */
export type ComparePlace = {
  readonly view: 'compare'
  readonly sides: readonly (SidePlace | null)[]
  /** The list of the links between them is open, at one of them or at the first. */
  readonly listing?: { readonly link: LinkId | null }
}

/** How many articles stand side by side at least and at most: a fourth would leave none of them a line to read. */
export const FEWEST_SIDES = 2
export const MOST_SIDES = 3

export const EMPTY_COMPARISON: ComparePlace = { view: 'compare', sides: [null, null] }

const TWO = ['left', 'right'] as const
const THREE = ['left', 'middle', 'right'] as const
type SideName = (typeof THREE)[number]

/** What the sides are called, from the left. */
export function sideNames(sides: number): readonly SideName[] {
  return sides === MOST_SIDES ? THREE : TWO
}

/**
 * Reads `left=art_…&lh=hl_…&right=art_…`; three sides where `middle` is named; `links` where the list of links is open, `links=lnk_…`
 * at one of them. What it does not know is left out.
 */
export function parseCompare(search: string): ComparePlace {
  const query = new URLSearchParams(search)
  const read = (side: SideName): SidePlace | null => {
    const id = articleIdSchema.safeParse(query.get(side))
    const highlight = highlightIdSchema.safeParse(query.get(`${side.charAt(0)}h`))
    const revision = revisionIdSchema.safeParse(query.get(`${side.charAt(0)}r`))
    if (!id.success) return null
    return {
      id: id.data,
      highlight: highlight.success ? highlight.data : null,
      ...(revision.success ? { revision: revision.data } : {}),
    }
  }
  const link = linkIdSchema.safeParse(query.get('links'))
  return {
    view: 'compare',
    sides: (query.has('middle') ? THREE : TWO).map(read),
    ...(query.has('links') ? { listing: { link: link.success ? link.data : null } } : {}),
  }
}

export function formatCompare({ sides, listing }: ComparePlace): string {
  const parts = sideNames(sides.length).flatMap((name, at) => {
    const shown = sides[at]
    // An empty one in the middle is what says that there are three.
    if (!shown) return name === 'middle' ? ['middle='] : []
    const short = name.charAt(0)
    return [
      `${name}=${shown.id}`,
      ...(shown.highlight ? [`${short}h=${shown.highlight}`] : []),
      ...(shown.revision ? [`${short}r=${shown.revision}`] : []),
    ]
  })
  if (listing) parts.push(listing.link === null ? 'links' : `links=${listing.link}`)
  return parts.length === 0 ? '#/compare' : `#/compare?${parts.join('&')}`
}

/** Two passages beside each other. */
export function besides(left: SidePlace, right: SidePlace): ComparePlace {
  return { view: 'compare', sides: [left, right] }
}

/** The same comparison with its list of links closed. */
export function withoutListing({ view, sides }: ComparePlace): ComparePlace {
  return { view, sides }
}

/** The same comparison with one side showing something else. */
export function withSide(place: ComparePlace, at: number, shown: SidePlace | null): ComparePlace {
  return { ...place, sides: place.sides.with(at, shown) }
}

/** The same comparison with two sides in each other's place. */
export function withSwapped(place: ComparePlace, one: number, other: number): ComparePlace {
  const [a, b] = [place.sides[one] ?? null, place.sides[other] ?? null]
  return { ...place, sides: place.sides.with(one, b).with(other, a) }
}

/**
 * Which of the readers that are there shows each side next, so that an article that only changes its place keeps its reader:
 * an index of `now`, or null for a new one.
 */
export function arrange(
  now: readonly (ArticleId | null)[],
  next: readonly (ArticleId | null)[],
): readonly (number | null)[] {
  const free = new Set(now.keys())
  const found: (number | null)[] = next.map(() => null)
  const take = (side: number, reader: number | undefined) => {
    if (reader === undefined || !free.delete(reader)) return
    found[side] = reader
  }
  for (const [side, id] of next.entries()) if (now[side] === id) take(side, side)
  for (const [side, id] of next.entries()) {
    if (found[side] === null && id !== null)
      take(
        side,
        [...free].find((reader) => now[reader] === id),
      )
  }
  for (const side of next.keys()) if (found[side] === null) take(side, free.has(side) ? side : [...free][0])
  return found
}
