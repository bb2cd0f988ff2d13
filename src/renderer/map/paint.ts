import { TAGS, type Tag } from '#annotations/model/highlight'
import { isSymmetric, RELATIONS } from '#annotations/model/relation'
import { type Palette, RELATION_LOOKS, TAG_TOKENS } from '../figures/relation-look'
import { type Camera, placeAt, type Size, toScreen } from './camera'
import { type Bounds, type Cluster, radiusOf } from './clusters'
import type { Positions } from './layout'
import type { MapLink, MapNodes } from './map-nodes'

/** What the pen needs to know of a map, wherever it is seen from. */
export type Painted = {
  readonly nodes: Pick<MapNodes, 'tags' | 'links' | 'linksOf'>
  readonly positions: Positions
  readonly clusters: readonly Pick<Cluster, 'x' | 'y' | 'radius'>[]
  readonly palette: Palette
}

/** What is drawn, and what it is called. */
export type Scene = Omit<Painted, 'nodes' | 'clusters'> & {
  readonly nodes: Pick<MapNodes, 'tags' | 'clusters' | 'links' | 'linksOf'>
  readonly clusters: readonly Cluster[]
  /** Null of an empty map. */
  readonly bounds: Bounds | null
  /** Whether it has yet to come to rest: names would jump about with what they name. */
  readonly moving: boolean
}

/** The part of it that a drawing shows, in CSS px, and the dots that a CSS px has. */
export type View = {
  readonly camera: Camera
  readonly size: Size
  /** CSS px of the size, at each edge, that are drawn beyond what is seen. */
  readonly spare: number
  readonly density: number
}

export type Focus = {
  /** The node that is read, and the one under the pointer. */
  readonly chosen: number | null
  readonly hovered: number | null
  /** Whether the keyboard stands on the map. */
  readonly focused: boolean
}

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

const LEAST_RADIUS = 2
/** Below this scale arrowheads and dashes are dots that only cost. */
const FINE = 0.45
const HEAD = 5
/** The more links, the fainter each: how strong few are, how many those are, and how faint it may get. */
const INK = { most: 0.75, few: 400, least: 0.22 }

/** Draws the clusters, the links and the nodes; what is chosen and the words lie above (`paintFocus`, `paint-words.ts`). */
export function paintMap(pen: Pen, scene: Painted, view: View): void {
  const { palette, clusters, nodes } = scene
  const { size, camera } = view
  begin(pen, view)
  pen.fillStyle = palette['--ground']
  pen.strokeStyle = palette['--rule']
  pen.lineWidth = 1
  pen.beginPath()
  for (const { x, y, radius } of clusters) {
    const at = toScreen(camera, { x, y })
    const reach = radius * camera.scale
    if (isOutside(size, at.x, at.y, reach)) continue
    pen.moveTo(at.x + reach, at.y)
    pen.arc(at.x, at.y, reach, 0, 2 * Math.PI)
  }
  pen.fill()
  pen.stroke()
  pen.globalAlpha = Math.min(INK.most, Math.max(INK.least, INK.most * Math.sqrt(INK.few / nodes.links.length)))
  paintLinks(pen, scene, view, nodes.links, false)
  pen.globalAlpha = 1
  paintNodes(pen, scene, view, nodes.tags.keys())
}

/** Draws what is chosen and what is under the pointer, with their links and the nodes at the other ends; nothing else. */
export function paintFocus(pen: Pen, scene: Painted, view: View, { chosen, hovered, focused }: Focus): void {
  const { nodes, positions, palette } = scene
  const { camera } = view
  begin(pen, view)
  const ends = [chosen, hovered].filter((node) => node !== null)
  const lit = new Set(ends.flatMap((node) => nodes.linksOf[node] ?? []))
  const links = [...lit].flatMap((at) => nodes.links[at] ?? [])
  paintLinks(pen, scene, view, links, true)
  paintNodes(pen, scene, view, new Set([...links.flatMap(({ from, to }) => [from, to]), ...ends]))
  if (chosen === null) return
  const { x, y } = toScreen(camera, placeAt(positions, chosen))
  pen.beginPath()
  pen.arc(x, y, shownRadius(nodes, chosen, camera) + 5, 0, 2 * Math.PI)
  pen.strokeStyle = palette[focused ? '--focus' : '--ink']
  pen.lineWidth = focused ? 3 : 2
  pen.stroke()
}

