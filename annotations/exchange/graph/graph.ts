import { speakerOf } from '../../model/highlight'
import { isSymmetric } from '../../model/relation'
import { shortened } from '../../text/shortened'
import type { CrossreadFile } from '../crossread-json/format'
import type { Aspect } from '../losses'

/** A graph as GraphML and GEXF both have it: highlights are nodes, links are edges, and what is known of them is text. */
export type Node = {
  readonly id: string
  readonly label: string
  readonly values: Readonly<Record<NodeField, string | null>>
}
export type Edge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly directed: boolean
  readonly values: Readonly<Record<EdgeField, string | null>>
}

export const NODE_FIELDS = [
  'tag',
  'quote',
  'speaker',
  'note',
  'article',
  'publisher',
  'published',
  'url',
  'start',
  'end',
  'annotator',
  'created',
] as const
export const EDGE_FIELDS = ['relation', 'note', 'annotator', 'created'] as const
type NodeField = (typeof NODE_FIELDS)[number]
type EdgeField = (typeof EDGE_FIELDS)[number]

export const GRAPH_LOSSES: { readonly gone: readonly Aspect[] } = {
  gone: ['unmarked', 'texts', 'voice', 'shape', 'arrival', 'revisions', 'context', 'changed', 'unfit'],
}

const MOST_LABEL = 60

export function* nodesOf({ articles, highlights }: CrossreadFile): Iterable<Node> {
  const byId = new Map(articles.map((article) => [article.id, article]))
  for (const highlight of highlights) {
    const { id, tag, note, anchor, annotator, created, articleId } = highlight
    const { exact } = anchor.quote
    const article = byId.get(articleId)
    yield {
      id,
      label: shortened(exact, MOST_LABEL),
      values: {
        tag,
        quote: exact,
        speaker: speakerOf(highlight),
        note: note || null,
        article: article?.title ?? null,
        publisher: article?.publisher ?? null,
        published: article?.published ?? null,
        url: article?.url ?? null,
        start: String(anchor.start),
        end: String(anchor.end),
        annotator,
        created,
      },
    }
  }
}

export function* edgesOf({ links }: CrossreadFile): Iterable<Edge> {
  for (const { id, from, to, relation, note, annotator, created } of links) {
    yield {
      id,
      from,
      to,
      directed: !isSymmetric(relation),
      values: { relation, note: note || null, annotator, created },
    }
  }
}
