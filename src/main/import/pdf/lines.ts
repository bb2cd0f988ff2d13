import { median, type PdfLine, type TextRun } from './text-run'

/** In ems: a gap wider than the first parts columns or cells, one wider than the second parts words. */
const CELL_GAP = 1.6
const WORD_GAP = 0.14
const SAME_BASELINE = 0.35

/** Runs that touch, on one baseline: the pieces that a page is cut into columns by. */
export type Segment = {
  readonly runs: readonly TextRun[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Joins runs to segments; a wide gap on a baseline parts two of them. */
export function segmentsOf(runs: readonly TextRun[]): Segment[] {
  return baselines(runs.filter(({ text }) => text.trim() !== '')).flatMap((line) => {
    const parts: TextRun[][] = []
    let right = Number.NEGATIVE_INFINITY
    for (const run of [...line].sort((a, b) => a.x - b.x)) {
      if (run.x - right > CELL_GAP * run.size) parts.push([])
      parts.at(-1)?.push(run)
      right = Math.max(right, run.x + run.width)
    }
    return parts.map(segmentOf)
  })
}

/** The lines of one column, from top to bottom. */
export function linesOf(segments: readonly Segment[]): PdfLine[] {
  return baselines(segments.flatMap(({ runs }) => runs)).map(lineOf)
}

function baselines(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = []
  let y = Number.NEGATIVE_INFINITY
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    if (run.y - y > SAME_BASELINE * run.size) {
      lines.push([])
      y = run.y
    }
    lines.at(-1)?.push(run)
  }
  return lines
}

function segmentOf(runs: readonly TextRun[]): Segment {
  return {
    runs,
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    top: Math.min(...runs.map(({ y, size }) => y - size * 0.8)),
    bottom: Math.max(...runs.map(({ y, size }) => y + size * 0.2)),
  }
}

function lineOf(unordered: readonly TextRun[]): PdfLine {
  const letters = (wanted: boolean) =>
    unordered.reduce((sum, { rtl, text }) => sum + (rtl === wanted && /\p{L}/u.test(text) ? text.length : 0), 0)
  const rtl = letters(true) > letters(false)
  const runs = spaced(inOrder(unordered, rtl), rtl)
  return {
    runs,
    text: runs.map(({ text }) => text).join(''),
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    y: median(runs.map(({ y }) => y)),
    size:
      Math.max(...runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map(({ size }) => size), 0) ||
      (runs[0]?.size ?? 1),
    rtl,
  }
}

/** A right-to-left line is read from its right end, but what is left-to-right within it keeps its own order. */
function inOrder(runs: readonly TextRun[], rtl: boolean): TextRun[] {
  const sorted = [...runs].sort((a, b) => a.x - b.x)
  if (!rtl) return sorted
  const out: TextRun[] = []
  let ltr: TextRun[] = []
  for (const run of sorted.reverse()) {
    if (!run.rtl && /[\p{L}\p{N}]/u.test(run.text)) {
      ltr.unshift(run)
    } else {
      out.push(...ltr, run)
      ltr = []
    }
  }
  return [...out, ...ltr]
}

/** Puts a space where the page has a gap and the text has none. */
function spaced(runs: readonly TextRun[], rtl: boolean): TextRun[] {
  return runs.map((run, index) => {
    const before = runs[index - 1]
    if (before === undefined || /\s$/.test(before.text) || /^\s/.test(run.text)) return run
    const gap = rtl && run.x < before.x ? before.x - (run.x + run.width) : run.x - (before.x + before.width)
    return gap > WORD_GAP * run.size ? { ...run, text: ` ${run.text}` } : run
  })
}
