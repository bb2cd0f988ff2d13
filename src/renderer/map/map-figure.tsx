import { type RefObject, useEffect, useState } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import type { HighlightId } from '#annotations/model/ids'
import { useApp } from '../state/app-context'
import type { Sight } from '../state/map-route'
import { type Store, useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Arranging } from './arranging'
import { isLong } from './layout'
import { MapCanvas } from './map-canvas'
import type { MapNodes } from './map-nodes'
import styles from './map-view.module.css'
import type { Arrangement } from './use-layout'

/** What is on the map, and the graph that its numbers count in. */
export type MappedGraph = { readonly graph: DeskGraph; readonly nodes: MapNodes }

type MapFigureProps = {
  readonly mapped: MappedGraph
  readonly arrangement: Arrangement<MappedGraph>
  readonly frame: RefObject<HTMLDivElement | null>
  readonly sight: Store<Sight | null>
  /** The highlight that is read. */
  readonly at: HighlightId | null
  /** Nodes are those of the graph that they come with: until another is arranged, the one before is seen. */
  readonly onChoose: (from: MappedGraph, node: number | null) => void
  readonly onOpen: (from: MappedGraph, node: number) => void
}

/** The map itself, as far as it is arranged. It is drawn many times a second until then; what stands around it is not. */
export function MapFigure({ mapped, arrangement, frame, sight, at, onChoose, onOpen }: MapFigureProps) {
  const app = useApp()
  const { state, progress, arranged } = useStore(arrangement.layout, (value) => value)
  const [drawable, setDrawable] = useState(true)
  const long = isLong(mapped.nodes)
  const wasWaitedFor = state === 'rest' && arranged?.of === mapped && long
  useEffect(() => {
    if (wasWaitedFor) app.announcement.set('The map is arranged.')
  }, [app, wasWaitedFor])
  const [retried, setRetried] = useState(false)
  const isThere = arranged !== null && drawable
  useEffect(() => {
    if (!retried || !isThere) return
    setRetried(false)
    // The button that was pressed is gone.
    if (document.activeElement === document.body) frame.current?.focus()
  }, [retried, isThere, frame])
  if (state === 'failed' || !drawable) {
    const retry = () => {
      setRetried(true)
      if (drawable) arrangement.retry()
      else setDrawable(true)
    }
    return (
      <div className={styles.failed} role="alert">
        <Empty
          level={2}
          title={drawable ? 'The map could not be arranged' : 'The map could not be drawn'}
          actions={<Button onPress={retry}>Try again</Button>}
        >
          The list beside it has the same highlights and links.
        </Empty>
      </div>
    )
  }
  return (
    <div className={styles.map}>
      {arranged !== null && (
        <MapCanvas
          nodes={arranged.of.nodes}
          positions={arranged.positions}
          moving={state === 'moving'}
          frame={frame}
          sight={sight}
          chosen={nodeOf(arranged.of, at)}
          wordsOf={(node) => highlightOf(arranged.of, node)?.exact ?? ''}
          onChoose={(node) => onChoose(arranged.of, node)}
          onOpen={(node) => onOpen(arranged.of, node)}
          onFailed={() => setDrawable(false)}
        />
      )}
      {long && (state === 'moving' || state === 'paused') && (
        <Arranging
          progress={progress}
          paused={state === 'paused'}
          onPause={arrangement.pause}
          onGoOn={arrangement.goOn}
          map={frame}
        />
      )}
    </div>
  )
}

export function highlightOf({ graph, nodes }: MappedGraph, node: number) {
  return graph.highlights[nodes.highlights[node] ?? -1]
}

/** The node of a highlight; null when it is not on the map. */
export function nodeOf(mapped: MappedGraph, id: HighlightId | null): number | null {
  const found = id === null ? -1 : mapped.nodes.highlights.findIndex((_, node) => highlightOf(mapped, node)?.id === id)
  return found === -1 ? null : found
}
