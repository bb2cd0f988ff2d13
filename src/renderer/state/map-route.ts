import type { Tag } from '#annotations/model/highlight'
import { type ArticleId, articleIdSchema, type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { parseRelations, parseTags } from './timeline-route'

/** What stands together on the map. */
export const GROUPINGS = ['article', 'story'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What stands in the middle of what is seen of the map, in its own px, and how many CSS px one of them takes. */
export type Sight = { readonly x: number; readonly y: number; readonly scale: number }

/** The map as it is looked at. Empty lists stand for everything. */
export type MapPlace = {
  readonly view: 'map'
  readonly group: Grouping
  readonly tags: readonly Tag[]
  readonly relations: readonly Relation[]
  /** Its highlights, and what they are linked with. */
  readonly article: ArticleId | null
  /** What is attributed to them, and what that is linked with. */
  readonly speaker: string | null
  /** Shows highlights without a link too. */
  readonly unlinked: boolean
  /** The highlight that is read beside it. */
  readonly at: HighlightId | null
  /** Null as long as everything is seen. */
  readonly sight: Sight | null
}

export const WHOLE_MAP: MapPlace = {
  view: 'map',
  group: 'article',
  tags: [],
  relations: [],
  article: null,
  speaker: null,
  unlinked: false,
  at: null,
  sight: null,
}

/** Reads `group=story&tag=denial&relation=denies&article=art_…&speaker=…&unlinked=yes&at=hl_…&see=40,-12,1.5`; what it does not know is left out. */
export function parseMap(search: string): MapPlace {
  const query = new URLSearchParams(search)
  const article = articleIdSchema.safeParse(query.get('article'))
  const at = highlightIdSchema.safeParse(query.get('at'))
  return {
    view: 'map',
    group: GROUPINGS.find((group) => group === query.get('group')) ?? WHOLE_MAP.group,
    tags: parseTags(query.get('tag')),
    relations: parseRelations(query.get('relation')),
    article: article.success ? article.data : null,
    speaker: query.get('speaker'),
    unlinked: query.get('unlinked') === 'yes',
    at: at.success ? at.data : null,
    sight: parseSight(query.get('see')),
  }
}

export function formatMap({ group, tags, relations, article, speaker, unlinked, at, sight }: MapPlace): string {
  const parts = [
    group !== WHOLE_MAP.group && `group=${group}`,
    tags.length > 0 && `tag=${tags.join(',')}`,
    relations.length > 0 && `relation=${relations.join(',')}`,
    article !== null && `article=${article}`,
    speaker !== null && `speaker=${encodeURIComponent(speaker)}`,
    unlinked && 'unlinked=yes',
    at !== null && `at=${at}`,
    sight !== null && `see=${formatSight(sight)}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/map' : `#/map?${parts.join('&')}`
}

/** As an address has it: to the px, and to a thousandth of the scale. */
export function formatSight({ x, y, scale }: Sight): string {
  return [Math.round(x), Math.round(y), Math.round(scale * 1_000) / 1_000].join(',')
}

function parseSight(words: string | null): Sight | null {
  const [x, y, scale, ...more] = (words ?? '').split(',').map((word) => (word === '' ? Number.NaN : Number(word)))
  if (x === undefined || y === undefined || scale === undefined || more.length > 0) return null
  return [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale } : null
}
