/** A stretch of time: ms since the Unix epoch, `to` later than `from`. */
export type Range = { readonly from: number; readonly to: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Nearer than this there is nothing to see: papers give days, seldom hours. */
const SHORTEST = 6 * HOUR

/** ms of a publication date; a day counts as its first moment in UTC. */
export function timeOf(published: string): number {
  return Date.parse(published)
}

/** From the first to the last of some dates, with room around a single one; null when there is none. */
export function extentOf(times: readonly number[]): Range | null {
  if (times.length === 0) return null
  // Spreading thousands of arguments overflows the stack of some engines.
  const from = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  const to = times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY)
  return to - from >= DAY ? { from, to } : { from: from - 2 * DAY, to: to + 2 * DAY }
}

/** Closer for a factor above 1; the moment `at` stays where it is. Never shorter than hours or longer than all there is. */
export function zoom({ from, to }: Range, factor: number, at: number, all: Range): Range {
  const length = Math.min(Math.max((to - from) / factor, SHORTEST), Math.max(all.to - all.from, SHORTEST))
  const share = (at - from) / (to - from)
  return within({ from: at - share * length, to: at + (1 - share) * length }, all)
}

/** Later by some ms, or earlier. */
export function shift({ from, to }: Range, by: number, all: Range): Range {
  return within({ from: from + by, to: to + by }, all)
}

/** Of the same length, moved so that it lies within all there is. */
export function within({ from, to }: Range, all: Range): Range {
  const length = to - from
  const start = Math.min(Math.max(from, all.from), Math.max(all.from, all.to - length))
  return { from: start, to: start + length }
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const fullDays = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })

/** The words at a tick of the axis, as fine as the steps between ticks; the year stands with the first day and each new one. */
export function tickWords(ticks: readonly Date[]): string[] {
  const [first, second] = ticks
  const step = first && second ? second.getTime() - first.getTime() : DAY
  return ticks.map((tick, at) => {
    if (step >= 360 * DAY) return String(tick.getUTCFullYear())
    if (step >= 27 * DAY) return months.format(tick)
    if (step < DAY && tick.getTime() % DAY !== 0) return hours.format(tick)
    return ticks[at - 1]?.getUTCFullYear() === tick.getUTCFullYear() ? days.format(tick) : fullDays.format(tick)
  })
}

/** "4 May 2023", or with the hour when it has one. */
export function momentWords(time: number): string {
  const moment = new Date(time)
  return time % DAY === 0 ? fullDays.format(moment) : `${fullDays.format(moment)}, ${hours.format(moment)}`
}
