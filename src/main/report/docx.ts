import {
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { withoutUnfit } from '#annotations/exchange/xml'
import { assertNever } from '#annotations/model/result'
import {
  type Block,
  isLongPassage,
  type Line,
  type PassageBlock,
  type ReportDocument,
  type Run,
} from '#annotations/report/document'

/** Colours as in the reader, dark enough for paper. */
const TAG_BORDERS = {
  claim: { color: '1F5FBF', style: BorderStyle.SINGLE },
  attribution: { color: '8A5A00', style: BorderStyle.DOTTED },
  denial: { color: 'B3261E', style: BorderStyle.DOUBLE },
} as const
const QUIET = '5B554B'
/** Half points. */
const SMALL = 18
const [SERIF, SANS] = ['Georgia', 'Calibri']
/** A4 less its margins, in twentieths of a point. */
const TEXT_WIDTH = 9638
const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** A report as a Word document. */
export async function toDocx(report: ReportDocument): Promise<Uint8Array> {
  const title = withoutUnfit(report.title)
  const document = new Document({
    title,
    creator: 'Crossread',
    styles: {
      default: {
        document: { run: { font: SERIF, size: 22, language: { value: 'en-GB' } } },
        title: { run: { font: SANS, size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading1: headingStyle(28, 400),
        heading2: headingStyle(23, 360),
        heading3: { ...headingStyle(19, 240), run: { font: SANS, size: 19, bold: true, color: QUIET } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        footers: { default: pageFooter(title) },
        children: report.blocks.flatMap((block, at, all) => blockDocx(block, at === 0, all[at + 1])),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function headingStyle(size: number, before: number) {
  return {
    run: { font: SANS, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  }
}

function pageFooter(title: string): Footer {
  const look = { font: SANS, size: 16, color: QUIET }
  const run = new TextRun({ children: [' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...look })
  return new Footer({ children: [new Paragraph({ children: [...textRuns(title, look), run] })] })
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function blockDocx(block: Block, first: boolean, next: Block | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: first ? HeadingLevel.TITLE : LEVELS[block.level],
          children: marked(block.name, lineDocx(block.line)),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          keepNext: next?.kind === 'list' || next?.kind === 'signatures',
          spacing: { after: 120 },
          children: lineDocx(block.line, { font: SANS, size: 20 }),
        }),
      ]
    case 'list': {
      const hanging = block.ordered && block.items.length > 99 ? 600 : 360
      return block.items.map(
        (item, at) =>
          new Paragraph({
            indent: { left: hanging, hanging },
            spacing: { after: 60 },
            children: [
              new TextRun({ text: block.ordered ? `${at + 1}.\t` : '•\t', font: SANS, size: 20 }),
              ...lineDocx(item, { font: SANS, size: 20 }),
            ],
          }),
      )
    }
    case 'facts':
      return [factsTable(block.rows, leadsOn(next)), gap(leadsOn(next))]
    case 'passage':
      return passageDocx(block)
    case 'signatures':
      return [signatureTable(block.rows)]
    default:
      return assertNever(block)
  }
}

function marked(name: string | null, children: ParagraphChild[]): ParagraphChild[] {
  return name === null ? children : [new Bookmark({ id: bookmark(name), children })]
}

/** Letters, digits and underscores: what Word takes as a name. */
function bookmark(name: string): string {
  return name.replace(/-/g, '_')
}

function passageDocx(passage: PassageBlock): Paragraph[] {
  const { tag, lead, quote, direction, language, after } = passage
  const rtl = direction === 'rtl'
  const border = { ...TAG_BORDERS[tag], size: 18, space: 8 }
  const spoken = language === null ? {} : { language: rtl ? { bidirectional: language } : { value: language } }
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 200, after: 60 },
      children: lineDocx(lead, { font: SANS, size: 20 }),
    }),
    ...quote.split('\n').map(
      (text) =>
        new Paragraph({
          bidirectional: rtl,
          keepLines: !isLongPassage(passage),
          keepNext: after.length > 0,
          indent: { start: 240, end: 240 },
          border: rtl ? { right: border } : { left: border },
          spacing: { after: 60 },
          children: [new TextRun({ text: withoutUnfit(text), rightToLeft: rtl, ...spoken })],
        }),
    ),
    ...after.map(
      (line, at) =>
        new Paragraph({
          keepNext: at < after.length - 1,
          indent: { start: 240 },
          spacing: { after: 40 },
          children: lineDocx(line, { font: SANS, size: SMALL }),
        }),
    ),
  ]
}

type Look = { readonly font?: string; readonly size?: number; readonly color?: string }

function lineDocx(line: Line, look: Look = {}): ParagraphChild[] {
  return line.flatMap((run) => runDocx(run, look))
}

function runDocx({ text, look: kind, to, href }: Run, look: Look): ParagraphChild[] {
  const styled = {
    ...look,
    ...(kind === 'quiet' ? { color: QUIET } : {}),
    ...(kind === 'strong' ? { bold: true } : {}),
  }
  const runs = textRuns(withoutUnfit(text), href === undefined ? styled : { ...styled, style: 'Hyperlink' })
  // What comes after words that run to the left, often a date, would else be read as theirs.
  if (kind === 'foreign' && RIGHT_TO_LEFT.test(text)) runs.push(new TextRun({ text: LEFT_TO_RIGHT_MARK, ...look }))
  if (href !== undefined) return [new ExternalHyperlink({ link: withoutUnfit(href), children: runs })]
  if (to !== undefined) return [new InternalHyperlink({ anchor: bookmark(to), children: runs })]
  return runs
}

/** A run for each line of a text; Word itself orders what runs to the right within a line. */
function textRuns(text: string, look: Look & { readonly bold?: boolean; readonly style?: string }): TextRun[] {
  return text
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}), rightToLeft: RIGHT_TO_LEFT.test(line), ...look }),
    )
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }

/** A claim's facts lead to its passages; the other facts stand by themselves. */
function leadsOn(next: Block | undefined): boolean {
  return next?.kind === 'heading' && next.level === 3 && next.name === null
}

/** @param leading whether what comes next must stand on the same page as its end */
function factsTable(rows: Extract<Block, { kind: 'facts' }>['rows'], leading: boolean): Table {
  const [names, rest] = [1900, TEXT_WIDTH - 1900]
  const look = { font: SANS, size: 20 }
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [names, rest],
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: rows.map(({ name, lines }, at) => {
      const keepNext = leading || at < rows.length - 1
      return new TableRow({
        cantSplit: true,
        children: [
          cell(names, [new Paragraph({ keepNext, children: textRuns(withoutUnfit(name), { ...look, color: QUIET }) })]),
          cell(
            rest,
            (lines.length === 0 ? [[]] : lines).map(
              (line) => new Paragraph({ keepNext, children: lineDocx(line, look) }),
            ),
          ),
        ],
      })
    }),
  })
}

