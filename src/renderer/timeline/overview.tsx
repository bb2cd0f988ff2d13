import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react'
import type { Dated } from './lanes'
import { momentWords, type Range, within } from './range'
import type { LitStory } from './shown'
import styles from './timeline-chart.module.css'

const HEIGHT = 46
const BINS = 90
const BAR_ROOM = 30
/** The narrowest brush, as a share of everything. */
const LEAST_SHARE = 0.004
const KEY_SHARE = 0.02
const HANDLE = 24

type OverviewProps = {
  readonly times: readonly Dated[]
  readonly lit: LitStory | null
  readonly all: Range
  readonly range: Range
  readonly plot: { readonly start: number; readonly end: number; readonly width: number }
  readonly onRange: (range: Range | null) => void
}

type Grip = { readonly part: 'from' | 'to' | 'both' | 'new'; readonly at: number; readonly range: Range }

/** How many articles there are when, and a brush over the part that is in view: drawn anew, moved, or stretched at its ends. */
export function Overview({ times, lit, all, range, plot, onRange }: OverviewProps) {
  const grip = useRef<Grip | null>(null)
  const bars = useMemo(() => countBins(times, lit, all), [times, lit, all])
  const room = Math.max(plot.end - plot.start - 2 * HANDLE, 1)
  const start = plot.start + HANDLE
  const length = all.to - all.from
  const xOf = (time: number) => start + ((time - all.from) / length) * room
  const timeAt = (x: number) => all.from + ((x - start) / room) * length
  const most = bars.reduce((highest, { count }) => Math.max(highest, count), 1)
  const [left, right] = [xOf(Math.max(range.from, all.from)), xOf(Math.min(range.to, all.to))]
  const least = length * LEAST_SHARE
  // A brush over everything can go nowhere: a drag on it draws it anew.
  const isWhole = range.from <= all.from && range.to >= all.to

  const stretch = (part: 'from' | 'to', to: number, from: Range = range) =>
    onRange(
      part === 'from'
        ? { from: Math.max(all.from, Math.min(to, from.to - least)), to: from.to }
        : { from: from.from, to: Math.min(all.to, Math.max(to, from.from + least)) },
    )
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    const on = partOf(event.target.getAttribute('data-part'))
    const part = on === 'both' && isWhole ? 'new' : on
    grip.current = { part, at, range }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const held = grip.current
    if (!held) return
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const by = timeAt(x) - timeAt(held.at)
    if (held.part === 'both') onRange(within({ from: held.range.from + by, to: held.range.to + by }, all))
    else if (held.part === 'new') {
      const from = Math.max(timeAt(Math.min(x, held.at)), all.from)
      const to = Math.min(timeAt(Math.max(x, held.at)), all.to)
      if (to - from > least) onRange({ from, to })
    } else stretch(held.part, held.range[held.part] + by, held.range)
  }
  const onKeyDown = (part: 'from' | 'to') => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[event.key]
    if (by !== undefined) stretch(part, range[part] + by * KEY_SHARE * length)
    else if (event.key === 'Home') stretch(part, all.from)
    else if (event.key === 'End') stretch(part, all.to)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: handles of an SVG stand in no fieldset
    <svg
      className={styles.overview}
      width={plot.width}
      height={HEIGHT}
      role="group"
      aria-label="Range of dates"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      // However a drag ends, the capture does.
      onLostPointerCapture={() => {
        grip.current = null
      }}
      onDoubleClick={() => onRange(null)}
    >
      <rect
        data-part="new"
        x={plot.start}
        width={Math.max(plot.end - plot.start, 0)}
        height={HEIGHT}
        fill="var(--ground)"
      />
      {bars.map(({ count, lit: isLit }, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          key={at}
          className={styles.bar}
          x={start + (at / BINS) * room}
          y={HEIGHT - 8 - (count / most) * BAR_ROOM}
          width={Math.max(1, room / BINS - 1)}
          height={(count / most) * BAR_ROOM}
          fill={isLit ? 'var(--accent)' : 'var(--rule-strong)'}
        />
      ))}
      <rect
        data-part="both"
        data-whole={isWhole || undefined}
        className={styles.brush}
        x={left}
        y={2}
        width={Math.max(right - left, 2)}
        height={HEIGHT - 4}
      />
      {(['from', 'to'] as const).map((part) => (
        <g
          key={part}
          className={styles.handle}
          transform={`translate(${part === 'from' ? left - HANDLE : right} 2)`}
          role="slider"
          tabIndex={0}
          aria-label={part === 'from' ? 'Earliest date in view' : 'Latest date in view'}
          aria-orientation="horizontal"
          aria-valuemin={all.from}
          aria-valuemax={all.to}
          aria-valuenow={Math.round(range[part])}
          aria-valuetext={momentWords(Math.round(range[part] / 60_000) * 60_000)}
          onKeyDown={onKeyDown(part)}
        >
          <rect data-part={part} className={styles.reach} width={HANDLE} height={HEIGHT - 4} />
          <rect
            data-part={part}
            className={styles.grip}
            x={part === 'from' ? HANDLE - 7 : 0}
            y={8}
            width={7}
            height={26}
            rx={3}
          />
        </g>
      ))}
    </svg>
  )
}

function partOf(name: string | null): Grip['part'] {
  return name === 'from' || name === 'to' || name === 'both' ? name : 'new'
}

function countBins(times: readonly Dated[], lit: LitStory | null, all: Range) {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, lit: false }))
  for (const { at, time } of times) {
    if (time === null) continue
    const bin = bins[Math.min(BINS - 1, Math.floor(((time - all.from) / (all.to - all.from)) * BINS))]
    if (!bin) continue
    bin.count += 1
    if (lit?.articles.has(at)) bin.lit = true
  }
  return bins
}
