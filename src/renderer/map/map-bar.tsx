import { useMemo } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { FigureBar } from '../figures/figure-bar'
import type { PictureKind } from '../figures/save-figure'
import { useApp } from '../state/app-context'
import type { MapPlace } from '../state/map-route'
import { Checkbox } from '../ui/checkbox'
import { Select } from '../ui/select'
import { articlesOf, type MapNodes, sizeWords, speakersOf } from './map-nodes'

type MapBarProps = {
  readonly graph: DeskGraph
  readonly nodes: MapNodes
  readonly place: MapPlace
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
export function MapBar({ graph, nodes, place, onZoom, onFit, onSave }: MapBarProps) {
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
  // Another map lies elsewhere: it is seen whole.
  const narrow = (change: Partial<MapPlace>) => app.router.go({ ...place, ...change, sight: null })
  const chooseArticle = (chosen: string) => {
    const found = graph.articles.find(({ id }) => `${NAMED}${id}` === chosen)
    narrow({ article: found?.id ?? null })
  }
  return (
    <FigureBar
      title="Map"
      total={sizeWords(nodes)}
      manyChoices
      choices={
        <>
          <Select label="Together by" value={place.group} onChange={(group) => narrow({ group })} options={GROUPS} />
          <Select
            label="Article"
            value={article ? `${NAMED}${article.id}` : ANY}
            onChange={chooseArticle}
            options={articles}
          />
          <Select
            label="Speaker"
            value={place.speaker === null ? ANY : `${NAMED}${place.speaker}`}
            onChange={(chosen) => narrow({ speaker: chosen === ANY ? null : chosen.slice(NAMED.length) })}
            options={speakers}
          />
          <Checkbox isSelected={place.unlinked} onChange={(unlinked) => narrow({ unlinked })}>
            Unlinked too
          </Checkbox>
        </>
      }
      filter={place}
      onFilter={narrow}
      onZoom={onZoom}
      onFit={onFit}
      onSave={onSave}
    />
  )
}
