import type { CrossreadFile } from '../crossread-json/format'
import type { ExportFormat, Loss, OutFile } from '../format'
import { lossesOf } from '../losses'
import { isWithinCharacter } from '../offsets'
import { attributes } from '../xml'
import { cellText, columnName, MOST_CELL } from './cells'
import { type Cell, SHEETS, type Sheet } from './sheets'

/** An Excel workbook (ECMA-376): a sheet a kind of record, in the words of Crossread JSON. Offsets are UTF-16 units. */
export const xlsxOut: ExportFormat = {
  id: 'xlsx',
  title: 'Excel workbook',
  hint: 'Excel, LibreOffice, Google Sheets: a sheet each of articles, texts, highlights, links and verdicts.',
  write(file, _name) {
    const sheets: readonly Sheet[] = hasLongCells(file) ? [...SHEETS, CONTINUED] : SHEETS
    return {
      files: packageOf(sheets, file),
      losses: [...lossesOf(file, { carries: ['verdicts', 'carried'] }), ...tooManyRows(sheets, file)],
      archive: 'xlsx',
    }
  },
}

/** Rows that a sheet holds, and its header. */
const MOST_ROWS = 1_048_575

function tooManyRows(sheets: readonly Sheet[], file: CrossreadFile): readonly Loss[] {
  return sheets.flatMap(({ name, rows }) => {
    let count = 0
    for (const _ of rows(file)) count++
    const sentence = `The rows of the sheet ${name} after the first ${MOST_ROWS}, which Excel does not show.`
    return count > MOST_ROWS ? [{ count: count - MOST_ROWS, sentence, restored: true }] : []
  })
}

/** The rest of the cells that hold more than a cell can, by their sheet, their row's key and their column. */
const CONTINUED: Sheet = {
  name: 'Continued',
  columns: ['sheet', 'key', 'column', 'part', 'text'],
  key: 4,
  *rows(file) {
    for (const sheet of SHEETS) {
      for (const row of sheet.rows(file)) {
        for (const [index, cell] of row.entries()) {
          if (typeof cell !== 'string' || cell.length <= MOST_CELL) continue
          const [, ...rest] = partsOf(cell)
          const key = row.slice(0, sheet.key).join(' ')
          for (const [part, text] of rest.entries()) yield [sheet.name, key, sheet.columns[index] ?? '', part + 1, text]
        }
      }
    }
  },
}

function hasLongCells(file: CrossreadFile): boolean {
  const [first] = CONTINUED.rows(file)
  return first !== undefined
}

function partsOf(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + MOST_CELL
    const cut = isWithinCharacter(text, end) ? end - 1 : end
    parts.push(text.slice(at, cut))
    at = cut
  }
  return parts
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function packageOf(sheets: readonly Sheet[], file: CrossreadFile): readonly OutFile[] {
  const part = (name: string, text: string): OutFile => ({ name, chunks: () => [XML, text] })
  const numbered = sheets.map((sheet, index) => ({
    sheet,
    number: index + 1,
    path: `worksheets/sheet${index + 1}.xml`,
  }))
  const types = [
    override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    override('/xl/styles.xml', `${TYPE}.styles+xml`),
    ...numbered.map(({ path }) => override(`/xl/${path}`, `${TYPE}.worksheet+xml`)),
  ]
  const relations = [
    ...numbered.map(({ number, path }) => relation(number, 'worksheet', path)),
    relation(sheets.length + 1, 'styles', 'styles.xml'),
  ]
  const names = numbered.map(({ sheet, number }) => {
    const ids = { name: sheet.name, sheetId: number, 'r:id': `rId${number}` }
    return `<sheet${attributes(ids)}/>`
  })
  return [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`),
    part('xl/styles.xml', STYLES),
    ...numbered.map(({ sheet, path }) => ({ name: `xl/${path}`, chunks: () => worksheet(sheet, file) })),
  ]
}

function override(name: string, type: string): string {
  return `<Override${attributes({ PartName: name, ContentType: type })}/>`
}

function relation(number: number, type: string, target: string): string {
  return `<Relationship${attributes({ Id: `rId${number}`, Type: `${OFFICE}/${type}`, Target: target })}/>`
}

/** Style 1 is a header's: bold. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>'

function* worksheet({ columns, rows }: Sheet, file: CrossreadFile): Iterable<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  yield `<cols>${columns.map((column, index) => `<col${attributes({ min: index + 1, max: index + 1, width: widthOf(column), customWidth: 1 })}/>`).join('')}</cols>`
  yield `<sheetData>${rowOf(columns, 1, 1)}`
  let number = 1
  for (const row of rows(file)) yield rowOf(row, ++number)
  yield '</sheetData></worksheet>\n'
}

/** In characters: ids are short reading, words want room. */
function widthOf(column: string): number {
  return ['title', 'quote', 'text', 'note'].includes(column) ? 60 : column.endsWith('id') ? 14 : 18
}

function rowOf(cells: readonly Cell[], number: number, style?: number): string {
  return `<row r="${number}">${cells.map((cell, index) => cellOf(cell, `${columnName(index)}${number}`, style)).join('')}</row>\n`
}

/** Text is never a formula here, whatever it begins with: it is an inline string. */
function cellOf(cell: Cell, reference: string, style?: number): string {
  if (cell === null) return ''
  const place = attributes({ r: reference, s: style })
  if (typeof cell === 'number') return `<c${place}><v>${cell}</v></c>`
  const [text = ''] = partsOf(cell)
  return `<c${place} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
}
