import { useMemo } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { RelationChips, TagChips } from '../figures/filter-chips'
import { PictureMenu } from '../figures/picture-menu'
import type { PictureKind } from '../figures/save-figure'
import { ZoomButtons } from '../figures/zoom-buttons'
import { useApp } from '../state/app-context'
import type { MapPlace } from '../state/map-route'
import { Checkbox } from '../ui/checkbox'
import { Select } from '../ui/select'
import { articlesOf, type MapNodes, sizeWords, speakersOf } from './map-nodes'
import styles from './map-view.module.css'

type MapBarProps = {
  readonly graph: DeskGraph
  readonly nodes: MapNodes
  readonly place: MapPlace
  /** Whether the places of the nodes are still being worked out. */
  readonly busy: boolean
  readonly onZoom: (direction: 1 | -1) => void
  readonly onFit: () => void
  readonly onSave: (kind: PictureKind) => void
}

const ANY = 'any'
const NAMED = 'of '
const GROUPS = [
  { value: 'article', label: 'Article' },
  { value: 'story', label: 'Story' },
] as const

/** Above the map: what is on it, and what stands together. */
export function MapBar({ graph, nodes, place, busy, onZoom, onFit, onSave }: MapBarProps) {
  const app = useApp()
  // Not even somebody called "any" is taken for everybody.
  const articles = useMemo(
    () => [
      { value: ANY, label: 'All' },
      ...articlesOf(graph).map(({ id, title }) => ({ value: `${NAMED}${id}`, label: title })),
    ],
    [graph],
  )
  const speakers = useMemo(
    () => [
      { value: ANY, label: 'All' },
      ...speakersOf(graph).map((name) => ({ value: `${NAMED}${name}`, label: name })),
    ],
    [graph],
  )
  const article = graph.articles.find(({ id }) => id === place.article)
  const chooseArticle = (chosen: string) => {
    const found = graph.articles.find(({ id }) => `${NAMED}${id}` === chosen)
    app.router.go({ ...place, article: found?.id ?? null })
  }
  return (
    <div className={styles.bar}>
      <div className={styles.heading}>
        <h1 className={styles.title}>Map</h1>
        <span className={styles.total} role="status">
          {sizeWords(nodes)}
          {busy ? ' · arranging…' : ''}
        </span>
      </div>
      <div className={styles.tools}>
        <ZoomButtons onZoom={onZoom} onFit={onFit} />
        <PictureMenu onSave={onSave} />
      </div>
      <div className={styles.choices}>
        <Select
          label="Together by"
          value={place.group}
          onChange={(group) => app.router.go({ ...place, group })}
          options={GROUPS}
        />
        <Select
          label="Article"
          value={article ? `${NAMED}${article.id}` : ANY}
          onChange={chooseArticle}
          options={articles}
        />
        <Select
          label="Speaker"
          value={place.speaker === null ? ANY : `${NAMED}${place.speaker}`}
          onChange={(chosen) =>
            app.router.go({ ...place, speaker: chosen === ANY ? null : chosen.slice(NAMED.length) })
          }
          options={speakers}
        />
        <Checkbox isSelected={place.unlinked} onChange={(unlinked) => app.router.go({ ...place, unlinked })}>
          Unlinked too
        </Checkbox>
      </div>
      <div className={styles.filters}>
        <TagChips tags={place.tags} onChange={(tags) => app.router.go({ ...place, tags })} />
        <span className={styles.divider} />
        <RelationChips relations={place.relations} onChange={(relations) => app.router.go({ ...place, relations })} />
      </div>
    </div>
  )
}
