import { ok, type Result } from '../../model/result'
import { badFile } from '../bad-file'
import type { InFile } from '../format'
import { childrenOf, elementsOf, parseXml, type XmlElement } from '../xml-tree'
import { columnIndex, fromCellText } from './cells'

/** A row of a sheet by its columns' names, and its number as the user sees it. */
export type SheetRow = { readonly number: number; readonly fields: Readonly<Record<string, string | null>> }
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly SheetRow[] }

/**
 * The sheets of a workbook from the entries of its package, their first row as names of columns. Reads what Excel and
 * LibreOffice make of our workbooks too: shared and formatted strings, cells left out, sheets moved and renamed.
 */
export function readWorkbook(files: readonly InFile[]): Result<readonly Table[]> {
  const parts = new Map(files.map(({ name, text }) => [name.replace(/^\//, '').toLowerCase(), { name, text }]))
  const part = (path: string): Result<XmlElement> => {
    const file = parts.get(path.toLowerCase())
    return file ? parseXml(file.text, file.name) : badFile(`The workbook has no part ${path}.`, 'It may be cut off.')
  }
  const workbook = part('xl/workbook.xml')
  if (!workbook.ok) return workbook
  const relations = part('xl/_rels/workbook.xml.rels')
  if (!relations.ok) return relations
  const targets = new Map(
    childrenOf(relations.value, 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
  )
  const strings = parts.has('xl/sharedstrings.xml') ? part('xl/sharedStrings.xml') : null
  if (strings && !strings.ok) return strings
  const shared = strings ? childrenOf(strings.value, 'si').map(stringOf) : []

  const tables: Table[] = []
  for (const { attributes } of elementsOf(workbook.value, 'sheet')) {
    const sheet = part(pathOf(targets.get(attributes.id) ?? ''))
    if (!sheet.ok) return sheet
    tables.push(tableOf(attributes.name ?? '', sheet.value, shared))
  }
  return ok(tables)
}

/** A target is relative to the workbook, or absolute in the package. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function tableOf(name: string, sheet: XmlElement, shared: readonly string[]): Table {
  const rows: { number: number; cells: readonly (string | null)[] }[] = []
  for (const row of elementsOf(sheet, 'row')) {
    const number = Number(row.attributes.r ?? rows.length + 1)
    rows.push({ number, cells: cellsOf(row, shared) })
  }
  const [header, ...rest] = rows
  const columns = (header?.cells ?? []).map((cell) => cell ?? '')
  return {
    name,
    columns,
    rows: rest
      .filter(({ cells }) => cells.some((cell) => cell !== null))
      .map(({ number, cells }) => ({
        number,
        fields: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])),
      })),
  }
}

/** Columns of the widest of our sheets, many times over: a cell far out is no column of ours. */
const MOST_COLUMNS = 200

function cellsOf(row: XmlElement, shared: readonly string[]): readonly (string | null)[] {
  const cells: (string | null)[] = []
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

function textIn(cell: XmlElement, shared: readonly string[]): string | null {
  const [inline] = childrenOf(cell, 'is')
  if (inline) return stringOf(inline)
  const value = childrenOf(cell, 'v')[0]?.text
  if (value === undefined) return null
  if (cell.attributes.t === 's') return shared[Number(value)] ?? null
  return cell.attributes.t === 'str' ? fromCellText(value) : value
}

/** A string and its formatted runs, without the readings that East Asian programs add. */
function stringOf(element: XmlElement): string {
  const runs = [...childrenOf(element, 't'), ...childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't'))]
  return fromCellText(runs.map(({ text }) => text).join(''))
}
