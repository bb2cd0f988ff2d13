import { ok } from '#annotations/model/result'
import { assemble } from '../assemble'
import { BadFile } from '../bad-file'
import type { FormatReader } from '../imported-article'
import { columnsOf } from '../pdf/columns'
import { linesOf, segmentsOf } from '../pdf/lines'
import { readPdfPages } from '../pdf/open-pdf'
import { paragraphsOf } from '../pdf/paragraphs'
import { findRunning } from '../pdf/running-heads'
import type { PdfPage } from '../pdf/text-run'

/** Fewer letters than this on a page is a stamp or a page number, not its text. */
const FEWEST_LETTERS = 20
/** Share of signs without a character from which on a reader is told. */
const MOST_UNMAPPED = 0.01

/** A PDF's text layer: columns in reading order, words joined over line ends, running heads and page numbers as asides. */
export const readPdf: FormatReader = async (bytes, context) => {
  const { pages, title } = await readPdfPages(bytes)
  const empty = pages.flatMap((page, index) =>
    lettersOf(page) < (pages.length === 1 ? 1 : FEWEST_LETTERS) ? [index + 1] : [],
  )
  if (pages.every((page) => lettersOf(page) === 0)) {
    throw new BadFile(
      'has no text in it: it is a scan, or made of pictures.',
      'Have its text recognised (OCR) first, or find the article as a web page.',
    )
  }
  const columns = pages.map(({ runs }) => columnsOf(segmentsOf(runs), isRtl(runs)).map(linesOf))
  const running = findRunning(pages.map(({ height }, index) => ({ height, lines: columns[index]?.flat() ?? [] })))
  const asides = columns.map((page) => page.flat().flatMap((line) => (running.has(line) ? [line.text.trim()] : [])))
  const blocks = paragraphsOf(
    columns.flatMap((page, index) =>
      page.map((lines) => ({ page: index, lines: lines.filter((line) => !running.has(line)) })),
    ),
    asides,
  )
  const unmapped = unmappedShare(pages)
  const notes = [
    ...(unmapped < MOST_UNMAPPED
      ? []
      : [
          `The file does not say which letters ${Math.ceil(unmapped * 100)} % of its signs are: compare the text with the page.`,
        ]),
    ...(running.size === 0 ? [] : [`${running.size} running heads, feet and page numbers were set aside.`]),
    ...(empty.length === 0 ? [] : [`No text was found on ${pagesInWords(empty)}: a picture or a scan.`]),
  ]
  return ok([assemble({ blocks, fileTitle: title, notes }, context)])
}

/** Signs that the file's fonts give no character for: they are seen on the page, and missing in any text taken from it. */
function unmappedShare(pages: readonly PdfPage[]): number {
  const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
  // pdf.js writes a zero for a sign without a character.
  const unmapped = text.match(/[\0\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  return text.length === 0 ? 0 : unmapped / text.length
}

function lettersOf(page: PdfPage): number {
  return page.runs.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
}

function isRtl(runs: PdfPage['runs']): boolean {
  const rtl = runs.reduce((sum, run) => sum + (run.rtl ? run.text.length : 0), 0)
  return rtl * 2 > runs.reduce((sum, run) => sum + run.text.length, 0)
}

function pagesInWords(numbers: readonly number[]): string {
  if (numbers.length === 1) return `page ${numbers[0]}`
  const shown = numbers.slice(0, 8).join(', ')
  return numbers.length > 8 ? `pages ${shown} and ${numbers.length - 8} more` : `pages ${shown}`
}
