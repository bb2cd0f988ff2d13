import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { useGestures } from '../figures/use-gestures'
import { useLatest } from '../reader/use-latest'
import { formatNumber } from '../ui/format'
import { axisTicks } from './axis'
import { FORMS, type Lanes, type Mark } from './lanes'
import { MarkBox } from './mark-box'
import { markWords } from './mark-words'
import { Overview } from './overview'
import { type Range, shift, zoom } from './range'
import { type Box, drawScene, LABELS, timeAt, xOf } from './scene'
import type { LitStory, Shown } from './shown'
import styles from './timeline-chart.module.css'
import { AXIS_HEIGHT, Axis, LanesFigure } from './timeline-figure'
import { useWindow } from './use-window'
import { type Step, walk } from './walk'

type ChartProps = {
  readonly graph: DeskGraph
  readonly shown: Shown
  readonly lanes: Lanes
  readonly scale: number
  readonly range: Range
  readonly all: Range
  readonly width: number
  readonly lit: LitStory | null
  /** The article that is read beside it: an index of the graph. */
  readonly at: number | null
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onRange: (range: Range | null) => void
  readonly onChoose: (mark: Mark) => void
}

const STEPS: { readonly [key: string]: Step } = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
const ZOOM_STEP = 1.6

/** The lanes with their dates above and the whole of it below: wheel, pinch, drag, brush and keys move through time. */
export function TimelineChart(props: ChartProps) {
  const { graph, shown, lanes, scale, range, all, width, lit, at, scroller, onRange, onChoose } = props
  const [window, measure] = useWindow(scroller)
  const [standing, setStanding] = useState<number | null>(null)
  const scene = useMemo(
    () => drawScene({ graph, shown, lanes, origin: all.from, range, width, lit, window, keep: standing }),
    [graph, shown, lanes, all, range, width, lit, window, standing],
  )
  // Without a date there is no time to show.
  const hasDates = useMemo(() => shown.articles.some(({ time }) => time !== null), [shown])
  const ticks = useMemo(
    () => (hasDates ? axisTicks(range, scale, scene.plotEnd) : []),
    [hasDates, range, scale, scene.plotEnd],
  )
  const chosen = at === null ? null : (allMarks(lanes).find(({ articles }) => articles.includes(at))?.id ?? null)
  // Tab comes to where one stood, else to what is read, else to the first mark in view.
  const ids = new Set(scene.boxes.map(({ mark }) => mark.id))
  const tabStop = [standing, chosen].find((id) => id !== null && ids.has(id)) ?? scene.boxes[0]?.mark.id ?? null

  useGestures(scroller, {
    onPan(x, y) {
      onRange(shift(range, -x / scale, all))
      scroller.current?.scrollBy(0, -y)
    },
    onZoom: (factor, x) => onRange(zoom(range, factor, timeAt(x, range, scale), all)),
  })
  useFocusMark(scroller, standing, measure)
  useStoryInView(scroller, lanes, lit)

  const stand = (id: number) => {
    setStanding(id)
    const mark = allMarks(lanes).find((one) => one.id === id)
    const time = mark ? graph.articles[mark.id]?.published : null
    if (time) onRange(bringIn(range, Date.parse(time), scale, scene.plotEnd - FORMS[scene.form].width, all))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = STEPS[event.key]
    if (step !== undefined && tabStop !== null) stand(walk(lanes.lanes, tabStop, step))
    else if (event.key === '+' || event.key === '=') onRange(zoomAround(range, ZOOM_STEP, all))
    else if (event.key === '-') onRange(zoomAround(range, 1 / ZOOM_STEP, all))
    else if (event.key === '0') onRange(null)
    else return
    event.preventDefault()
  }
  const work = (boxes: readonly Box[]) =>
    boxes.map((box) => (
      <WorkedMark
        key={box.mark.id}
        box={box}
        lane={scene.lanes[box.lane]?.name ?? null}
        form={scene.form}
        chosen={box.mark.id === chosen}
        tabStop={box.mark.id === tabStop}
        onChoose={() => {
          setStanding(box.mark.id)
          onChoose(box.mark)
        }}
      />
    ))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its marks take the focus; arrows and zoom keys are for all of them
    <div className={styles.chart} onKeyDown={onKeyDown}>
      <svg className={styles.axis} width={width} height={AXIS_HEIGHT} aria-hidden="true">
        <Axis ticks={ticks} scene={scene} />
      </svg>
      <div ref={scroller} className={styles.scroller} onScroll={measure}>
        {/* biome-ignore lint/a11y/useSemanticElements: the marks of an SVG stand in no fieldset */}
        <svg
          className={styles.lanes}
          width={width}
          height={Math.max(scene.height, 1)}
          role="group"
          aria-label="Articles by publisher and date"
        >
          <LanesFigure
            scene={scene}
            ticks={ticks}
            dated={work(scene.boxes.filter(({ undated }) => !undated))}
            undated={work(scene.boxes.filter(({ undated }) => undated))}
          />
        </svg>
      </div>
      {scene.undrawn > 0 && (
        <p className={styles.undrawn} role="status">
          {formatNumber(scene.undrawn)} more links are not drawn: zoom in{lit === null && ', or choose a story'}.
        </p>
      )}
      {hasDates && (
        <Overview
          times={shown.articles}
          lit={lit}
          all={all}
          range={range}
          plot={{ start: LABELS, end: scene.plotEnd, width }}
          onRange={onRange}
        />
      )}
    </div>
  )
}

