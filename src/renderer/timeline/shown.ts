import type { DeskGraph } from '#annotations/graph/desk-graph'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { fold } from '#annotations/text/fold'
import type { Dated } from './lanes'
import { timeOf } from './range'
import { ROLES, type Role, type StoryEvent } from './story-events'

/** What of a desk is shown. Empty lists stand for everything. */
export type TimelineFilter = {
  readonly tags: readonly Tag[]
  readonly relations: readonly Relation[]
  readonly publisher: string | null
}

/** A story as marks are lit by it; indexes of the graph. */
export type LitStory = {
  /** Its passages, and those of the attributions that name their sources. */
  readonly passages: ReadonlyMap<number, Role>
  /** What each article does in it: the most telling of what its passages do. */
  readonly articles: ReadonlyMap<number, Role>
}

/** The part of a graph that is drawn; indexes of the graph. */
export type Shown = {
  readonly articles: readonly Dated[]
  /** Of each article that is shown, by its index: its highlights in reading order. */
  readonly highlights: ReadonlyMap<number, readonly number[]>
  /** Between shown highlights. Of a story, its own alone; else those from article to article. */
  readonly links: readonly number[]
}

export function litStory(graph: DeskGraph, events: readonly StoryEvent[]): LitStory {
  const indexOf = new Map<HighlightId, number>(graph.highlights.map(({ id }, at) => [id, at]))
  const passages = new Map<number, Role>()
  const articles = new Map<number, Role>()
  // The more telling roles come last, and win.
  for (const event of events.toSorted((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role))) {
    for (const { id } of [...event.sources, event.passage]) {
      const at = indexOf.get(id)
      const article = at === undefined ? undefined : graph.highlights[at]?.article
      if (at === undefined || article === undefined) continue
      passages.set(at, event.role)
      // Who is quoted elsewhere does nothing there.
      if (id === event.passage.id) articles.set(article, event.role)
    }
  }
  return { passages, articles }
}

/** @param only leaves out every article that has no part in the story */
export function shownOf(graph: DeskGraph, filter: TimelineFilter, lit: LitStory | null, only: boolean): Shown {
  const publisher = filter.publisher === null ? null : fold(filter.publisher)
  const articles = graph.articles.flatMap((article, at): Dated[] => {
    if (publisher !== null && fold(article.publisher ?? '') !== publisher) return []
    if (only && lit !== null && !lit.articles.has(at)) return []
    return [{ at, publisher: article.publisher, time: article.published === null ? null : timeOf(article.published) }]
  })
  const highlights = new Map<number, number[]>(articles.map(({ at }) => [at, []]))
  const isShown = new Uint8Array(graph.highlights.length)
  for (const [at, { article, tag }] of graph.highlights.entries()) {
    const own = highlights.get(article)
    if (!own || (filter.tags.length > 0 && !filter.tags.includes(tag))) continue
    own.push(at)
    isShown[at] = 1
  }
  const links = graph.links.flatMap(({ from, to, relation }, at) => {
    if (!isShown[from] || !isShown[to]) return []
    if (filter.relations.length > 0 && !filter.relations.includes(relation)) return []
    if (lit !== null) return lit.passages.has(from) && lit.passages.has(to) ? [at] : []
    return graph.highlights[from]?.article === graph.highlights[to]?.article ? [] : [at]
  })
  return { articles, highlights, links }
}

/** Every publisher of a graph once, in the order of the alphabet; the first spelling stands for the others. */
export function publishersOf(graph: DeskGraph): string[] {
  const names = new Map<string, string>()
  for (const { publisher } of graph.articles) {
    if (publisher !== null && !names.has(fold(publisher))) names.set(fold(publisher), publisher)
  }
  return [...names.values()].sort(new Intl.Collator('en', { numeric: true }).compare)
}

/** The index of an article; null when it is not there. */
export function indexOfArticle(graph: DeskGraph, id: ArticleId | null): number | null {
  const at = id === null ? -1 : graph.articles.findIndex((article) => article.id === id)
  return at === -1 ? null : at
}
