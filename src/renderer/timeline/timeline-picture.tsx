import { LEGEND_HEIGHT, Legend } from '../figures/legend'
import { FIGURE_FONT, MarkBox } from './mark-box'
import type { Box, Scene } from './scene'
import type { AxisTick } from './timeline-figure'
import { AXIS_HEIGHT, Axis, LanesFigure } from './timeline-figure'

const LINE = 18
/** UTF-16 units of a line of the heading, about: a picture is as wide as the window was. */
const UNITS_PER_PX = 0.128

type PictureProps = {
  readonly scene: Scene
  readonly ticks: readonly AxisTick[]
  /** The claim that is lit, if any, and what became of it. */
  readonly claim: string | null
  readonly sentence: string
}

/** The timeline as a picture of its own: with its story in words above and what its lines mean below. */
export function TimelinePicture({ scene, ticks, claim, sentence }: PictureProps) {
  const words = [claim === null ? '' : `“${claim}”`, sentence].filter((part) => part !== '')
  const lines = words.flatMap((part) => wrap(part, Math.floor(scene.width * UNITS_PER_PX)))
  const top = lines.length === 0 ? 12 : 20 + lines.length * LINE
  const height = top + AXIS_HEIGHT + scene.height + LEGEND_HEIGHT
  const marks = (boxes: readonly Box[]) =>
    boxes.map((box) => (
      <g key={box.mark.id} transform={`translate(${box.x} ${box.y})`}>
        <MarkBox box={box} form={scene.form} chosen={false} />
      </g>
    ))
  return (
    <svg width={scene.width} height={height} viewBox={`0 0 ${scene.width} ${height}`}>
      <title>{lines.join(' ') || 'Articles by publisher and date'}</title>
      <rect width={scene.width} height={height} fill="var(--paper)" />
      <g fontFamily={FIGURE_FONT} fontSize={12.5} fill="var(--ink)">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <text key={at} x={16} y={22 + at * LINE}>
            {line}
          </text>
        ))}
      </g>
      <g transform={`translate(0 ${top})`}>
        <Axis ticks={ticks} scene={scene} />
        <g transform={`translate(0 ${AXIS_HEIGHT})`}>
          <LanesFigure
            scene={scene}
            ticks={ticks}
            dated={marks(scene.boxes.filter(({ undated }) => !undated))}
            undated={marks(scene.boxes.filter(({ undated }) => undated))}
          />
        </g>
      </g>
      <Legend y={top + AXIS_HEIGHT + scene.height} font={FIGURE_FONT} />
    </svg>
  )
}

/** Lines of at most so many UTF-16 units, broken at spaces. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
