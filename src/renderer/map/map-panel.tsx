import { memo, useEffect, useId, useMemo, useRef } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import type { HighlightId } from '#annotations/model/ids'
import { relationWords } from '#annotations/model/relation'
import { PickBox } from '../bulk/pick-box'
import { OpenInReader } from '../figures/figure-panel'
import panel from '../figures/figure-panel.module.css'
import { PassageLink } from '../figures/passage-link'
import { RelationLine } from '../figures/relation-line'
import { shortWords } from '../linking/words'
import { count, formatPublished } from '../ui/format'
import { TagMark } from '../ui/tag-mark'
import type { MapNodes } from './map-nodes'
import styles from './map-panel.module.css'

/** CSS px. */
const ROW = 62
const LAYOUT = { rowSize: ROW }

type NodeListProps = {
  readonly graph: DeskGraph
  readonly nodes: MapNodes
  readonly chosen: number | null
  readonly onChoose: (node: number) => void
}

/** What is on the map as a list, in the order of the articles: the map for those who do not see it. */
export const NodeList = memo(function NodeList({ graph, nodes, chosen, onChoose }: NodeListProps) {
  const items = useMemo(() => nodes.highlights.map((at, node) => ({ id: node, at })), [nodes])
  const ids = useMemo(() => nodes.highlights.flatMap((at) => graph.highlights[at]?.id ?? []), [graph, nodes])
  const list = useRef<HTMLDivElement>(null)
  // What is chosen on the map is seen in the list.
  useEffect(() => {
    if (chosen === null) return
    // Its rows have their places once it has its height.
    const asked = requestAnimationFrame(() => {
      const { current } = list
      const top = chosen * ROW
      if (current && (top < current.scrollTop || top + ROW > current.scrollTop + current.clientHeight))
        current.scrollTo({ top: top - current.clientHeight / 3 })
    })
    return () => cancelAnimationFrame(asked)
  }, [chosen])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <GridList
        ref={list}
        aria-label="Highlights on the map"
        data-pick-list=""
        className={panel.list ?? ''}
        items={items}
        dependencies={[graph, nodes]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowTypeAhead
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (typeof key === 'number') onChoose(key)
        }}
      >
        {({ id, at }) => <NodeItem id={id} at={at} graph={graph} links={nodes.linksOf[id]?.length ?? 0} list={ids} />}
      </GridList>
    </Virtualizer>
  )
})

/** React Aria knows items of a collection by their `id`. */
type NodeItemProps = {
  readonly id: number
  readonly at: number
  readonly graph: DeskGraph
  readonly links: number
  readonly list: readonly HighlightId[]
}

function NodeItem({ id, at, graph, links, list }: NodeItemProps) {
  const highlight = graph.highlights[at]
  const article = highlight && graph.articles[highlight.article]
  return (
    <GridListItem id={id} textValue={highlight?.exact ?? ''} className={panel.item ?? ''}>
      <span className={panel.words} dir="auto">
        {shortWords(highlight?.exact ?? '', 120)}
      </span>
      <span className={styles.about}>
        {highlight && <PickBox highlight={highlight} list={list} />}
        {highlight && <TagMark tag={highlight.tag} />}
        <bdi className={panel.paper}>{article?.publisher ?? article?.title}</bdi>
        <span>{count(links, 'link')}</span>
      </span>
    </GridListItem>
  )
}

type NodeDetailsProps = {
  readonly graph: DeskGraph
  readonly nodes: MapNodes
  readonly node: number
  readonly onChoose: (node: number) => void
}

/** A passage with all that is linked with it on the map. */
export function NodeDetails({ graph, nodes, node, onChoose }: NodeDetailsProps) {
  const heading = useId()
  const highlight = graph.highlights[nodes.highlights[node] ?? -1]
  const article = highlight && graph.articles[highlight.article]
  if (!highlight || !article) return null
  const links = (nodes.linksOf[node] ?? []).flatMap((at) => nodes.links[at] ?? [])
  return (
    <section aria-labelledby={heading} className={panel.details}>
      <h2 id={heading} className={styles.title}>
        <TagMark tag={highlight.tag} />
        {highlight.speaker !== null && <bdi className={styles.speaker}>{highlight.speaker}</bdi>}
      </h2>
      <PassageLink passage={{ ...highlight, articleId: article.id }} />
      <p className={panel.meta}>
        <bdi className={panel.paper}>{article.publisher ?? 'No publisher'}</bdi>
        <span>{article.published === null ? 'No date' : formatPublished(article.published)}</span>
        <bdi>{article.title}</bdi>
      </p>
      <OpenInReader article={article.id} highlight={highlight.id} />
      {links.length === 0 ? (
        <p className={panel.none}>Nothing on the map is linked with it.</p>
      ) : (
        <ul className={styles.links} aria-label="Its links">
          {links.map(({ at, from, to, relation }) => {
            const other = from === node ? to : from
            const end = graph.highlights[nodes.highlights[other] ?? -1]
            const place = end && graph.articles[end.article]
            const note = graph.links[at]?.note ?? ''
            return (
              <li key={at}>
                <button type="button" className={styles.link} onClick={() => onChoose(other)}>
                  <span className={styles.relation}>
                    <RelationLine relation={relation} />
                    {relationWords(relation, from === node ? 'from' : 'to')}
                  </span>
                  <span className={styles.other} dir="auto">
                    {shortWords(end?.exact ?? '')}
                  </span>
                  <bdi className={panel.paper}>{place?.publisher ?? place?.title}</bdi>
                  {note !== '' && (
                    <span className={styles.note} dir="auto">
                      {note}
                    </span>
                  )}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
