import '../../../../src/renderer/styles/tokens.css'
import '../../../../src/renderer/styles/base.css'
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { TAGS } from '../../../../annotations/model/highlight'
import { RELATIONS } from '../../../../annotations/model/relation'
import { createLayout, type Positions } from '../../../../src/renderer/map/layout'
import type { LayoutAnswer, LayoutOrder } from '../../../../src/renderer/map/layout-worker'
import { MapCanvas } from '../../../../src/renderer/map/map-canvas'
import type { MapNodes } from '../../../../src/renderer/map/map-nodes'
import type { Sight } from '../../../../src/renderer/state/map-route'
import { createStore } from '../../../../src/renderer/state/store'
import { createRandom } from '../../../support/desk-generator'

declare global {
  interface Window {
    /** What the runner asks of the page. */
    mapBench: {
      readonly pan: (frames: number) => Promise<void>
      readonly zoom: (frames: number) => Promise<void>
      readonly hover: (frames: number) => Promise<void>
      readonly arrange: () => Promise<number>
    }
  }
}

const MIDDLE = { clientX: 500, clientY: 400, cancelable: true }
/** ms */
const REST = 600

const count = Number(new URLSearchParams(location.search).get('nodes') ?? 0)
const nodes = makeNodes(count)
const layout = createLayout(nodes)
while (count > 0 && layout.tick());
show(layout.positions())

function show(positions: Positions): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root.')
  const frame = createRef<HTMLDivElement>()
  createRoot(root).render(
    <div style={{ display: 'flex', blockSize: '100vh' }}>
      <MapCanvas
        nodes={nodes}
        positions={positions}
        moving={false}
        frame={frame}
        sight={createStore<Sight | null>(null)}
        chosen={null}
        wordsOf={(node) => `The words of highlight ${node}`}
        onChoose={() => undefined}
        onOpen={() => undefined}
        onFailed={() => undefined}
      />
    </div>,
  )
}

window.mapBench = {
  /** Pushes the map on and on, a push a frame: further than it is drawn beyond its edges; and lets it rest. */
  pan: (frames) => each(frames, () => send(new WheelEvent('wheel', { deltaX: 12, ...MIDDLE }))),
  /** Zooms in for half of the frames, then out again, and lets it rest. */
  zoom: (frames) =>
    each(frames, (at) => send(new WheelEvent('wheel', { deltaY: at < frames / 2 ? -30 : 30, ...MIDDLE }))),
  /** Goes across the map with the pointer, from node to node and over what is empty between them. */
  hover: (frames) =>
    each(frames, (at) =>
      send(new PointerEvent('pointermove', { clientX: 300 + at * 13, clientY: 250 + at * 7, bubbles: true })),
    ),
  /** ms that a thread takes until the nodes rest. */
  arrange() {
    const worker = new Worker(new URL('../../../../src/renderer/map/layout-worker.ts', import.meta.url), {
      type: 'module',
    })
    const begun = performance.now()
    return new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
        if (data.atRest) resolve(performance.now() - begun)
      })
      const links = nodes.links.map(({ from, to }) => ({ from, to }))
      const order: LayoutOrder = { arrange: { clusters: nodes.clusters, links } }
      worker.postMessage(order)
    })
  },
}

/** Does something in each of so many frames, and waits until all that follows is done. */
async function each(frames: number, act: (at: number) => void): Promise<void> {
  performance.mark('bench-start')
  for (let at = 0; at < frames; at++) {
    act(at)
    await new Promise(requestAnimationFrame)
  }
  await new Promise((resolve) => setTimeout(resolve, REST))
  performance.mark('bench-end')
}

function send(event: Event): void {
  const map = document.querySelector('[role="application"]')
  if (!map) throw new Error('There is no map.')
  map.dispatchEvent(event)
}

/** Clusters of twenty, and half again as many links as nodes: most within a cluster, the rest anywhere. */
function makeNodes(size: number): MapNodes {
  const random = createRandom(5)
  const clusters = Array.from({ length: size }, (_, at) => Math.floor(at / 20))
  const links = Array.from({ length: Math.round(size * 1.5) }, (_, at) => {
    const from = Math.floor(random() * size)
    const near = Math.floor(from / 20) * 20 + Math.floor(random() * 20)
    const to = random() < 0.7 ? Math.min(near, size - 1) : Math.floor(random() * size)
    return { at, from, to, relation: RELATIONS[at % RELATIONS.length] ?? 'relates' }
  })
  const linksOf: number[][] = clusters.map(() => [])
  for (const { at, from, to } of links) for (const end of new Set([from, to])) linksOf[end]?.push(at)
  return {
    highlights: [...clusters.keys()],
    tags: clusters.map((_, at) => TAGS[at % TAGS.length] ?? 'claim'),
    clusters,
    clusterNames: [...new Set(clusters)].map((at) => ({
      title: `A long title of article ${at}`,
      paper: 'Paper',
      date: '4 May',
    })),
    links,
    linksOf,
  }
}
