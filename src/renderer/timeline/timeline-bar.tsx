import { useMemo } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { FigureBar } from '../figures/figure-bar'
import type { PictureKind } from '../figures/save-figure'
import { useApp } from '../state/app-context'
import type { TimelinePlace } from '../state/timeline-route'
import { Checkbox } from '../ui/checkbox'
import { count, formatNumber } from '../ui/format'
import { Select } from '../ui/select'
import { publishersOf, type Shown } from './shown'

type TimelineBarProps = {
  readonly graph: DeskGraph
  readonly shown: Shown
  readonly place: TimelinePlace
  readonly hasStory: boolean
  readonly onZoom: (direction: 1 | -1) => void
  readonly onFit: () => void
  readonly onSave: (kind: PictureKind) => void
}

const ANY = 'any'

/** Above the timeline: what of it is shown. */
export function TimelineBar({ graph, shown, place, hasStory, onZoom, onFit, onSave }: TimelineBarProps) {
  const app = useApp()
  const publishers = useMemo(
    () => [
      { value: ANY, label: 'All' },
      // Not even a publisher called "any" is taken for all of them.
      ...publishersOf(graph).map((name) => ({ value: `of ${name}`, label: name })),
    ],
    [graph],
  )
  const total = graph.articles.length
  return (
    <FigureBar
      title="Timeline"
      total={
        shown.articles.length === total
          ? count(total, 'article')
          : `${formatNumber(shown.articles.length)} of ${count(total, 'article')}`
      }
      choices={
        <>
          <Checkbox
            isSelected={place.only && hasStory}
            isDisabled={!hasStory}
            onChange={(only) => app.router.go({ ...place, only, range: null })}
          >
            Only this story
          </Checkbox>
          <Select
            label="Publisher"
            value={place.publisher === null ? ANY : `of ${place.publisher}`}
            onChange={(chosen) =>
              app.router.go({ ...place, publisher: chosen === ANY ? null : chosen.slice('of '.length), range: null })
            }
            options={publishers}
          />
        </>
      }
      filter={place}
      onFilter={(filter) => app.router.go({ ...place, ...filter })}
      onZoom={onZoom}
      onFit={onFit}
      onSave={onSave}
    />
  )
}
