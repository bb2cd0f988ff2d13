import type { DeskGraph } from '#annotations/graph/desk-graph'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { fold } from '#annotations/text/fold'
import type { Grouping, MapPlace } from '../state/map-route'
import { count, formatPublished } from '../ui/format'

/** What is on the map; `highlights` and `links` are indexes of the desk's graph, all else counts in these lists. */
export type MapNodes = {
  readonly highlights: readonly number[]
  readonly tags: readonly Tag[]
  /** The cluster of each node. */
  readonly clusters: readonly number[]
  readonly clusterNames: readonly ClusterName[]
  readonly links: readonly MapLink[]
  /** The links of each node, in their order. */
  readonly linksOf: readonly (readonly number[])[]
}

export type MapLink = { readonly at: number; readonly from: number; readonly to: number; readonly relation: Relation }

/** What a cluster is called: by its title, paper and date, or by the claim that it is about. */
export type ClusterName = { readonly title: string; readonly paper: string; readonly date: string }

type Filter = Pick<MapPlace, 'tags' | 'relations' | 'article' | 'speaker' | 'unlinked' | 'group'>

/** How far from what somebody said one sees what it is linked with: their words, what those deny or repeat. */
const SPEAKER_STEPS = 2

export function mapNodes(graph: DeskGraph, filter: Filter): MapNodes {
  const relationFits = ({ relation }: { readonly relation: Relation }) =>
    filter.relations.length === 0 || filter.relations.includes(relation)
  const links = graph.links.flatMap((link, at) => (relationFits(link) ? [{ ...link, at }] : []))
  const focus = focusOf(graph, filter, links)
  const fits = (at: number) => {
    const tag = graph.highlights[at]?.tag
    return tag !== undefined && (filter.tags.length === 0 || filter.tags.includes(tag)) && (focus?.has(at) ?? true)
  }
  const kept = links.filter(({ from, to }) => fits(from) && fits(to))
  const linked = new Set(kept.flatMap(({ from, to }) => [from, to]))
  const highlights = [...graph.highlights.keys()].filter((at) => fits(at) && (filter.unlinked || linked.has(at)))
  const nodeOf = new Map(highlights.map((at, node) => [at, node]))
  const linksOf: number[][] = highlights.map(() => [])
  const mapLinks = kept.flatMap(({ at, from, to, relation }): MapLink[] => {
    const [start, end] = [nodeOf.get(from), nodeOf.get(to)]
    return start === undefined || end === undefined ? [] : [{ at, from: start, to: end, relation }]
  })
  for (const [at, { from, to }] of mapLinks.entries()) {
    linksOf[from]?.push(at)
    if (to !== from) linksOf[to]?.push(at)
  }
  return {
    highlights,
    tags: highlights.flatMap((at) => graph.highlights[at]?.tag ?? []),
    ...clustersOf(graph, highlights, mapLinks, filter.group),
    links: mapLinks,
    linksOf,
  }
}

type Ends = { readonly from: number; readonly to: number }

/** The highlights that an article or a speaker has to do with; null for all. */
function focusOf(graph: DeskGraph, { article, speaker }: Filter, links: readonly Ends[]): ReadonlySet<number> | null {
  if (article === null && speaker === null) return null
  const start = (test: (at: number) => boolean) => new Set([...graph.highlights.keys()].filter(test))
  const sets: ReadonlySet<number>[] = []
  if (article !== null) {
    const index = graph.articles.findIndex(({ id }) => id === article)
    sets.push(
      spread(
        start((at) => graph.highlights[at]?.article === index),
        links,
        1,
      ),
    )
  }
  if (speaker !== null) {
    const name = fold(speaker)
    sets.push(
      spread(
        start((at) => fold(graph.highlights[at]?.speaker ?? '') === name),
        links,
        SPEAKER_STEPS,
      ),
    )
  }
  const [first = new Set<number>(), second] = sets
  return second ? new Set([...first].filter((at) => second.has(at))) : first
}

