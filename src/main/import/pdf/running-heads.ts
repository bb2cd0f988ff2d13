import type { PdfLine } from './text-run'

/** Shares of a page's height in which running heads and feet stand. */
const MARGIN = 0.12
const PAGE_NUMBER = /^[–—\-\s|]*((page|p\.|стр\.?|صفحہ)\s*)?[\d۰-۹]{1,4}(\s*(of|\/|из|از)\s*[\d۰-۹]{1,4})?[–—\-\s|]*$/iu
/** A browser prints the time and the title above a page, its address and "1/3" below. */
const BROWSER_HEAD = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}/
const BROWSER_FOOT = /^(https?|file):\/\/\S+(\s+\d+\/\d+)?$/i

export type PageLines = { readonly height: number; readonly lines: readonly PdfLine[] }

/** The lines that are running heads, feet or page numbers: in a margin, and the same on other pages but for the numbers in them. */
export function findRunning(pages: readonly PageLines[]): ReadonlySet<PdfLine> {
  const counts = new Map<string, number>()
  const margins = pages.map(({ height, lines }) =>
    lines.filter(({ y }) => y < height * MARGIN || y > height * (1 - MARGIN)),
  )
  for (const lines of margins) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.3))
  const isRunning = (line: PdfLine) =>
    (counts.get(keyOf(line)) ?? 0) >= least ||
    [PAGE_NUMBER, BROWSER_HEAD, BROWSER_FOOT].some((form) => form.test(line.text.trim()))
  return new Set(margins.flatMap((lines) => lines.filter(isRunning)))
}

/** Numbers differ from page to page; the height on the page does not. */
function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 4)} ${text
    .replace(/[\d۰-۹]+/g, '#')
    .replace(/\s+/g, ' ')
    .trim()}`
}
