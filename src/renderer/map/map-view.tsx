import { useEffect, useMemo, useRef } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { runCommand } from '../commands/run'
import figure from '../figures/figure.module.css'
import { FigureBody } from '../figures/figure-panel'
import panel from '../figures/figure-panel.module.css'
import { readPalette } from '../figures/palette'
import { renderPicture } from '../figures/render-picture'
import { type PictureKind, savePicture } from '../figures/save-figure'
import { spokenHighlight } from '../linking/words'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { type MapPlace, WHOLE_MAP } from '../state/map-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { count } from '../ui/format'
import { MapBar } from './map-bar'
import { MapCanvas, zoomMap } from './map-canvas'
import { mapNodes } from './map-nodes'
import { NodeDetails, NodeList } from './map-panel'
import { MapPicture } from './map-picture'
import styles from './map-view.module.css'
import { useLayout } from './use-layout'
import { useSight } from './use-sight'

/** Highlights and links as a map: what stands together, and what joins it to the rest. */
export function MapView() {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'map' ? route : null))
  const graph = useStore(app.graph.store, (value) => value)
  useEffect(() => app.graph.watch(), [app])
  if (place === null) return null
  switch (graph.state) {
    case 'loading':
      return <div className={figure.view} aria-busy="true" />
    case 'failed':
      return (
        <Empty title="The map could not be drawn" actions={<Button onPress={() => app.graph.load()}>Try again</Button>}>
          {errorText(graph.error)}
        </Empty>
      )
    case 'ready':
      return graph.value.highlights.length === 0 ? <NoHighlights /> : <Mapped graph={graph.value} place={place} />
  }
}

function NoHighlights() {
  const app = useApp()
  return (
    <Empty
      title="Nothing to map yet"
      actions={<Button onPress={() => runCommand(app, 'view.library')}>Go to the library</Button>}
    >
      Highlights stand here as points and links as lines between them, once passages are tagged and linked.
    </Empty>
  )
}

function Mapped({ graph, place }: { readonly graph: DeskGraph; readonly place: MapPlace }) {
  const app = useApp()
  const { group, tags, relations, article, speaker, unlinked } = place
  const nodes = useMemo(
    () => mapNodes(graph, { group, tags, relations, article, speaker, unlinked }),
    [graph, group, tags, relations, article, speaker, unlinked],
  )
  const { layout, retry } = useLayout(nodes)
  const frame = useRef<HTMLDivElement>(null)
  const sight = useSight(place)
  const found = nodes.highlights.findIndex((at) => graph.highlights[at]?.id === place.at)
  const chosen = found === -1 ? null : found
  const highlightOf = (node: number) => graph.highlights[nodes.highlights[node] ?? -1]
  const wordsOf = (node: number) => highlightOf(node)?.exact ?? ''

  const choose = (node: number | null) => {
    const highlight = node === null ? undefined : highlightOf(node)
    app.router.note({ ...place, at: highlight?.id ?? null })
    if (node === null || !highlight) return
    const paper = graph.articles[highlight.article]
    const links = count(nodes.linksOf[node]?.length ?? 0, 'link')
    app.announcement.set(`${spokenHighlight(highlight)} ${paper?.publisher ?? paper?.title ?? ''}, ${links}.`)
  }
  const open = (node: number) => {
    const highlight = highlightOf(node)
    const home = highlight && graph.articles[highlight.article]
    if (home) app.router.go({ view: 'article', id: home.id, highlight: highlight.id })
  }
  // Places of another graph would be those of other nodes.
  const positions = layout.state !== 'failed' && layout.of === nodes ? layout.positions : null
  const save = (kind: PictureKind) => {
    if (positions === null) return
    const picture = <MapPicture nodes={nodes} positions={positions} wordsOf={wordsOf} />
    void savePicture(app, 'map', kind, renderPicture(picture, readPalette()))
  }
  return (
    <div className={figure.view}>
      <MapBar
        graph={graph}
        nodes={nodes}
        place={place}
        busy={layout.state === 'moving' && nodes.highlights.length > 0}
        onZoom={(direction) => positions !== null && zoomMap(frame, positions, sight, direction)}
        onFit={() => sight.set(null)}
        onSave={save}
      />
      {nodes.highlights.length === 0 ? (
        <NothingFits place={place} />
      ) : (
        <FigureBody
          title="On the map"
          beside={
            <>
              <NodeList graph={graph} nodes={nodes} chosen={chosen} onChoose={choose} />
              {chosen === null ? (
                <p className={panel.hint}>Choose a highlight, on the map or in the list, to read it with its links.</p>
              ) : (
                <NodeDetails key={chosen} graph={graph} nodes={nodes} node={chosen} onChoose={choose} />
              )}
            </>
          }
        >
          <div className={styles.map}>
            {layout.state === 'failed' ? (
              <Empty
                level={2}
                title="The map could not be arranged"
                actions={<Button onPress={retry}>Try again</Button>}
              >
                The list beside it has the same highlights and links.
              </Empty>
            ) : (
              positions !== null && (
                <MapCanvas
                  nodes={nodes}
                  positions={positions}
                  frame={frame}
                  sight={sight}
                  chosen={chosen}
                  wordsOf={wordsOf}
                  onChoose={choose}
                  onOpen={open}
                />
              )
            )}
          </div>
        </FigureBody>
      )}
    </div>
  )
}

function NothingFits({ place }: { readonly place: MapPlace }) {
  const app = useApp()
  const filtered = place.tags.length + place.relations.length > 0 || place.article !== null || place.speaker !== null
  return (
    <Empty
      level={2}
      title={filtered ? 'No linked highlight is like this' : 'Nothing is linked yet'}
      actions={
        <>
          {!place.unlinked && (
            <Button onPress={() => app.router.go({ ...place, unlinked: true, sight: null })}>
              Show unlinked highlights too
            </Button>
          )}
          {filtered && (
            <Button onPress={() => app.router.go({ ...WHOLE_MAP, group: place.group })}>Show everything</Button>
          )}
        </>
      }
    >
      The map shows highlights that are linked. Links are made in the reader, with L on a highlight.
    </Empty>
  )
}