function begin(pen: Pen, { size, density }: View): void {
  pen.setTransform(density, 0, 0, density, 0, 0)
  pen.clearRect(0, 0, size.width, size.height)
}

/**
 * By relation, so that the pen changes seldom; yet each line is a path of its own: where the browser draws without a graphics
 * card, one path of thousands of crossing lines takes ten times as long.
 */
function paintLinks(
  pen: Pen,
  { nodes, positions, palette }: Painted,
  { camera, size }: View,
  links: readonly MapLink[],
  isLit: boolean,
): void {
  const fine = isLit || camera.scale >= FINE
  const head = isLit ? HEAD : HEAD * Math.min(1, camera.scale)
  pen.lineWidth = isLit ? 2.4 : fine ? 1.1 : 0.8
  for (const relation of RELATIONS) {
    const { token, dashes } = RELATION_LOOKS[relation]
    const hasHead = fine && !isSymmetric(relation)
    pen.strokeStyle = palette[token]
    pen.fillStyle = palette[token]
    pen.setLineDash(fine ? [...dashes] : [])
    for (const link of links) {
      if (link.relation !== relation) continue
      const start = toScreen(camera, placeAt(positions, link.from))
      const end = toScreen(camera, placeAt(positions, link.to))
      if (
        Math.max(start.x, end.x) < 0 ||
        Math.min(start.x, end.x) > size.width ||
        Math.max(start.y, end.y) < 0 ||
        Math.min(start.y, end.y) > size.height
      )
        continue
      pen.beginPath()
      pen.moveTo(start.x, start.y)
      pen.lineTo(end.x, end.y)
      pen.stroke()
      if (hasHead) paintHead(pen, start, end, shownRadius(nodes, link.to, camera) + 1, head)
    }
  }
  pen.setLineDash([])
}

type Point = { readonly x: number; readonly y: number }

function paintHead(pen: Pen, start: Point, end: Point, gap: number, head: number): void {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = Math.hypot(dx, dy)
  if (length < gap + 2 * head) return
  const [ux, uy] = [dx / length, dy / length]
  const [x, y] = [end.x - ux * gap, end.y - uy * gap]
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x - ux * 2 * head - uy * head * 0.8, y - uy * 2 * head + ux * head * 0.8)
  pen.lineTo(x - ux * 2 * head + uy * head * 0.8, y - uy * 2 * head - ux * head * 0.8)
  pen.fill()
}

function paintNodes(
  pen: Pen,
  { nodes, positions, palette }: Painted,
  { camera, size }: View,
  which: Iterable<number>,
): void {
  // Around the smallest an edge is all that one would see.
  const hasEdge = camera.scale > FINE
  pen.lineWidth = 1.5
  pen.strokeStyle = palette['--paper']
  const shown = [...which]
  for (const tag of TAGS) {
    pen.fillStyle = palette[TAG_TOKENS[tag]]
    for (const node of shown) {
      if (nodes.tags[node] !== tag) continue
      const { x, y } = toScreen(camera, placeAt(positions, node))
      const radius = shownRadius(nodes, node, camera)
      if (isOutside(size, x, y, radius + 2)) continue
      pen.beginPath()
      traceShape(pen, tag, x, y, radius)
      pen.fill()
      if (hasEdge) pen.stroke()
    }
  }
}

/** CSS px from the middle of a node to its edge. */
export function shownRadius(nodes: Pick<MapNodes, 'linksOf'>, node: number, { scale }: Camera): number {
  return Math.max(LEAST_RADIUS, radiusOf(nodes, node) * Math.min(scale, 2))
}

/** Claims are round, attributions square, denials stand on a corner: they differ without colour too. */
function traceShape(pen: Pen, tag: Tag, x: number, y: number, radius: number): void {
  if (tag === 'claim') {
    pen.moveTo(x + radius, y)
    pen.arc(x, y, radius, 0, 2 * Math.PI)
  } else if (tag === 'attribution') {
    const half = radius * 0.85
    pen.rect(x - half, y - half, 2 * half, 2 * half)
  } else {
    const tip = radius * 1.2
    pen.moveTo(x, y - tip)
    pen.lineTo(x + tip, y)
    pen.lineTo(x, y + tip)
    pen.lineTo(x - tip, y)
    pen.closePath()
  }
}

function isOutside({ width, height }: Size, x: number, y: number, reach: number): boolean {
  return x + reach < 0 || y + reach < 0 || x - reach > width || y - reach > height
}
