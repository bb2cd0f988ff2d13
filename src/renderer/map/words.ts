import { type Camera, type Place, placeAt, type Size, toScreen } from './camera'
import type { Bounds, Cluster } from './clusters'
import { type Focus, type Scene, shownRadius, type View } from './paint'

/** `title` and `more` name a cluster, `node` a passage. */
export type WordKind = 'title' | 'more' | 'node'

/** Measures words in the font of their kind: CSS px. */
export type Measure = {
  readonly cut: (text: string, kind: WordKind, width: number) => string
  readonly width: (text: string, kind: WordKind) => number
}

/** A line of words; `x` is its middle, `y` its top edge. CSS px. */
export type Word = {
  readonly text: string
  readonly kind: WordKind
  readonly x: number
  readonly y: number
  /** `near` is meant, `far` has nothing to do with what is meant. */
  readonly stress: 'near' | 'none' | 'far'
}

/** CSS px. */
export const LINE = 15
const [TITLE_WIDTH, LEAST_TITLE, GAP, EDGE] = [230, 140, 3, 6]
/** CSS px of the name of a node, and where it finds no room or would be cut off. */
const NODE_WIDTHS = [190, 110]
/** From this scale on nodes are named without being asked. */
const NAMED_FROM = 1.5
const MOST_NAMED = 60
/** Of many clusters, those with a smaller radius than this (CSS px) are named in one line, and only where there is room around it. */
const SMALL = 60
const MANY = 12
const AROUND = { x: 22, y: 14 }
/** CSS px: smaller ones of many cannot be told from those around them, so that a name would say nothing. */
const LEAST_REACH = 8
/** UTF-16 units: what is beyond is never seen, and long passages are slow to measure. */
const MOST_UNITS = 80

type Box = Bounds

/**
 * Where the names of clusters and nodes stand, so many as do not fall on each other: what is chosen or under the pointer first, with
 * what it is linked with. The name of a node stands on no node.
 */
export function layOutWords(
  scene: Scene,
  view: View,
  { chosen, hovered }: Focus,
  wordsOf: (node: number) => string,
  measure: Measure,
): Word[] {
  const { nodes, clusters } = scene
  const { camera, size } = view
  const seen = seenOf(view)
  const words: Word[] = []
  const taken: Box[] = []
  const isFree = (box: Box, others: readonly Box[]) => isInside(box, size) && !others.some((one) => overlap(box, one))

  const ends = [hovered, chosen].filter((node) => node !== null)
  const neighbours = (ends[0] === undefined ? [] : (nodes.linksOf[ends[0]] ?? [])).flatMap((at) => {
    const link = nodes.links[at]
    return link ? [link.from, link.to] : []
  })
  const asked = new Set([...ends, ...neighbours])
  const candidates = new Set([...asked, ...(camera.scale >= NAMED_FROM && !scene.moving ? nodes.tags.keys() : [])])
  const inView = new Map<number, Box>()
  for (const node of candidates) {
    const box = nodeBox(scene, camera, node)
    if (isInside(box, size)) inView.set(node, box)
  }
  const drawn = [...inView.values()]
  const lit = [...asked].flatMap((node) => inView.get(node) ?? [])
  let named = 0
  for (const [node, own] of inView) {
    if (named >= MOST_NAMED) break
    // What is meant is named in any case; of the rest what can be read.
    const obstacles = [...taken, ...(asked.has(node) ? lit : drawn)]
    const places = NODE_WIDTHS.flatMap((most) => {
      const text = measure.cut(wordsOf(node).slice(0, MOST_UNITS), 'node', most)
      const boxes = beside(own, measure.width(text, 'node'), seen).filter((one) => isFree(one, obstacles))
      return boxes.map((box) => ({ text, box }))
    })
    const whole = places.find(({ box }) => isWithin(box, seen))
    const found = whole ?? (asked.has(node) || !isWithin(own, seen) ? places[0] : undefined)
    if (!found) continue
    const { text, box } = found
    named += 1
    taken.push(box)
    const stress = ends.includes(node) ? 'near' : 'none'
    words.push({ text, kind: 'node', x: (box.left + box.right) / 2, y: box.top, stress })
  }

  taken.push(...lit)
  const meant = new Set([...asked].map((node) => nodes.clusters[node]))
  const isMeant = ({ at }: Cluster) => meant.has(at)
  const others = scene.moving ? [] : clusters.filter((one) => !isMeant(one))
  for (const cluster of [...clusters.filter(isMeant), ...others]) {
    const at = toScreen(camera, cluster)
    const reach = cluster.radius * camera.scale
    const isSmall = clusters.length > MANY && reach < SMALL && !isMeant(cluster)
    if (isSmall && reach < LEAST_REACH) continue
    const bottom = at.y - reach - 4
    const free = (box: Box) => isFree(isSmall ? grown(box, AROUND) : box, taken)
    // Of thousands most have no room even for a letter, and to measure words takes longest.
    if (!free({ left: at.x, right: at.x, top: bottom - LINE, bottom })) continue
    const least = clusters.length > MANY ? LEAST_TITLE : TITLE_WIDTH
    const width = Math.min(TITLE_WIDTH, Math.max(least, 2 * reach))
    const title = measure.cut(cluster.title.slice(0, MOST_UNITS), 'title', width)
    const more = isSmall ? '' : clusterMore(cluster, width, measure)
    const half = Math.max(measure.width(title, 'title'), measure.width(more, 'more')) / 2
    const top = bottom - (more === '' ? LINE : 2 * LINE)
    const box = drawnIn({ left: at.x - half, right: at.x + half, top, bottom }, at.x, seen)
    const x = (box.left + box.right) / 2
    if (!free(box)) continue
    taken.push(box)
    const stress = asked.size === 0 ? 'none' : isMeant(cluster) ? 'near' : 'far'
    words.push({ text: title, kind: 'title', x, y: top, stress })
    if (more !== '') words.push({ text: more, kind: 'more', x, y: top + LINE, stress })
  }
  return words
}

