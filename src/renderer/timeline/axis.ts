import { scaleUtc } from 'd3-scale'
import type { Range } from './range'
import { LABELS, timeAt, xOf } from './scene'
import type { AxisTick } from './timeline-figure'

/** CSS px between two ticks, about. */
const TICK_ROOM = 110

/** Round dates across the part of a drawing that shows dates. */
export function axisTicks(range: Range, scale: number, plotEnd: number): AxisTick[] {
  const ends = [timeAt(LABELS, range, scale), timeAt(plotEnd, range, scale)]
  const wanted = Math.max(2, Math.floor((plotEnd - LABELS) / TICK_ROOM))
  return scaleUtc()
    .domain(ends.map((time) => new Date(time)))
    .ticks(wanted)
    .map((time) => ({ time, x: xOf(time.getTime(), range, scale) }))
}
