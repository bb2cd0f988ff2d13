import type { Block, BlockKind } from '#annotations/model/article'
import { BlockBuilder, type Style } from '../block-builder'
import { median, type PdfLine, type TextRun } from './text-run'

/** In shares of the usual distance between lines, of the type size, of the column's width. */
const PARAGRAPH_GAP = 1.28
const OTHER_SIZE = 1.12
const SHORT_LINE = 0.14
const INDENT = 0.7
const LONGEST_HEADING = 300

const ENDS_SENTENCE = /[.!?…۔؟:]["'”’»)\]]*\s*$/
const BULLET = /^\s*([•◦▪‣●–—*-]|\d{1,2}[.)])\s/
const HYPHEN = /(\p{L}{2,})[-\u2010\u00ad]$/u

/** A paragraph under way: its lines, and the column that it stands in. */
type Draft = { readonly lines: PdfLine[]; readonly size: number; readonly page: number }
/** One column of one page, without its running heads. */
export type Column = { readonly lines: readonly PdfLine[]; readonly page: number }

/**
 * Joins lines to paragraphs, over the ends of columns and pages, and words over the ends of lines.
 *
 * @param asides for each page, its running heads and feet: they stand before its first paragraph
 */
export function paragraphsOf(columns: readonly Column[], asides: readonly (readonly string[])[]): Block[] {
  const all = columns.flatMap(({ lines }) => lines)
  const bodySize = median(
    all.flatMap(({ size, text }) => Array.from({ length: Math.min(text.length, 400) }, () => size)),
  )
  const drafts = columns.flatMap(draftsOf)
  const words = wordsOf(all)
  const builder = new BlockBuilder()
  let page = 0
  const showAsides = (until: number) => {
    for (; page < until; page++) addAsides(builder, asides[page] ?? [])
  }
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const lines = [...draft.lines]
    let last = draft
    for (let next = drafts[index + 1]; next !== undefined && continues(last, next); next = drafts[index + 1]) {
      lines.push(...next.lines)
      last = next
      index++
    }
    showAsides(draft.page + 1)
    addLines(builder, lines, words)
    builder.end(kindOf(lines, draft.size, bodySize))
    showAsides(last.page + 1)
  }
  showAsides(asides.length)
  return [...builder.blocks]
}

function addAsides(builder: BlockBuilder, texts: readonly string[]): void {
  for (const text of texts) {
    builder.add(text)
    builder.end('paragraph', true)
  }
}

function draftsOf({ lines, page }: Column): Draft[] {
  const drafts: Draft[] = []
  const left = percentile(
    lines.map((line) => line.left),
    0.1,
  )
  const right = percentile(
    lines.map((line) => line.right),
    0.9,
  )
  const leading = leadingOf(lines)
  let before: PdfLine | null = null
  for (const line of lines) {
    if (before === null || startsParagraph(line, before, { left, right, leading }))
      drafts.push({ lines: [], size: line.size, page })
    drafts.at(-1)?.lines.push(line)
    before = line
  }
  return drafts
}

/** The distance between lines within a paragraph: the smaller distances of a column, unless all its paragraphs are one line. */
function leadingOf(lines: readonly PdfLine[]): number {
  const size = median(lines.map((line) => line.size))
  const gaps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0))
  const usual = percentile(
    gaps.filter((gap) => gap > size * 0.8),
    0.25,
  )
  return Math.min(usual || size * 1.2, size * 1.7)
}

type Edges = { readonly left: number; readonly right: number; readonly leading: number }

function startsParagraph(line: PdfLine, before: PdfLine, { left, right, leading }: Edges): boolean {
  const larger = Math.max(line.size, before.size)
  if (larger / Math.min(line.size, before.size) > OTHER_SIZE) return true
  if (line.y - before.y > Math.max(leading, larger * 1.05) * PARAGRAPH_GAP) return true
  if (BULLET.test(line.text)) return true
  const indent = line.rtl ? right - line.right : line.left - left
  const indentBefore = before.rtl ? right - before.right : before.left - left
  if (indent > INDENT * line.size && indentBefore < 0.3 * line.size) return true
  const room = before.rtl ? before.left - left : right - before.right
  return room > SHORT_LINE * (right - left) && ENDS_SENTENCE.test(before.text)
}

/** A paragraph that stops in mid-sentence at the end of a column goes on at the top of the next. */
function continues(draft: Draft, next: Draft): boolean {
  const end = draft.lines.at(-1)
  const start = next.lines[0]
  if (end === undefined || start === undefined || Math.abs(next.size - draft.size) > 0.5) return false
  const moved = next.page > draft.page || start.y < end.y
  if (!moved || ENDS_SENTENCE.test(end.text) || draft.lines.length + next.lines.length < 3) return false
  return HYPHEN.test(end.text) || /^\s*["'“‘«(]?[\p{Ll}\p{N}]/u.test(start.text) || (start.rtl && end.rtl)
}

function kindOf(lines: readonly PdfLine[], size: number, bodySize: number): BlockKind {
  const text = lines.map((line) => line.text).join(' ')
  if (BULLET.test(text)) return 'item'
  if (text.length > LONGEST_HEADING || !/\p{L}{2}/u.test(text)) return 'paragraph'
  const bold = lines.every(({ runs }) => runs.every((run) => run.style.bold || run.text.trim() === ''))
  if (size > bodySize * 1.15 && !/[.۔]["”»]?$/.test(text)) return 'heading'
  return bold && size >= bodySize * 0.95 && lines.length <= 2 && text.length <= 120 && !ENDS_SENTENCE.test(text)
    ? 'heading'
    : 'paragraph'
}

function addLines(builder: BlockBuilder, lines: readonly PdfLine[], words: ReadonlySet<string>): void {
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    const cut = next === undefined ? 0 : hyphenToDrop(line.text.trimEnd(), next.text.trimStart(), words)
    const runs = cut === 0 ? line.runs : withoutEnd(line.runs)
    for (const { text, style } of runs) builder.add(text, style)
    if (next !== undefined && cut === 0 && !HYPHEN.test(line.text.trimEnd())) builder.add(' ', joint(line, next))
  })
}

/** The hyphen at a line's end is the typesetter's, unless the text has the word with it elsewhere: "well-known". */
function hyphenToDrop(line: string, next: string, words: ReadonlySet<string>): 0 | 1 {
  const head = HYPHEN.exec(line)?.[1]
  const tail = /^\p{Ll}+/u.exec(next)?.[0]
  if (head === undefined) return 0
  if (line.endsWith('\u00ad')) return 1
  if (tail === undefined) return 0
  const [whole, hyphened] = [`${head}${tail}`.toLowerCase(), `${head}-${tail}`.toLowerCase()]
  return words.has(hyphened) && !words.has(whole) ? 0 : 1
}

function withoutEnd(runs: readonly TextRun[]): TextRun[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '')
  return runs
    .slice(0, last + 1)
    .map((run, index) => (index === last ? { ...run, text: run.text.trimEnd().slice(0, -1) } : run))
}

/** The space between two lines has the style that both have, so that a mark goes on over it. */
function joint(line: PdfLine, next: PdfLine): Style {
  const [a, b] = [line.runs.at(-1)?.style, next.runs[0]?.style]
  return {
    bold: a?.bold === true && b?.bold === true,
    italic: a?.italic === true && b?.italic === true,
    href: a?.href !== undefined && a.href === b?.href ? a.href : null,
  }
}

/** Every word that stands within a line, with its hyphens. */
function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(-\p{L}+)*/gu)) words.add(word)
  }
  return words
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
