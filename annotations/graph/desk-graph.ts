import type { RecordsView } from '../changes/records'
import { compareDates, storiesOf } from '../dossiers/stories'
import type { Article } from '../model/article'
import { compareHighlights, type Highlight, speakerOf, type Tag } from '../model/highlight'
import type { HighlightId, LinkId } from '../model/ids'
import type { Relation } from '../model/relation'
import { speakerDirectory } from '../speakers/directory'

export type GraphArticle = Pick<Article, 'id' | 'title' | 'publisher' | 'published' | 'direction'> & {
  /** How many texts of it the desk has: more than one when the paper changed it. */
  readonly revisions: number
}

/** A highlight without its place in the text. `article` counts in the graph's articles. */
export type GraphHighlight = {
  readonly id: HighlightId
  readonly article: number
  readonly tag: Tag
  readonly exact: string
  /** By the name that was decided on, where one was. */
  readonly speaker: string | null
  /** Of a claim: the claim of its story that was told first. */
  readonly story: HighlightId | null
}

/** A link; its ends count in the graph's highlights. */
export type GraphLink = {
  readonly id: LinkId
  readonly from: number
  readonly to: number
  readonly relation: Relation
  readonly note: string
}

/**
 * Highlights and links of a whole desk as a graph, small enough to be sent at every change. Articles are in the order they were
 * published, the undated last; highlights in that order too, and within an article as they are read.
 */
export type DeskGraph = {
  readonly articles: readonly GraphArticle[]
  readonly highlights: readonly GraphHighlight[]
  readonly links: readonly GraphLink[]
}

export function deskGraph(records: RecordsView): DeskGraph {
  const { nameOf } = speakerDirectory(records.speakers.values())
  const storyOf = new Map<HighlightId, HighlightId>()
  for (const { id, claims } of storiesOf(records)) for (const claim of claims) storyOf.set(claim.id, id)
  const articles = [...records.articles.values()].sort(
    (a, b) => compareDates(a.published, b.published) || (a.id < b.id ? -1 : 1),
  )
  const highlights: GraphHighlight[] = []
  const indexOf = new Map<HighlightId, number>()
  for (const [article, { id: articleId }] of articles.entries()) {
    for (const highlight of inReadingOrder(records, records.highlightsOf(articleId))) {
      const { id, tag, anchor } = highlight
      const speaker = speakerOf(highlight)
      indexOf.set(id, highlights.length)
      highlights.push({
        id,
        article,
        tag,
        exact: anchor.quote.exact,
        speaker: speaker === null ? null : nameOf(speaker),
        story: storyOf.get(id) ?? null,
      })
    }
  }
  const links: GraphLink[] = []
  for (const { id, from: fromId, to: toId, relation, note } of records.links.values()) {
    const [from, to] = [indexOf.get(fromId), indexOf.get(toId)]
    if (from !== undefined && to !== undefined) links.push({ id, from, to, relation, note })
  }
  return {
    articles: articles.map(({ id, title, publisher, published, direction, revisions }) => ({
      id,
      title,
      publisher,
      published,
      direction,
      revisions: revisions.length,
    })),
    highlights,
    links: links.sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

function inReadingOrder(records: RecordsView, ids: ReadonlySet<HighlightId>): Highlight[] {
  return [...ids].flatMap((id) => records.highlights.get(id) ?? []).sort(compareHighlights)
}
