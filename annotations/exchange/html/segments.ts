import type { Highlight } from '../../model/highlight'

/** A run of a text that the same highlights cover, the outermost first. Offsets are UTF-16 units of the text. */
export type Run = { readonly start: number; readonly end: number; readonly over: readonly Highlight[] }

/** A block's text cut wherever a highlight begins or ends: overlapping passages cannot nest as elements do. */
export function runsOf(start: number, end: number, highlights: readonly Highlight[]): readonly Run[] {
  const here = highlights.filter(({ anchor }) => anchor.start < end && anchor.end > start)
  const cuts = new Set([start, end])
  for (const { anchor } of here) {
    if (anchor.start > start) cuts.add(anchor.start)
    if (anchor.end < end) cuts.add(anchor.end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? start
    return { start: from, end: to, over: here.filter(({ anchor }) => anchor.start <= from && anchor.end >= to) }
  })
}
