import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../reader/use-latest'
import { useApp } from '../state/app-context'
import type { TimelinePlace } from '../state/timeline-route'
import { type Range, within } from './range'

/** ms without a move after which the range in view is noted in the address. */
const SETTLED = 250
/** A day and a half around no date at all: there is nothing to show in it. */
const EMPTY: Range = { from: 0, to: 129_600_000 }

/** The range of dates in view. It follows the address, and the address follows it once it has come to rest. */
export function useRange(place: TimelinePlace, all: Range | null): [Range, (range: Range | null) => void] {
  const app = useApp()
  const latest = useLatest(place)
  const [moved, setMoved] = useState<Range | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [from, to] = [place.range?.from, place.range?.to]
  // What was moved is in the address by now, or the address names another range.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address's range is what this waits for
  useEffect(() => setMoved(null), [from, to])
  useEffect(() => () => clearTimeout(timer.current), [])

  const change = (range: Range | null) => {
    setMoved(range)
    clearTimeout(timer.current)
    if (range === null) return note(null)
    timer.current = setTimeout(() => note(range), SETTLED)
  }
  const note = (range: Range | null) => {
    if (latest.current.view !== app.router.route.get().view) return
    const whole = range === null || (all !== null && range.from <= all.from && range.to >= all.to)
    const words = whole ? null : { from: minuteOf(range.from), to: minuteOf(range.to) }
    app.router.note({ ...latest.current, range: words })
  }
  const noted = from === undefined || to === undefined ? null : { from: Date.parse(from), to: Date.parse(to) }
  const wanted = moved ?? noted ?? all ?? EMPTY
  return [all === null ? wanted : within(wanted, all), change]
}

/** Seconds only make an address longer. */
function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`
}
