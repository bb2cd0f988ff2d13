import type { Tag } from '#annotations/model/highlight'

/** A run of a text that the same marks cover; `start` is in UTF-16 units of the whole text. */
export type MarkedRun = { readonly start: number; readonly words: string; readonly tags: readonly Tag[] }

type Mark = { readonly start: number; readonly end: number; readonly tag: Tag }

/** A stretch of a text, which begins at `from`, cut wherever a mark begins or ends; the innermost tag comes last. */
export function markedRuns(text: string, from: number, marks: readonly Mark[]): MarkedRun[] {
  const end = from + text.length
  const cuts = new Set([from, end])
  for (const mark of marks) {
    if (mark.start > from && mark.start < end) cuts.add(mark.start)
    if (mark.end > from && mark.end < end) cuts.add(mark.end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  const outerFirst = marks.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  return places.slice(1).map((to, index) => {
    const start = places[index] ?? from
    const over = outerFirst.filter((mark) => mark.start <= start && mark.end >= to)
    return { start, words: text.slice(start - from, to - from), tags: over.map(({ tag }) => tag) }
  })
}
