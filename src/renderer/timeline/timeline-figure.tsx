import { type ReactNode, useId } from 'react'
import { RELATIONS } from '#annotations/model/relation'
import { fitText, textWidth } from '../figures/fit-text'
import { FIGURE_FONT } from '../figures/font'
import { RELATION_LOOKS } from '../figures/relation-look'
import { tickWords } from './range'
import { LABELS, type Scene } from './scene'

export const AXIS_HEIGHT = 30
/** From so many curves on each is fainter, so that one sees where they run. */
const MANY_CURVES = 60
const FAINT = 0.55
const NAME_INSET = 16
const NAME_FONT = `600 12px ${FIGURE_FONT}`

export type AxisTick = { readonly time: Date; readonly x: number }

/** The dates above the lanes. */
export function Axis({ ticks, scene }: { readonly ticks: readonly AxisTick[]; readonly scene: Scene }) {
  const words = tickWords(ticks.map(({ time }) => time))
  return (
    <g fontFamily={FIGURE_FONT} fontSize={11} fill="var(--ink-2)">
      {ticks.map(({ x }, at) => (
        <text key={x} x={x} y={19} textAnchor="middle">
          {x > LABELS + 20 && x < scene.plotEnd - 20 ? words[at] : ''}
        </text>
      ))}
      {scene.hasUndated && (
        <text x={(scene.plotEnd + scene.width) / 2} y={19} textAnchor="middle" fontWeight={600}>
          No date
        </text>
      )}
      <path d={`M0 ${AXIS_HEIGHT - 0.5}H${scene.width}`} stroke="var(--rule)" />
    </g>
  )
}

type LanesProps = {
  readonly scene: Scene
  readonly ticks: readonly AxisTick[]
  /** The marks: on the screen they can be worked, in a picture they cannot. */
  readonly dated: ReactNode
  readonly undated: ReactNode
}

/** The lanes with the links between them, and what is given as marks. */
export function LanesFigure({ scene, ticks, dated, undated }: LanesProps) {
  const id = useId()
  const { width, height, plotEnd, lanes, hasUndated, curves } = scene
  return (
    <g fontFamily={FIGURE_FONT}>
      <defs>
        <clipPath id={`${id}-plot`}>
          <rect x={LABELS} y={-AXIS_HEIGHT} width={Math.max(plotEnd - LABELS, 0)} height={height + AXIS_HEIGHT} />
        </clipPath>
        <clipPath id={`${id}-links`}>
          <rect x={LABELS} y={0} width={Math.max(width - LABELS, 0)} height={height} />
        </clipPath>
        {RELATIONS.map((relation) => (
          <marker
            key={relation}
            id={`${id}-${relation}`}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={8}
            markerHeight={8}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill={`var(${RELATION_LOOKS[relation].token})`} />
          </marker>
        ))}
      </defs>
      {lanes.map(({ y, height: laneHeight }, at) => (
        <rect key={y} y={y} width={width} height={laneHeight} fill={at % 2 === 0 ? 'var(--paper)' : 'var(--ground)'} />
      ))}
      <g clipPath={`url(#${id}-plot)`}>
        {ticks.map(({ x }) => (
          <path key={x} d={`M${x} 0V${height}`} stroke="var(--rule)" />
        ))}
      </g>
      {hasUndated && <rect x={plotEnd} width={width - plotEnd} height={height} fill="var(--sunken)" opacity={0.6} />}
      <g
        clipPath={`url(#${id}-links)`}
        fill="none"
        strokeWidth={1.6}
        strokeOpacity={curves.length > MANY_CURVES ? FAINT : 1}
      >
        {curves.map(({ id: link, path, relation, directed }) => (
          <path
            key={link}
            d={path}
            stroke={`var(${RELATION_LOOKS[relation].token})`}
            strokeDasharray={RELATION_LOOKS[relation].dashes.join(' ') || undefined}
            markerEnd={directed ? `url(#${id}-${relation})` : undefined}
          />
        ))}
      </g>
      <g clipPath={`url(#${id}-plot)`}>{dated}</g>
      {undated}
      {lanes.map(({ name, y, height: laneHeight }, at) => (
        <g key={y}>
          <rect y={y} width={LABELS} height={laneHeight} fill={at % 2 === 0 ? 'var(--paper)' : 'var(--ground)'} />
          <LaneName name={name} y={y} />
        </g>
      ))}
      <path d={`M${LABELS - 0.5} 0V${height}`} stroke="var(--rule)" />
    </g>
  )
}

/** On two lines where one is too short for it. */
function LaneName({ name, y }: { readonly name: string | null; readonly y: number }) {
  const words = name ?? 'No publisher'
  const room = LABELS - NAME_INSET - 8
  const [first, second] = twoLines(words, room)
  return (
    <text fontSize={12} fontWeight={600} fill={name === null ? 'var(--ink-3)' : 'var(--ink)'}>
      <tspan x={NAME_INSET} y={y + 30}>
        {fitText(first, NAME_FONT, room)}
      </tspan>
      <tspan x={NAME_INSET} y={y + 46}>
        {fitText(second, NAME_FONT, room)}
      </tspan>
      <title>{words}</title>
    </text>
  )
}

/** As many whole words as fit, and the rest. */
function twoLines(words: string, room: number): readonly [string, string] {
  if (textWidth(words, NAME_FONT) <= room) return [words, '']
  const parts = words.split(/\s+/)
  let fits = parts.length - 1
  while (fits > 1 && textWidth(parts.slice(0, fits).join(' '), NAME_FONT) > room) fits -= 1
  return [parts.slice(0, fits).join(' '), parts.slice(fits).join(' ')]
}
