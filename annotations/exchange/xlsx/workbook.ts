import { ok, type Result } from '../../model/result'
import { badFile, goodOf, type OnFault } from '../bad-file'
import type { InFile } from '../format'
import { childrenOf, elementsOf, readXml, type XmlElement, type XmlText } from '../xml-tree'
import { columnIndex, columnName, fromCellText } from './cells'

/** A row of a sheet by its columns' names, and its number as the user sees it. */
export type SheetRow = { readonly number: number; readonly fields: Readonly<Record<string, string | null>> }
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** False where rows are missing, because the sheet is cut off or damaged. */
  readonly isWhole: boolean
}

/** What of a workbook can be read, and the names of all of its sheets. */
export type Workbook = { readonly tables: readonly Table[]; readonly names: readonly string[] }

/**
 * The sheets of a workbook from the entries of its package, their first row as names of columns. Reads what Excel and
 * LibreOffice make of our workbooks too: shared and formatted strings, cells left out, sheets moved and renamed.
 *
 * @param onFault told of each sheet that is missing, cut off or damaged, and of each row with a cell that is
 */
export function readWorkbook(files: readonly InFile[], onFault?: OnFault): Result<Workbook> {
  const parts = new Map(files.map(({ name, text }) => [name.replace(/^\//, '').toLowerCase(), text]))
  const part = (path: string, title: string, records: ReadonlySet<string>, tell?: OnFault): Result<XmlText> => {
    const text = parts.get(path.toLowerCase())
    return text === undefined
      ? badFile(`${title} is missing: the workbook has no part ${path}.`, 'It may be cut off.')
      : readXml(text, `${title} (${path})`, records, tell)
  }
  // Without these two nobody knows which sheet is which.
  const workbook = part('xl/workbook.xml', 'The list of sheets', NONE)
  if (!workbook.ok) return workbook
  const relations = part('xl/_rels/workbook.xml.rels', 'The list of parts', NONE)
  if (!relations.ok) return relations
  const targets = new Map(
    childrenOf(relations.value.root, 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
  )
  const isShared = parts.has('xl/sharedstrings.xml')
  const strings = isShared ? part('xl/sharedStrings.xml', 'The list of texts', STRINGS, onFault) : null
  if (strings && !strings.ok) return strings
  const shared = strings ? childrenOf(strings.value.root, 'si').map(stringOf) : []
  const sheets = Array.from(elementsOf(workbook.value.root, 'sheet'), ({ attributes: { name = '', id } }) => ({
    name,
    id,
  }))
  const tables = goodOf(
    sheets.map(({ name, id }) => {
      const sheet = part(pathOf(targets.get(id) ?? ''), `Sheet ${name}`, ROWS, onFault)
      return sheet.ok ? tableOf(name, sheet.value, shared, onFault) : sheet
    }),
    onFault,
    'part',
  )
  return tables.ok ? ok({ tables: tables.value, names: sheets.map(({ name }) => name) }) : tables
}

const NONE: ReadonlySet<string> = new Set()
const STRINGS: ReadonlySet<string> = new Set(['si'])
const ROWS: ReadonlySet<string> = new Set(['row'])

/** A target is relative to the workbook, or absolute in the package. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function tableOf(
  name: string,
  { root, isWhole }: XmlText,
  shared: readonly string[],
  onFault?: OnFault,
): Result<Table> {
  let number = 0
  const rows = Array.from(elementsOf(root, 'row'), (row) => {
    number = Number(row.attributes.r ?? number + 1)
    return { number, cells: cellsOf(row, shared) }
  })
  const [header, ...rest] = rows.map((row) => wholeRow(name, row))
  if (header && !header.ok) return header
  const good = goodOf(rest, onFault)
  if (!good.ok) return good
  const columns = (header?.value.cells ?? []).map((cell) => cell ?? '')
  return ok({
    name,
    columns,
    rows: good.value
      .filter(({ cells }) => cells.some((cell) => cell !== null))
      .map(({ number: place, cells }) => ({
        number: place,
        fields: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])),
      })),
    isWhole: isWhole && good.value.length === rest.length,
  })
}

type Row = { readonly number: number; readonly cells: readonly Cell[] }

function wholeRow(name: string, { number, cells }: Row) {
  const lost = cells.indexOf(undefined)
  if (lost === -1) return ok({ number, cells: cells.map((cell) => cell ?? null) })
  return badFile(`Sheet ${name}, row ${number}: the workbook has lost the text of column ${columnName(lost)}.`)
}

/** Undefined where the text is kept elsewhere in the workbook, and is not there. */
type Cell = string | null | undefined

/** Columns of the widest of our sheets, many times over: a cell far out is no column of ours. */
const MOST_COLUMNS = 200

function cellsOf(row: XmlElement, shared: readonly string[]): readonly Cell[] {
  const cells: Cell[] = []
  let next = 0
  for (const cell of childrenOf(row, 'c')) {
    const index = cell.attributes.r === undefined ? next : columnIndex(cell.attributes.r)
    next = index + 1
    if (index < 0 || index >= MOST_COLUMNS) continue
    while (cells.length < index) cells.push(null)
    cells[index] = textIn(cell, shared)
  }
  return cells
}

function textIn(cell: XmlElement, shared: readonly string[]): Cell {
  const [inline] = childrenOf(cell, 'is')
  if (inline) return stringOf(inline)
  const value = childrenOf(cell, 'v')[0]?.text
  if (value === undefined) return null
  if (cell.attributes.t === 's') return shared[Number(value)]
  return cell.attributes.t === 'str' ? fromCellText(value) : value
}

/** A string and its formatted runs, without the readings that East Asian programs add. */
function stringOf(element: XmlElement): string {
  const runs = [...childrenOf(element, 't'), ...childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't'))]
  return fromCellText(runs.map(({ text }) => text).join(''))
}
