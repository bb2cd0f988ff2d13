import { TAGS } from '#annotations/model/highlight'
import { textWidth } from '../figures/fit-text'
import { FIGURE_FONT } from '../figures/font'
import { Legend, legendHeight } from '../figures/legend'
import { MarkBox, TagTick } from './mark-box'
import type { Box, Scene } from './scene'
import type { AxisTick } from './timeline-figure'
import { AXIS_HEIGHT, Axis, LanesFigure } from './timeline-figure'

const LINE = 18
const INSET = 16
const HEADING_FONT = `400 12.5px ${FIGURE_FONT}`

/** What the bars of an article look like in the legend. */
const TIMELINE_TAGS = TAGS.map((tag) => ({ tag, mark: <TagTick tag={tag} x={11} y={8} lit={true} /> }))

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
  const lines = words.flatMap((part) => wrap(part, scene.width - 2 * INSET))
  const top = lines.length === 0 ? 12 : 20 + lines.length * LINE
  const height = top + AXIS_HEIGHT + scene.height + legendHeight(scene.width, TIMELINE_TAGS)
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
          <text key={at} x={INSET} y={22 + at * LINE}>
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
      <Legend y={top + AXIS_HEIGHT + scene.height} width={scene.width} font={FIGURE_FONT} tags={TIMELINE_TAGS} />
    </svg>
  )
}

/** Lines of at most so many CSS px, broken at spaces. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && textWidth(`${line} ${word}`, HEADING_FONT) > most) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
