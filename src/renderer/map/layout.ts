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
import { type ClusterTie, seedClusters } from './seed'

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
  /** There from the beginning; sharper with each step. */
  readonly positions: () => Positions
  /** What share of all its work is done: 0 to 1. */
  readonly progress: () => number
}

/** Room around a node, and of a cluster besides its nodes: the map's px. */
const NODE_ROOM = 15
const CLUSTER_ROOM = 46
/** Steps of a small map, and of one that is too large for so many; between them, so many that steps times bodies are the same. */
const CLUSTER_STEPS = { most: 120, least: 40, bodies: 250_000 }
const NODE_STEPS = { most: 175, least: 30, bodies: 300_000 }
/**
 * How far things move in the first step, and how strongly clusters are drawn to the middle: few are set freely, in a shape that fills a
 * window; many begin near their places, and would be pressed onto each other.
 */
const FEW = { most: 60, heat: 1, pull: 0.04 }
const MANY = { heat: 0.3, pull: 0.004 }
const NODE_HEAT = 1
/** And in the last step. */
const REST = 0.02
/** Nodes further apart than this do not push each other; those of a cluster do. */
const PUSH = { most: 140, perRoot: NODE_ROOM * 2.5 }
/** Work beyond this takes a second or more: it is worth telling how far it is. */
const LONG = 200_000

type Steps = { readonly most: number; readonly least: number; readonly bodies: number }
type Home = SimulationNodeDatum & { readonly radius: number }
type Node = SimulationNodeDatum & { readonly home: Home; readonly aside: { readonly x: number; readonly y: number } }
type Tie = SimulationLinkDatum<SimulationNodeDatum>

/** Whether one waits for the layout of a graph. */
export function isLong({ clusters }: LayoutInput): boolean {
  return clusters.length * stepsFor(NODE_STEPS, clusters.length) > LONG
}

/**
 * A force layout (d3-force): clusters are set apart first (`seed.ts` says where they begin), then each node is drawn to its cluster and,
 * along its links, to others. How many steps it takes is known beforehand. The same graph always gives the same map: d3-force draws no
 * chance numbers but its own, which are the same every time.
 */
export function createLayout({ clusters, links }: LayoutInput): Layout {
  const ties = tiesOf(clusters, links)
  const homes = createHomes(clusters, ties)
  const counts = homes.map(() => 0)
  const nodes = clusters.map((cluster): Node => {
    const at = counts[cluster] ?? 0
    counts[cluster] = at + 1
    // A sunflower around the cluster's middle: nothing starts on top of something else.
    const [distance, angle] = [NODE_ROOM * Math.sqrt(at + 0.5), at * Math.PI * (3 - Math.sqrt(5))]
    const aside = { x: distance * Math.cos(angle), y: distance * Math.sin(angle) }
    return { home: homes[cluster] ?? { radius: 0 }, aside }
  })
  const follow = () => {
    for (const node of nodes) {
      node.x = (node.home.x ?? 0) + node.aside.x
      node.y = (node.home.y ?? 0) + node.aside.y
    }
  }
  const clusterSteps = homes.length > 1 ? stepsFor(CLUSTER_STEPS, homes.length) : 0
  const nodeSteps = stepsFor(NODE_STEPS, nodes.length)
  const work = clusterSteps * homes.length + nodeSteps * nodes.length
  const apart = setApart(homes, ties, clusterSteps)
  follow()
  let settle: (() => void) | null = null
  let done = { clusters: 0, nodes: 0 }
  return {
    tick() {
      if (done.clusters < clusterSteps) {
        apart()
        follow()
        done = { ...done, clusters: done.clusters + 1 }
      } else {
        settle ??= drawTogether(nodes, links, Math.max(0, ...counts), nodeSteps)
        settle()
        done = { clusters: clusterSteps, nodes: done.nodes + 1 }
      }
      return done.nodes < nodeSteps
    },
    positions() {
      const places = new Float32Array(nodes.length * 2)
      for (const [at, { x, y }] of nodes.entries()) places.set([x ?? 0, y ?? 0], at * 2)
      return places
    },
    progress: () => (work === 0 ? 1 : (done.clusters * homes.length + done.nodes * nodes.length) / work),
  }
}

function stepsFor({ most, least, bodies }: Steps, count: number): number {
  return Math.min(most, Math.max(least, Math.round(bodies / Math.max(count, 1))))
}

/** So that the last of so many steps is at rest. */
function decayOver(steps: number, heat: number): number {
  return 1 - (REST / heat) ** (1 / steps)
}

/** A circle for each cluster, where it begins. */
function createHomes(clusters: readonly number[], ties: readonly ClusterTie[]): readonly Home[] {
  const sizes: number[] = []
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  const radii = sizes.map((size) => NODE_ROOM * 1.25 * Math.sqrt(size) + CLUSTER_ROOM)
  const places = seedClusters(radii, ties)
  return radii.map((radius, at): Home => ({ radius, ...places[at] }))
}

/** Each two clusters that links join, once. */
function tiesOf(clusters: readonly number[], links: LayoutInput['links']): ClusterTie[] {
  const ties = new Map<string, ClusterTie>()
  for (const { from, to } of links) {
    const [source, target] = [clusters[from] ?? 0, clusters[to] ?? 0]
    if (source !== target) ties.set(`${Math.min(source, target)} ${Math.max(source, target)}`, { source, target })
  }
  return [...ties.values()]
}

/** Moves circles off each other, those with links between them together; a step a call. */
function setApart(homes: readonly Home[], ties: readonly ClusterTie[], steps: number): () => void {
  const { heat, pull } = homes.length <= FEW.most ? FEW : MANY
  const simulation = forceSimulation<Home>([...homes])
    .alpha(heat)
    .alphaDecay(decayOver(steps, heat))
    // Windows are wider than high.
    .force('x', forceX(0).strength(pull))
    .force('y', forceY(0).strength(pull * 1.75))
    .force('room', forceCollide<Home>(({ radius }) => radius).iterations(2))
    .force('links', forceLink<Home, SimulationLinkDatum<Home>>(ties.map((tie) => ({ ...tie }))).strength(0.05))
    .stop()
  return () => void simulation.tick()
}

/** Moves nodes to their homes, and along their links; a step a call. `largest` counts the nodes of the largest cluster. */
function drawTogether(nodes: readonly Node[], links: LayoutInput['links'], largest: number, steps: number): () => void {
  const isInside = (tie: Tie) => (tie.source as Node).home === (tie.target as Node).home
  const simulation = forceSimulation<Node>([...nodes])
    .alpha(NODE_HEAT)
    .alphaDecay(decayOver(steps, NODE_HEAT))
    .force('home-x', forceX<Node>(({ home }) => home.x ?? 0).strength(0.16))
    .force('home-y', forceY<Node>(({ home }) => home.y ?? 0).strength(0.16))
    .force(
      'apart',
      forceManyBody<Node>()
        .strength(-16)
        .distanceMax(Math.min(PUSH.most, PUSH.perRoot * Math.sqrt(largest))),
    )
    .force('room', forceCollide<Node>(NODE_ROOM))
    .force(
      'links',
      forceLink<Node, SimulationLinkDatum<Node>>(links.map(({ from, to }) => ({ source: from, target: to })))
        .distance(NODE_ROOM * 2.6)
        .strength((tie) => (isInside(tie) ? 0.35 : 0.015)),
    )
    .stop()
  return () => void simulation.tick()
}