type WorkedMarkProps = {
  readonly box: Box
  readonly lane: string | null
  readonly form: Lanes['form']
  readonly chosen: boolean
  readonly tabStop: boolean
  readonly onChoose: () => void
}

function WorkedMark({ box, lane, form, chosen, tabStop, onChoose }: WorkedMarkProps) {
  const words = markWords(box, lane)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    onChoose()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in an SVG
    <g
      role="button"
      className={styles.mark}
      transform={`translate(${box.x} ${box.y})`}
      tabIndex={tabStop ? 0 : -1}
      aria-label={words}
      aria-pressed={chosen}
      data-mark={box.mark.id}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <rect
        className={styles.ring}
        x={-4}
        y={-4}
        width={FORMS[form].width + 8}
        height={FORMS[form].height + 8}
        rx={9}
      />
      <MarkBox box={box} form={form} chosen={chosen} />
      <title>{words}</title>
    </g>
  )
}

/** Gives the focus to the mark that the keyboard went to, once it is drawn, and scrolls to it. */
function useFocusMark(scroller: RefObject<HTMLDivElement | null>, standing: number | null, measure: () => void): void {
  const first = useRef(true)
  useEffect(() => {
    if (first.current || standing === null) {
      first.current = false
      return
    }
    const mark = scroller.current?.querySelector<SVGGElement>(`[data-mark="${standing}"]`)
    mark?.focus({ preventScroll: true })
    mark?.scrollIntoView({ block: 'nearest' })
    measure()
  }, [scroller, standing, measure])
}

/** A story that is lit begins in view: in a large desk its first mark may be many lanes away. */
function useStoryInView(
  scroller: RefObject<HTMLDivElement | null>,
  { lanes, form }: Lanes,
  lit: LitStory | null,
): void {
  const latest = useLatest(lanes)
  useEffect(() => {
    const { current } = scroller
    const first = lit === null ? undefined : [...lit.articles].find(([, role]) => role === 'first')?.[0]
    if (!current || first === undefined) return
    for (const { y, marks, undated } of latest.current) {
      const mark = [...marks, ...undated].find(({ articles }) => articles.includes(first))
      if (!mark) continue
      const top = y + mark.row * FORMS[form].pitch
      if (top < current.scrollTop || top + FORMS[form].pitch * 2 > current.scrollTop + current.clientHeight)
        current.scrollTo({ top: Math.max(0, top - current.clientHeight / 3) })
    }
  }, [scroller, latest, lit, form])
}

export function allMarks({ lanes }: Lanes): readonly Mark[] {
  return lanes.flatMap(({ marks, undated }) => [...marks, ...undated])
}

/** In the middle of what is in view. */
export function zoomAround(range: Range, factor: number, all: Range): Range {
  return zoom(range, factor, (range.from + range.to) / 2, all)
}

/** Just so far that a date is in view. */
function bringIn(range: Range, time: number, scale: number, end: number, all: Range): Range {
  const x = xOf(time, range, scale)
  const [least, most] = [LABELS + 8, end - 8]
  const by = x < least ? x - least : x > most ? x - most : 0
  return by === 0 ? range : shift(range, by / scale, all)
}
