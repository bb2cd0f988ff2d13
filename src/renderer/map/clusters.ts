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

/** A node's radius in the map's px: what has many links is larger. */
export function radiusOf({ linksOf }: Pick<MapNodes, 'linksOf'>, node: number): number {
  return 5 + Math.min(5, 1.2 * Math.sqrt(linksOf[node]?.length ?? 0))
}
