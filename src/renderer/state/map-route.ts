import type { Tag } from '#annotations/model/highlight'
import { type ArticleId, articleIdSchema, type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { parseRelations, parseTags } from './timeline-route'

/** What stands together on the map. */
export const GROUPINGS = ['article', 'story'] as const
export type Grouping = (typeof GROUPINGS)[number]

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
}

/** Reads `group=story&tag=denial&relation=denies&article=art_…&speaker=…&unlinked=yes&at=hl_…`; what it does not know is left out. */
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
  }
}

export function formatMap({ group, tags, relations, article, speaker, unlinked, at }: MapPlace): string {
  const parts = [
    group !== WHOLE_MAP.group && `group=${group}`,
    tags.length > 0 && `tag=${tags.join(',')}`,
    relations.length > 0 && `relation=${relations.join(',')}`,
    article !== null && `article=${article}`,
    speaker !== null && `speaker=${encodeURIComponent(speaker)}`,
    unlinked && 'unlinked=yes',
    at !== null && `at=${at}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/map' : `#/map?${parts.join('&')}`
}