/** A set with all that is so many links from it. */
function spread(from: ReadonlySet<number>, links: readonly Ends[], steps: number): ReadonlySet<number> {
  let reached = from
  for (let step = 0; step < steps; step++) {
    const next = new Set(reached)
    for (const { from: start, to } of links) {
      if (reached.has(start)) next.add(to)
      if (reached.has(to)) next.add(start)
    }
    reached = next
  }
  return reached
}

function clustersOf(graph: DeskGraph, highlights: readonly number[], links: readonly MapLink[], group: Grouping) {
  const keyOf = group === 'article' ? articleKeys(graph, highlights) : storyKeys(graph, highlights, links)
  const indexOf = new Map<string, number>()
  const clusterNames: ClusterName[] = []
  const clusters = highlights.map((at, node) => {
    const key = keyOf[node] ?? ''
    const known = indexOf.get(key)
    if (known !== undefined) return known
    indexOf.set(key, clusterNames.length)
    clusterNames.push(group === 'article' ? articleName(graph, at) : storyName(graph, key, at))
    return clusterNames.length - 1
  })
  return { clusters, clusterNames }
}

function articleKeys(graph: DeskGraph, highlights: readonly number[]): string[] {
  return highlights.map((at) => String(graph.highlights[at]?.article))
}

/** A claim's story; of anything else that of the nearest claim along links, so that who says and who denies it stand beside it. */
function storyKeys(graph: DeskGraph, highlights: readonly number[], links: readonly MapLink[]): string[] {
  const keys: (string | null)[] = highlights.map((at) => graph.highlights[at]?.story ?? null)
  const neighbours: number[][] = highlights.map(() => [])
  for (const { from, to } of links) {
    neighbours[from]?.push(to)
    neighbours[to]?.push(from)
  }
  const queue = keys.flatMap((key, node) => (key === null ? [] : [node]))
  // The queue grows while it is walked.
  for (const node of queue) {
    for (const next of neighbours[node] ?? []) {
      if (keys[next] !== null) continue
      keys[next] = keys[node] ?? null
      queue.push(next)
    }
  }
  return keys.map((key, node) => key ?? `alone ${node}`)
}

function articleName(graph: DeskGraph, at: number): ClusterName {
  const article = graph.articles[graph.highlights[at]?.article ?? -1]
  if (!article) return { title: '', paper: '', date: '' }
  const date = article.published === null ? 'No date' : formatPublished(article.published)
  return { title: article.title, paper: article.publisher ?? '', date }
}

function storyName(graph: DeskGraph, key: string, at: number): ClusterName {
  const lead = graph.highlights.find(({ id }) => id === key) ?? graph.highlights[at]
  return { title: lead?.exact ?? '', paper: '', date: '' }
}

/** Everyone who is named as a speaker, in the order of the alphabet; the first spelling stands for the others. */
export function speakersOf({ highlights }: DeskGraph): string[] {
  const names = new Map<string, string>()
  for (const { speaker } of highlights) {
    if (speaker !== null && speaker !== '' && !names.has(fold(speaker))) names.set(fold(speaker), speaker)
  }
  return [...names.values()].sort(new Intl.Collator('en', { numeric: true }).compare)
}

/** The articles that have highlights, as they are chosen from. */
export function articlesOf({
  articles,
  highlights,
}: DeskGraph): readonly { readonly id: ArticleId; readonly title: string }[] {
  const used = new Set(highlights.map(({ article }) => article))
  return articles.flatMap(({ id, title, publisher }, at) =>
    used.has(at) ? [{ id, title: publisher === null ? title : `${publisher}: ${title}` }] : [],
  )
}

/** "116 highlights, 80 links". */
export function sizeWords({ highlights, links }: MapNodes): string {
  return `${count(highlights.length, 'highlight')}, ${count(links.length, 'link')}`
}
