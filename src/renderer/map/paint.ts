import { TAGS, type Tag } from '#annotations/model/highlight'
import { isSymmetric, RELATIONS } from '#annotations/model/relation'
import { type Palette, RELATION_LOOKS, TAG_TOKENS } from '../figures/relation-look'
import { type Camera, placeAt, type Size, toScreen } from './camera'
import { type Cluster, radiusOf } from './clusters'
import type { Positions } from './layout'
import type { MapNodes } from './map-nodes'

/** All that a frame of the map is drawn from. */
export type Frame = {
  readonly nodes: MapNodes
  readonly positions: Positions
  readonly clusters: readonly Cluster[]
  readonly camera: Camera
  readonly size: Size
  readonly palette: Palette
  /** The node that is read, and the one under the pointer. */
  readonly chosen: number | null
  readonly hovered: number | null
  /** Whether the keyboard stands on the map. */
  readonly focused: boolean
}

const LEAST_RADIUS = 1.6
const DIMMED = 0.16
/** Below this scale arrowheads and dashes are dots that only cost. */
const FINE = 0.45
const HEAD = 5

/** Draws the clusters, the links and the nodes; the words come after (`paint-words.ts`). */
export function paintMap(context: CanvasRenderingContext2D, frame: Frame): void {
  const { size, palette, clusters, camera } = frame
  context.clearRect(0, 0, size.width, size.height)
  context.fillStyle = palette['--ground']
  context.strokeStyle = palette['--rule']
  context.lineWidth = 1
  context.beginPath()
  for (const { x, y, radius } of clusters) {
    const at = toScreen(camera, { x, y })
    const reach = radius * camera.scale
    if (isOutside(size, at.x, at.y, reach)) continue
    context.moveTo(at.x + reach, at.y)
    context.arc(at.x, at.y, reach, 0, 2 * Math.PI)
  }
  context.fill()
  context.stroke()
  const focus = frame.chosen ?? frame.hovered
  const lit = focus === null ? null : new Set(frame.nodes.linksOf[focus])
  paintLinks(context, frame, lit, false)
  if (lit !== null) paintLinks(context, frame, lit, true)
  paintNodes(context, frame, focus, lit)
}

/**
 * By relation, so that the pen changes seldom; yet each line is a path of its own: where the browser draws without a graphics
 * card, one path of thousands of crossing lines takes ten times as long.
 */
function paintLinks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  lit: ReadonlySet<number> | null,
  isLit: boolean,
): void {
  const { nodes, positions, camera, size, palette } = frame
  const fine = isLit || camera.scale >= FINE
  const head = isLit ? HEAD : HEAD * Math.min(1, camera.scale)
  context.globalAlpha = lit === null ? 0.75 : isLit ? 1 : DIMMED
  context.lineWidth = isLit ? 2.4 : 1.1
  for (const relation of RELATIONS) {
    const { token, dashes } = RELATION_LOOKS[relation]
    const hasHead = fine && !isSymmetric(relation)
    context.strokeStyle = palette[token]
    context.fillStyle = palette[token]
    context.setLineDash(fine ? [...dashes] : [])
    for (const [at, link] of nodes.links.entries()) {
      if (link.relation !== relation || (lit !== null && lit.has(at) !== isLit)) continue
      const start = toScreen(camera, placeAt(positions, link.from))
      const end = toScreen(camera, placeAt(positions, link.to))
      if (
        Math.max(start.x, end.x) < 0 ||
        Math.min(start.x, end.x) > size.width ||
        Math.max(start.y, end.y) < 0 ||
        Math.min(start.y, end.y) > size.height
      )
        continue
      context.beginPath()
      context.moveTo(start.x, start.y)
      context.lineTo(end.x, end.y)
      context.stroke()
      if (hasHead) paintHead(context, start, end, shownRadius(nodes, link.to, camera) + 1, head)
    }
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

type Point = { readonly x: number; readonly y: number }

function paintHead(context: CanvasRenderingContext2D, start: Point, end: Point, gap: number, head: number): void {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = Math.hypot(dx, dy)
  if (length < gap + 2 * head) return
  const [ux, uy] = [dx / length, dy / length]
  const [x, y] = [end.x - ux * gap, end.y - uy * gap]
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x - ux * 2 * head - uy * head * 0.8, y - uy * 2 * head + ux * head * 0.8)
  context.lineTo(x - ux * 2 * head + uy * head * 0.8, y - uy * 2 * head - ux * head * 0.8)
  context.fill()
}

function paintNodes(
  context: CanvasRenderingContext2D,
  frame: Frame,
  focus: number | null,
  lit: ReadonlySet<number> | null,
): void {
  const { nodes, positions, camera, size, palette } = frame
  const near = new Set(focus === null ? [] : [focus])
  for (const at of lit ?? []) {
    const link = nodes.links[at]
    if (link) near.add(link.from).add(link.to)
  }
  // Around the smallest an edge is all that one would see.
  const hasEdge = camera.scale > FINE
  context.lineWidth = 1.5
  context.strokeStyle = palette['--paper']
  for (const tag of TAGS) {
    context.fillStyle = palette[TAG_TOKENS[tag]]
    for (const [node, own] of nodes.tags.entries()) {
      if (own !== tag) continue
      const { x, y } = toScreen(camera, placeAt(positions, node))
      const radius = shownRadius(nodes, node, camera)
      if (isOutside(size, x, y, radius + 2)) continue
      context.globalAlpha = lit === null || near.has(node) ? 1 : 0.3
      context.beginPath()
      traceShape(context, tag, x, y, radius)
      context.fill()
      if (hasEdge) context.stroke()
    }
  }
  context.globalAlpha = 1
  if (frame.chosen === null) return
  const { x, y } = toScreen(camera, placeAt(positions, frame.chosen))
  context.beginPath()
  context.arc(x, y, shownRadius(nodes, frame.chosen, camera) + 5, 0, 2 * Math.PI)
  context.strokeStyle = palette[frame.focused ? '--focus' : '--ink']
  context.lineWidth = frame.focused ? 3 : 2
  context.stroke()
}

/** CSS px from the middle of a node to its edge. */
export function shownRadius(nodes: MapNodes, node: number, { scale }: Camera): number {
  return Math.max(LEAST_RADIUS, radiusOf(nodes, node) * Math.min(scale, 2))
}

/** Claims are round, attributions square, denials stand on a corner: they differ without colour too. */
function traceShape(context: CanvasRenderingContext2D, tag: Tag, x: number, y: number, radius: number): void {
  if (tag === 'claim') {
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
  } else if (tag === 'attribution') {
    const half = radius * 0.85
    context.rect(x - half, y - half, 2 * half, 2 * half)
  } else {
    const tip = radius * 1.2
    context.moveTo(x, y - tip)
    context.lineTo(x + tip, y)
    context.lineTo(x, y + tip)
    context.lineTo(x - tip, y)
    context.closePath()
  }
}

function isOutside({ width, height }: Size, x: number, y: number, reach: number): boolean {
  return x + reach < 0 || y + reach < 0 || x - reach > width || y - reach > height
}
