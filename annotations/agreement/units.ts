import type { Highlight, Tag } from '../model/highlight'

/** A stretch of a text that one annotator gave a category, in UTF-16 units, end-exclusive. */
export type Unit = { readonly start: number; readonly end: number; readonly category: string }

/** The category of what nobody marked. */
export const NOTHING = ''

/** A text of some length with each annotator's units, which do not overlap and are in order. */
export type Continuum = { readonly length: number; readonly units: readonly (readonly Unit[])[] }

/**
 * One annotator's highlights as units that do not overlap, of all tags or of one. Where highlights with different tags
 * overlap, the passage is a unit with a category of its own ("claim+denial"); overlapping ones of one tag are one unit.
 */
export function unitsOf(highlights: readonly Highlight[], tag: Tag | null): readonly Unit[] {
  const marks = highlights
    .filter((highlight) => tag === null || highlight.tag === tag)
    .map(({ anchor, tag: is }) => ({ start: anchor.start, end: anchor.end, tag: is }))
    .sort((a, b) => a.start - b.start)
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const units: Unit[] = []
  let next = 0
  let open: typeof marks = []
  for (const [index, start] of cuts.entries()) {
    const carriedOver = open.some(({ end }) => end > start)
    open = open.filter(({ end }) => end > start)
    for (let mark = marks[next]; mark && mark.start <= start; mark = marks[++next]) open.push(mark)
    const end = cuts[index + 1]
    if (open.length === 0 || end === undefined) continue
    const category = [...new Set(open.map((mark) => mark.tag))].sort().join('+')
    const last = units.at(-1)
    if (carriedOver && last?.end === start && last.category === category) units[units.length - 1] = { ...last, end }
    else units.push({ start, end, category })
  }
  return units
}

/** A stretch in which no annotator's category changes. `categories` are by annotator. */
export type Stretch = { readonly length: number; readonly categories: readonly string[] }

/** A continuum cut wherever any annotator begins or ends a unit. */
export function* stretchesOf({ length, units }: Continuum): Generator<Stretch> {
  const cuts = new Set([0, length])
  for (const { start, end } of units.flat()) cuts.add(start).add(end)
  const sorted = [...cuts].sort((a, b) => a - b)
  const at = units.map(() => 0)
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1]
    if (end === undefined) return
    const categories = units.map((list, side) => {
      let place = at[side] ?? 0
      while ((list[place]?.end ?? Number.POSITIVE_INFINITY) <= start) place++
      at[side] = place
      const unit = list[place]
      return unit && unit.start <= start ? unit.category : NOTHING
    })
    yield { length: end - start, categories }
  }
}
