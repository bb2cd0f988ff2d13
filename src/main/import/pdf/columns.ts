import type { Segment } from './lines'

/** Points: a gutter narrower than this is a gap between words. */
const NARROWEST_GUTTER = 7
/** Each side of a gutter must look like a column: this many lines, and this share of the width. */
const FEWEST_LINES = 4
const NARROWEST_COLUMN = 0.16

type Span = { readonly from: number; readonly to: number }

/** Segments of a page above which it is no page of a paper; they are read as they stand. */
const MOST_SEGMENTS = 4_000

/**
 * The columns of a page in reading order, by recursive XY-cut (Nagy and Seth, 1984): the page is cut into bands at white space,
 * bands that share a gutter are taken together, and each is cut there. `rtl` reads the right column first.
 */
export function columnsOf(segments: readonly Segment[], rtl: boolean): (readonly Segment[])[] {
  if (segments.length > MOST_SEGMENTS) return [segments]
  const columns: (readonly Segment[])[] = []
  let single: Segment[] | null = null
  for (const band of bandsOf(segments)) {
    const gutter = gutterOf(band, FEWEST_LINES)
    if (gutter === null) {
      // Bands of full lines are one column again: its edges tell indents and short lines.
      if (single === null) {
        single = []
        columns.push(single)
      }
      single.push(...band)
      continue
    }
    single = null
    const left = columnsOf(
      band.filter(({ right }) => right <= gutter),
      rtl,
    )
    const right = columnsOf(
      band.filter(({ right }) => right > gutter),
      rtl,
    )
    columns.push(...(rtl ? [...right, ...left] : [...left, ...right]))
  }
  return columns
}

/** Strips between white space, those together through which one gutter runs. */
function bandsOf(segments: readonly Segment[]): Segment[][] {
  const bands: Segment[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  const strips: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.top - b.top)) {
    if (segment.top >= bottom) strips.push([])
    strips.at(-1)?.push(segment)
    bottom = Math.max(bottom, segment.bottom)
  }
  for (const strip of strips) {
    const last = bands.at(-1)
    if (last !== undefined && gutterOf([...last, ...strip], 1) !== null) last.push(...strip)
    else bands.push(strip)
  }
  return bands
}

/** The right edge of what stands left of the widest gutter between two columns of at least so many lines, or null. */
function gutterOf(segments: readonly Segment[], fewestLines: number): number | null {
  if (segments.length < fewestLines * 2) return null
  const spans = mergedSpans(segments)
  const width = (spans.at(-1)?.to ?? 0) - (spans[0]?.from ?? 0)
  let best: { readonly at: number; readonly gap: number } | null = null
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next === undefined || next.from - span.to < NARROWEST_GUTTER) continue
    const sides = [segments.filter(({ right }) => right <= span.to), segments.filter(({ right }) => right > span.to)]
    if (!sides.every((side) => side.length >= fewestLines && widthOf(side) >= width * NARROWEST_COLUMN)) continue
    if (best === null || next.from - span.to > best.gap) best = { at: span.to, gap: next.from - span.to }
  }
  return best?.at ?? null
}

function widthOf(side: readonly Segment[]): number {
  return Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left))
}

/** What of the width is covered by any segment. */
function mergedSpans(segments: readonly Segment[]): Span[] {
  const spans: { from: number; to: number }[] = []
  for (const { left, right } of [...segments].sort((a, b) => a.left - b.left)) {
    const last = spans.at(-1)
    if (last !== undefined && left <= last.to) last.to = Math.max(last.to, right)
    else spans.push({ from: left, to: right })
  }
  return spans
}
