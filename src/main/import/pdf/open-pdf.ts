import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { BadFile } from '../bad-file'
import { PLAIN, type Style } from '../block-builder'
import { safeHref } from '../html/safe-href'
import { LIMITS } from '../limits'
import { loadPdfJs } from './load-pdf-js'
import type { PdfPage, TextRun } from './text-run'

/** Fonts are looked at for bold and italic only in files of an article's size: it means going through all that is drawn. */
const MOST_PAGES_WITH_FONTS = 60

/** Reads the text layer of every page. Nothing is drawn, no script of the file runs, and nothing is fetched. */
export async function readPdfPages(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly PdfPage[]; readonly title: string }> {
  const { getDocument, VerbosityLevel } = await loadPdfJs()
  const cmaps = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/')
  const task = getDocument({
    // pdf.js takes the bytes over; the caller keeps its own.
    data: bytes.slice(),
    cMapUrl: cmaps,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > LIMITS.pages)
      throw new BadFile(
        `has more than ${LIMITS.pages} pages.`,
        'Print the pages of the article into a PDF of their own.',
      )
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number))
    return { pages, title: await titleOf(document) }
  } catch (error) {
    throw refusalOf(error)
  } finally {
    await task.destroy()
  }
}

function refusalOf(error: unknown): unknown {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    return new BadFile('is protected by a password.', 'Open it with the password, and print it into a PDF without one.')
  }
  return error
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const [styles, links] = [
    document.numPages <= MOST_PAGES_WITH_FONTS ? await fontStyles(page) : () => PLAIN,
    await linksOf(page, transform),
  ]
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  const runs: TextRun[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, c, d, e, f] = multiply(transform, item.transform)
    // Text that runs up or down the page is a watermark or a margin's note: no line of the article.
    const size = Math.hypot(c, d)
    if (size === 0 || Math.abs(b) > Math.abs(a)) continue
    const href = links.find(
      ({ x1, y1, x2, y2 }) => within(e + item.width / 2, x1, x2) && within(f - size / 4, y1, y2),
    )?.href
    const style = href === undefined ? styles(item.fontName) : { ...styles(item.fontName), href }
    runs.push({ text: readable(item.str), x: e, y: f, width: item.width, size, rtl: item.dir === 'rtl', style })
  }
  page.cleanup()
  return { width, height, runs }
}

/** Fonts of joined scripts map their letters' shapes to compatibility characters, which no search would find. */
function readable(text: string): string {
  return text.replace(/[\ufb00-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC'))
}

/** Bold and italic by the fonts' own names: a PDF has no other word for emphasis. */
async function fontStyles(page: PDFPageProxy): Promise<(fontName: string) => Style> {
  await page.getOperatorList()
  return (fontName) => {
    const font: unknown = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null
    if (typeof font !== 'object' || font === null || !('name' in font)) return PLAIN
    const name = String(font.name)
    return { bold: /bold|black|heavy|semibold|demi/i.test(name), italic: /italic|oblique/i.test(name), href: null }
  }
}

type LinkArea = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly href: string
}

async function linksOf(page: PDFPageProxy, transform: readonly number[]): Promise<LinkArea[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' })
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null || !('url' in annotation) || !('rect' in annotation))
      return []
    const href = typeof annotation.url === 'string' ? safeHref(annotation.url, undefined) : null
    const rect: unknown = annotation.rect
    if (href === null || !Array.isArray(rect)) return []
    const [x1, y1] = place(transform, Number(rect[0]), Number(rect[1]))
    const [x2, y2] = place(transform, Number(rect[2]), Number(rect[3]))
    return [{ x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2), href }]
  })
}

async function titleOf(document: PDFDocumentProxy): Promise<string> {
  const { info } = await document.getMetadata()
  return 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
}

function within(value: number, low: number, high: number): boolean {
  return value >= low - 1 && value <= high + 1
}

function place(m: readonly number[], x: number, y: number): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  return [a * x + c * y + e, b * x + d * y + f]
}

type Matrix = readonly [number, number, number, number, number, number]
function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  const [e, f] = place(m, k, l)
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, e, f]
}
