import { type Place, placeAt } from './camera'
import type { Positions } from './layout'
import type { MapNodes } from './map-nodes'

export const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const
export type Direction = keyof typeof DIRECTIONS

/** Within this angle of a direction something lies "to the left": its cosine. */
const NARROW = Math.cos(Math.PI / 3)

/** The node at a place of the map, at most `reach` map px away; null where there is none. */
export function nodeAt(positions: Positions, { x, y }: Place, reach: number): number | null {
  let [best, least]: [number | null, number] = [null, reach * reach]
  for (let at = 0; at < positions.length; at += 2) {
    const distance = ((positions[at] ?? 0) - x) ** 2 + ((positions[at + 1] ?? 0) - y) ** 2
    if (distance <= least) [best, least] = [at / 2, distance]
  }
  return best
}

/** Where an arrow key goes from a node: along a link that way, else to what is nearest that way; itself at the edge of the map. */
export function step({ linksOf, links }: MapNodes, positions: Positions, from: number, direction: Direction): number {
  const linked = (linksOf[from] ?? []).flatMap((at) => {
    const link = links[at]
    return link ? [link.from === from ? link.to : link.from] : []
  })
  return (
    nearestThatWay(positions, from, direction, linked) ??
    nearestThatWay(
      positions,
      from,
      direction,
      Array.from({ length: positions.length / 2 }, (_, at) => at),
    ) ??
    from
  )
}

function nearestThatWay(
  positions: Positions,
  from: number,
  direction: Direction,
  candidates: readonly number[],
): number | null {
  const start = placeAt(positions, from)
  const [dx, dy] = DIRECTIONS[direction]
  let [best, least]: [number | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const candidate of candidates) {
    if (candidate === from) continue
    const end = placeAt(positions, candidate)
    const [x, y] = [end.x - start.x, end.y - start.y]
    const length = Math.hypot(x, y)
    const along = (x * dx + y * dy) / length
    // What lies straight ahead is nearer than what lies aslant.
    if (!(along >= NARROW) || length / along >= least) continue
    best = candidate
    least = length / along
  }
  return best
}