/** What Word needs between a table and whatever comes next, next to nothing high. */
function gap(keepNext: boolean): Paragraph {
  return new Paragraph({ keepNext, spacing: { line: 60, lineRule: LineRuleType.EXACT }, children: [] })
}

function cell(width: number, children: Paragraph[]): TableCell {
  const margins = { left: 0, right: 120, marginUnitType: WidthType.DXA }
  return new TableCell({ width: { size: width, type: WidthType.DXA }, margins, borders: NO_LINES, children })
}

function signatureTable(rows: Extract<Block, { kind: 'signatures' }>['rows']): Table {
  const width = Math.floor(TEXT_WIDTH / 4)
  const look = { font: SANS, size: 20 }
  const head = ['', 'Name', 'Signature', 'Date'].map((name) =>
    cell(width, [new Paragraph({ keepNext: true, children: textRuns(name, { ...look, color: QUIET }) })]),
  )
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [width, width, width, width],
    borders: {
      ...NO_LINES,
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: '000000' },
      insideVertical: NO_LINE,
    },
    rows: [
      new TableRow({ children: head }),
      ...rows.map(
        ({ role, name }, at) =>
          new TableRow({
            height: { value: 700, rule: 'atLeast' },
            children: [role, name, '', ''].map(
              (text) =>
                new TableCell({
                  width: { size: width, type: WidthType.DXA },
                  verticalAlign: 'bottom',
                  margins: { left: 0, right: 120, marginUnitType: WidthType.DXA },
                  borders: { ...NO_LINES, bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000' } },
                  children: [
                    new Paragraph({ keepNext: at < rows.length - 1, children: textRuns(withoutUnfit(text), look) }),
                  ],
                }),
            ),
          }),
      ),
    ],
  })
}
