import { placeAt } from './camera'
import type { Positions } from './layout'
import type { ClusterName, MapNodes } from './map-nodes'

/** A cluster as it lies: a circle around its nodes, in the map's px. */
export type Cluster = ClusterName & {
  /** As nodes name it. */
  readonly at: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly size: number
}

/** Around the outermost nodes. */
const ROOM = 22

/** The clusters of a map, and the room that they take. */
export function clustersOf(nodes: MapNodes, positions: Positions) {
  const clusters = clusterCircles(nodes, positions)
  return { clusters, bounds: boundsOf(clusters) }
}

/** The larger first: their names have the first right to be seen. */
export function clusterCircles({ clusters, clusterNames }: MapNodes, positions: Positions): Cluster[] {
  const sums = clusterNames.map(() => ({ x: 0, y: 0, size: 0, reach: 0 }))
  for (const [node, cluster] of clusters.entries()) {
    const sum = sums[cluster]
    const { x, y } = placeAt(positions, node)
    if (!sum) continue
    sum.x += x
    sum.y += y
    sum.size += 1
  }
  for (const [node, cluster] of clusters.entries()) {
    const sum = sums[cluster]
    const { x, y } = placeAt(positions, node)
    if (sum) sum.reach = Math.max(sum.reach, Math.hypot(x - sum.x / sum.size, y - sum.y / sum.size))
  }
  return sums
    .flatMap(({ x, y, size, reach }, at): Cluster[] => {
      const name = clusterNames[at]
      return name && size > 0 ? [{ ...name, at, x: x / size, y: y / size, radius: reach + ROOM, size }] : []
    })
    .sort((a, b) => b.size - a.size)
}

/** What of the map is taken, in its px. */
export type Bounds = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Around all clusters; null of an empty map. */
export function boundsOf(clusters: readonly Pick<Cluster, 'x' | 'y' | 'radius'>[]): Bounds | null {
  let bounds: Bounds | null = null
  for (const { x, y, radius } of clusters) {
    const own = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    bounds = bounds === null ? own : around(bounds, own)
  }
  return bounds
}

export function around(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** A node's radius in the map's px: what has many links is larger. */
export function radiusOf({ linksOf }: Pick<MapNodes, 'linksOf'>, node: number): number {
  return 5 + Math.min(5, 1.2 * Math.sqrt(linksOf[node]?.length ?? 0))
}
