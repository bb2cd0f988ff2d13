import { TAGS, type Tag } from '#annotations/model/highlight'
import { type ArticleId, articleIdSchema, type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import { RELATIONS, type Relation } from '#annotations/model/relation'

/** The timeline as it is looked at. Empty lists stand for everything. */
export type TimelinePlace = {
  readonly view: 'timeline'
  /** Any claim of the story that is lit; `all` lights none, null the one that is contested most. */
  readonly story: HighlightId | 'all' | null
  /** Shows the story's articles alone. */
  readonly only: boolean
  readonly tags: readonly Tag[]
  readonly relations: readonly Relation[]
  readonly publisher: string | null
  /** What is in view, ISO 8601; everything when null. */
  readonly range: { readonly from: string; readonly to: string } | null
  /** The article that is read beside it. */
  readonly at: ArticleId | null
}

export const WHOLE_TIMELINE: TimelinePlace = {
  view: 'timeline',
  story: null,
  only: false,
  tags: [],
  relations: [],
  publisher: null,
  range: null,
  at: null,
}

/** Reads `story=hl_…&only=yes&tag=denial&relation=denies,repeats&publisher=…&from=…&to=…&at=art_…`; what it does not know is left out. */
export function parseTimeline(search: string): TimelinePlace {
  const query = new URLSearchParams(search)
  const story = highlightIdSchema.safeParse(query.get('story'))
  const at = articleIdSchema.safeParse(query.get('at'))
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  return {
    view: 'timeline',
    story: query.get('story') === 'all' ? 'all' : story.success ? story.data : null,
    only: query.get('only') === 'yes',
    tags: parseTags(query.get('tag')),
    relations: parseRelations(query.get('relation')),
    publisher: query.get('publisher'),
    range: Date.parse(from) < Date.parse(to) ? { from, to } : null,
    at: at.success ? at.data : null,
  }
}

export function formatTimeline({ story, only, tags, relations, publisher, range, at }: TimelinePlace): string {
  const parts = [
    story !== null && `story=${story}`,
    only && 'only=yes',
    tags.length > 0 && `tag=${tags.join(',')}`,
    relations.length > 0 && `relation=${relations.join(',')}`,
    publisher !== null && `publisher=${encodeURIComponent(publisher)}`,
    range !== null && `from=${range.from}&to=${range.to}`,
    at !== null && `at=${at}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/timeline' : `#/timeline?${parts.join('&')}`
}

/** The tags that a list in an address names, in their own order. */
export function parseTags(list: string | null): Tag[] {
  const named = list?.split(',') ?? []
  return TAGS.filter((tag) => named.includes(tag))
}

export function parseRelations(list: string | null): Relation[] {
  const named = list?.split(',') ?? []
  return RELATIONS.filter((relation) => named.includes(relation))
}
