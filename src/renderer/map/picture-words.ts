import type { Bounds, Cluster } from './clusters'
import { clusterMore, LINE, type Measure, overlap } from './words'

/** The name of a cluster as it stands in a picture: `x` is its middle; the map's px. */
export type PictureName = Pick<Cluster, 'at' | 'title'> & {
  /** Its paper and date, on a line of its own; may be empty. */
  readonly more: string
  readonly x: number
  readonly box: Bounds
}

const GAP = 5
const [MOST_WIDTH, LEAST_WIDTH] = [230, 140]
/** From so many on, names take no more room than what they name. */
const MANY = 12

/** The names of clusters above or below them, clear of nodes where they can be, those of the larger first; what has no room goes without. */
export function nameInPicture(clusters: readonly Cluster[], nodes: readonly Bounds[], measure: Measure): PictureName[] {
  const names: PictureName[] = []
  const isFree = (box: Bounds) => !names.some((name) => overlap(name.box, box))
  const isClear = (box: Bounds) => isFree(box) && !nodes.some((node) => overlap(node, box))
  for (const cluster of clusters) {
    const { at, x, y, radius } = cluster
    const rooms = clusters.length > MANY ? [Math.max(LEAST_WIDTH, 1.8 * radius)] : [MOST_WIDTH, LEAST_WIDTH]
    const places = rooms.flatMap((room) => {
      const title = measure.cut(cluster.title, 'title', room)
      const more = clusterMore(cluster, room, measure)
      const half = Math.max(measure.width(title, 'title'), measure.width(more, 'more')) / 2
      const height = more === '' ? LINE : 2 * LINE
      const tops = [y - radius - GAP - height, y + radius + GAP]
      return tops.map((top) => ({
        ...{ at, title, more, x },
        box: { left: x - half, top, right: x + half, bottom: top + height },
      }))
    })
    const found = places.find(({ box }) => isClear(box)) ?? places.find(({ box }) => isFree(box))
    if (found) names.push(found)
  }
  return names
}
