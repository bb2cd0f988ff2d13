import { useId } from 'react'
import { TAGS, type Tag } from '#annotations/model/highlight'
import { isSymmetric, RELATIONS } from '#annotations/model/relation'
import { FIGURE_FONT } from '../figures/font'
import { Legend, legendHeight } from '../figures/legend'
import { RELATION_LOOKS, TAG_TOKENS } from '../figures/relation-look'
import { placeAt } from './camera'
import { around, type Bounds, clustersOf, radiusOf } from './clusters'
import type { Positions } from './layout'
import type { MapNodes } from './map-nodes'
import { measure } from './paint-words'
import { nameInPicture } from './picture-words'
import { LINE } from './words'

const MARGIN = 24
const LEAST_WIDTH = 780
/** Around a node, where arrowheads are. */
const CLEAR = 9
/** From the top of a line to where its letters stand. */
const ASCENT = 12

/** What nodes look like in the legend. */
const MAP_TAGS = TAGS.map((tag) => ({
  tag,
  mark: <path d={shapeOf(tag, { x: 11, y: 14 }, 6)} fill={`var(${TAG_TOKENS[tag]})`} />,
}))

type MapPictureProps = {
  readonly nodes: MapNodes
  readonly positions: Positions
  readonly wordsOf: (node: number) => string
}

/** The whole map as a picture of its own. Each node has its words as a title, which most programs show under the pointer. */
export function MapPicture({ nodes, positions, wordsOf }: MapPictureProps) {
  const id = useId()
  const { clusters, bounds: circles } = clustersOf(nodes, positions)
  const boxes = nodes.highlights.map((_, node): Bounds => {
    const [{ x, y }, radius] = [placeAt(positions, node), radiusOf(nodes, node) + CLEAR]
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
  })
  const names = nameInPicture(clusters, boxes, measure)
  const bounds = names.reduce((all, { box }) => around(all, box), circles ?? { left: 0, top: 0, right: 0, bottom: 0 })
  const width = Math.max(LEAST_WIDTH, bounds.right - bounds.left + 2 * MARGIN)
  // A narrow map stands in the middle, above a legend that is wider.
  const [left, top] = [(bounds.left + bounds.right - width) / 2, bounds.top - MARGIN]
  const legend = legendHeight(width, MAP_TAGS)
  const height = bounds.bottom - top + MARGIN + legend
  return (
    <svg
      width={Math.round(width)}
      height={Math.round(height)}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FIGURE_FONT}
    >
      <title>Map of highlights and links</title>
      <defs>
        {RELATIONS.map((relation) => (
          <marker
            key={relation}
            id={`${id}-${relation}`}
            viewBox="0 0 8 8"
            refX={8}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill={`var(${RELATION_LOOKS[relation].token})`} />
          </marker>
        ))}
      </defs>
      <rect width={width} height={height} fill="var(--paper)" />
      <g transform={`translate(${-left} ${-top})`}>
        {clusters.map(({ at, x, y, radius, title }) => (
          <circle key={at} cx={round(x)} cy={round(y)} r={round(radius)} fill="var(--ground)" stroke="var(--rule)">
            <title>{title}</title>
          </circle>
        ))}
        {nodes.links.map(({ at, from, to, relation }) => {
          const line = shorten(placeAt(positions, from), placeAt(positions, to), radiusOf(nodes, to) + 1)
          return (
            <path
              key={at}
              d={line}
              fill="none"
              stroke={`var(${RELATION_LOOKS[relation].token})`}
              strokeWidth={1.2}
              strokeDasharray={RELATION_LOOKS[relation].dashes.join(' ') || undefined}
              markerEnd={isSymmetric(relation) ? undefined : `url(#${id}-${relation})`}
            />
          )
        })}
        {nodes.highlights.map((highlight, node) => (
          <path
            key={highlight}
            d={shapeOf(nodes.tags[node] ?? 'claim', placeAt(positions, node), radiusOf(nodes, node))}
            fill={`var(${TAG_TOKENS[nodes.tags[node] ?? 'claim']})`}
            stroke="var(--paper)"
            strokeWidth={1.5}
          >
            <title>{wordsOf(node)}</title>
          </path>
        ))}
        {names.map(({ at, x, box, title, more }) => (
          <text
            key={at}
            textAnchor="middle"
            fill="var(--ink)"
            stroke="var(--paper)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            <tspan x={round(x)} y={round(box.top + ASCENT)} fontSize={12} fontWeight={600}>
              {`\u2068${title}\u2069`}
            </tspan>
            <tspan x={round(x)} y={round(box.top + LINE + ASCENT)} fontSize={11}>
              {more}
            </tspan>
          </text>
        ))}
      </g>
      <Legend y={height - legend} width={width} font={FIGURE_FONT} tags={MAP_TAGS} />
    </svg>
  )
}

type Point = { readonly x: number; readonly y: number }

/** From middle to the edge of the other node, where its arrowhead is. */
function shorten(from: Point, to: Point, by: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const share = Math.max(0, (length - by) / length)
  return `M${round(from.x)} ${round(from.y)}L${round(from.x + (to.x - from.x) * share)} ${round(from.y + (to.y - from.y) * share)}`
}

/** As `paint.ts` draws them. */
function shapeOf(tag: Tag, { x, y }: Point, radius: number): string {
  if (tag === 'claim')
    return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
  if (tag === 'attribution') {
    const half = radius * 0.85
    return `M${round(x - half)} ${round(y - half)}h${round(2 * half)}v${round(2 * half)}h${round(-2 * half)}z`
  }
  const tip = radius * 1.2
  return `M${round(x)} ${round(y - tip)}l${round(tip)} ${round(tip)}l${round(-tip)} ${round(tip)}l${round(-tip)} ${round(-tip)}z`
}

function round(px: number): number {
  return Math.round(px * 10) / 10
}