/** "Paper · 4 May 2023": the paper gives way where there is no room, the date never. */
export function clusterMore(
  { paper, date }: Pick<Cluster, 'paper' | 'date'>,
  width: number,
  { cut, width: widthOf }: Measure,
): string {
  if (paper === '' || date === '') return cut(paper || date, 'more', width)
  const rest = ` · ${date}`
  // Isolated (Unicode Bidirectional Algorithm): the date of an Urdu paper stays behind its name.
  return `\u2068${cut(paper, 'more', Math.max(width - widthOf(rest, 'more'), 0))}\u2069${rest}`
}

function nodeBox({ nodes, positions }: Scene, camera: Camera, node: number): Box {
  const { x, y } = toScreen(camera, placeAt(positions, node))
  const radius = shownRadius(nodes, node, camera) + 1
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

/** Below, above and to the sides of a node, in this order. */
function beside(node: Box, width: number, seen: Box): Box[] {
  const { x, y }: Place = { x: (node.left + node.right) / 2, y: (node.top + node.bottom) / 2 }
  const box = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + LINE })
  return [
    drawnIn(box(x - width / 2, node.bottom + GAP), x, seen),
    drawnIn(box(x - width / 2, node.top - GAP - LINE), x, seen),
    box(node.right + GAP, y - LINE / 2),
    box(node.left - GAP - width, y - LINE / 2),
  ]
}

function grown({ left, right, top, bottom }: Box, { x, y }: Place): Box {
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y }
}

/** What one sees of a drawing before it is moved, but for a little room at its edges. */
function seenOf({ size: { width, height }, spare }: View): Box {
  const edge = spare + EDGE
  return { left: edge, top: edge, right: width - edge, bottom: height - edge }
}

/** A line that an edge would cut off is drawn in, if what it names (at `x`) is seen. */
function drawnIn(box: Box, x: number, seen: Box): Box {
  if (x < seen.left || x > seen.right) return box
  const by = Math.max(seen.left - box.left, 0) || Math.min(seen.right - box.right, 0)
  return { ...box, left: box.left + by, right: box.right + by }
}

function isWithin({ left, right, top, bottom }: Box, seen: Box): boolean {
  return left >= seen.left && right <= seen.right && top >= seen.top && bottom <= seen.bottom
}

function isInside({ left, right, top, bottom }: Box, { width, height }: Size): boolean {
  return right > 0 && left < width && bottom > 0 && top < height
}

/** Whether two boxes have room in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
