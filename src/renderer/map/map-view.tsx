import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { runCommand } from '../commands/run'
import figure from '../figures/figure.module.css'
import { FigureBody } from '../figures/figure-panel'
import panel from '../figures/figure-panel.module.css'
import { readPalette } from '../figures/palette'
import { renderPicture } from '../figures/render-picture'
import { type PictureKind, savePicture } from '../figures/save-figure'
import { spokenHighlight } from '../linking/words'
import { useLatest } from '../reader/use-latest'
import { useApp } from '../state/app-context'
import { type MapPlace, WHOLE_MAP } from '../state/map-route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import { clustersOf } from './clusters'
import { MapBar } from './map-bar'
import { zoomMap } from './map-canvas'
import { highlightOf, MapFigure, type MappedGraph, nodeOf } from './map-figure'
import { mapNodes } from './map-nodes'
import { NodeDetails, NodeList } from './map-panel'
import { MapPicture } from './map-picture'
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
      return (
        <Loading late title="Map">
          Putting highlights and links together…
        </Loading>
      )
    case 'failed':
      return <Failed title="The map could not be drawn" error={graph.error} onRetry={() => app.graph.load()} />
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
  const mapped = useMemo(
    (): MappedGraph => ({ graph, nodes: mapNodes(graph, { group, tags, relations, article, speaker, unlinked }) }),
    [graph, group, tags, relations, article, speaker, unlinked],
  )
  const { nodes } = mapped
  const arrangement = useLayout(mapped)
  const frame = useRef<HTMLDivElement>(null)
  const sight = useSight(place)
  const chosen = nodeOf(mapped, place.at)

  const choose = (from: MappedGraph, node: number | null) => {
    const highlight = node === null ? undefined : highlightOf(from, node)
    app.router.step({ ...place, at: highlight?.id ?? null })
    if (node === null || !highlight) return
    const paper = from.graph.articles[highlight.article]
    const links = count(from.nodes.linksOf[node]?.length ?? 0, 'link')
    app.announcement.set(`${spokenHighlight(highlight)} ${paper?.publisher ?? paper?.title ?? ''}, ${links}.`)
  }
  const open = (from: MappedGraph, node: number) => {
    const highlight = highlightOf(from, node)
    const home = highlight && from.graph.articles[highlight.article]
    if (home) app.router.go({ view: 'article', id: home.id, highlight: highlight.id })
  }
  const latest = useLatest((node: number) => choose(mapped, node))
  const chooseHere = useCallback((node: number) => latest.current(node), [latest])
  const zoom = (direction: 1 | -1) => {
    const { arranged } = arrangement.layout.get()
    if (arranged !== null) zoomMap(frame, clustersOf(arranged.of.nodes, arranged.positions).bounds, sight, direction)
  }
  const save = (kind: PictureKind) => {
    const { arranged } = arrangement.layout.get()
    if (arranged === null)
      return app.toasts.show({ tone: 'warning', message: 'The map is not there yet: nothing was saved.' })
    const { of, positions } = arranged
    const wordsOf = (node: number) => highlightOf(of, node)?.exact ?? ''
    const picture = <MapPicture nodes={of.nodes} positions={positions} wordsOf={wordsOf} />
    void savePicture(app, 'map', kind, renderPicture(picture, readPalette()))
  }
  return (
    <div className={figure.view}>
      <MapBar graph={graph} nodes={nodes} place={place} onZoom={zoom} onFit={() => sight.set(null)} onSave={save} />
      {nodes.highlights.length === 0 ? (
        <NothingFits place={place} />
      ) : (
        <FigureBody
          title="On the map"
          beside={
            <>
              <NodeList graph={graph} nodes={nodes} chosen={chosen} onChoose={chooseHere} />
              {chosen === null ? (
                <p className={panel.hint}>Choose a highlight, on the map or in the list, to read it with its links.</p>
              ) : (
                <NodeDetails key={chosen} graph={graph} nodes={nodes} node={chosen} onChoose={chooseHere} />
              )}
            </>
          }
        >
          <MapFigure
            mapped={mapped}
            arrangement={arrangement}
            frame={frame}
            sight={sight}
            at={place.at}
            onChoose={choose}
            onOpen={open}
          />
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
