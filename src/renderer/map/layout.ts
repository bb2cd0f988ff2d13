import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

/** What a layout needs to know of a graph; cluster of each node, and links by the numbers of their nodes. */
export type LayoutInput = {
  readonly clusters: readonly number[]
  readonly links: readonly { readonly from: number; readonly to: number }[]
}

/** Places in the map's own px, x and y of each node in turn. */
export type Positions = Float32Array<ArrayBuffer>

export type Layout = {
  /** Moves everything a step nearer to rest; false once it rests. */
  readonly tick: () => boolean
  readonly positions: () => Positions
}

/** Room around a node, and of a cluster besides its nodes: the map's px. */
const NODE_ROOM = 15
const CLUSTER_ROOM = 46
const CLUSTER_TICKS = 160
/** At rest; a large map rests sooner, so that it is not waited for. */
const REST = 0.02
const SLOW_FROM = 4_000

type Node = SimulationNodeDatum & { readonly home: Home }
type Home = SimulationNodeDatum & { readonly radius: number }
type Tie = SimulationLinkDatum<SimulationNodeDatum>

/**
 * A force layout (d3-force): clusters are set apart first, then each node is drawn to its cluster and, along its links, to others.
 * The same graph always gives the same map: d3-force draws no chance numbers but its own, which are the same every time.
 */
export function createLayout({ clusters, links }: LayoutInput): Layout {
  const homes = placeClusters(clusters, links)
  const counts = homes.map(() => 0)
  const nodes = clusters.map((cluster): Node => {
    const home = homes[cluster] ?? { radius: 0 }
    const at = counts[cluster] ?? 0
    counts[cluster] = at + 1
    // A sunflower around the cluster's middle: nothing starts on top of something else.
    const [distance, angle] = [NODE_ROOM * Math.sqrt(at + 0.5), at * Math.PI * (3 - Math.sqrt(5))]
    return { home, x: (home.x ?? 0) + distance * Math.cos(angle), y: (home.y ?? 0) + distance * Math.sin(angle) }
  })
  const isInside = (tie: Tie) => (tie.source as Node).home === (tie.target as Node).home
  const simulation = forceSimulation<Node>(nodes)
    .alphaMin(REST)
    .alphaDecay(nodes.length > SLOW_FROM ? 0.05 : 0.022)
    .force('home-x', forceX<Node>(({ home }) => home.x ?? 0).strength(0.16))
    .force('home-y', forceY<Node>(({ home }) => home.y ?? 0).strength(0.16))
    .force('apart', forceManyBody<Node>().strength(-16).distanceMax(140))
    .force('room', forceCollide<Node>(NODE_ROOM))
    .force(
      'links',
      forceLink<Node, SimulationLinkDatum<Node>>(links.map(({ from, to }) => ({ source: from, target: to })))
        .distance(NODE_ROOM * 2.6)
        .strength((tie) => (isInside(tie) ? 0.35 : 0.015)),
    )
    .stop()
  return {
    tick() {
      simulation.tick()
      return simulation.alpha() >= REST
    },
    positions() {
      const places = new Float32Array(nodes.length * 2)
      for (const [at, { x, y }] of nodes.entries()) places.set([x ?? 0, y ?? 0], at * 2)
      return places
    },
  }
}

/** Clusters as circles that do not overlap, those with links between them near each other. */
function placeClusters(clusters: readonly number[], links: LayoutInput['links']): readonly Home[] {
  const sizes: number[] = []
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  const homes = sizes.map((size): Home => ({ radius: NODE_ROOM * 1.25 * Math.sqrt(size) + CLUSTER_ROOM }))
  const ties = new Map<string, Tie>()
  for (const { from, to } of links) {
    const [source, target] = [clusters[from] ?? 0, clusters[to] ?? 0]
    if (source !== target) ties.set(`${Math.min(source, target)} ${Math.max(source, target)}`, { source, target })
  }
  forceSimulation(homes)
    .force('x', forceX(0).strength(0.04))
    // Windows are wider than high.
    .force('y', forceY(0).strength(0.07))
    .force('room', forceCollide<Home>(({ radius }) => radius).iterations(3))
    .force(
      'links',
      forceLink<Home, SimulationLinkDatum<Home>>([...ties.values()] as SimulationLinkDatum<Home>[]).strength(0.03),
    )
    .stop()
    .tick(CLUSTER_TICKS)
  return homes
}
