import { ok, type Result } from '../../model/result'
import { badFile, type OnFault } from '../bad-file'
import { standing } from '../whole-json'

/** A field: null is written as nothing, an empty text as two quotes. */
export type Field = string | number | null

/** Spreadsheets run a field that begins so as a formula, and the texts are other people's. */
const FORMULA = /^'*[=+\-@\t\r]/
const DISARMED = /^'+[=+\-@\t\r]/

/** One record as RFC 4180 has it: quoted where it must be, ended by CR LF. */
export function csvLine(fields: readonly Field[]): string {
  return `${fields.map(toField).join(',')}\r\n`
}

function toField(value: Field): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return safe === '' || /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row by its columns' names, and the line of the file that it begins on. */
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, string | null>> }

/**
 * The rows of a CSV text under its header. The separator is the first of comma, semicolon and tab in the header, as
 * spreadsheets of some countries write semicolons. Fails with the line of a quote that is never closed, or tells it: then
 * the rows before it are read, for nobody knows which of the quotes after it begin a field.
 */
export function parseCsv(text: string, name: string, onFault?: OnFault): Result<readonly Row[]> {
  const body = text.replace(/^\ufeff/, '')
  const separator = /[,;\t]/.exec(body)?.[0] ?? ','
  const records: { line: number; fields: (string | null)[] }[] = []
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)|)(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  )
  let [line, startOfRecord] = [1, 1]
  let fields: (string | null)[] = []
  for (let at = 0; at < body.length || fields.length > 0; ) {
    field.lastIndex = at
    const found = field.exec(body)
    if (!found) {
      const fault = `${name}, line ${line}: a quoted field is not closed, or goes on after its last quote`
      if (!onFault || records.length === 0) return badFile(`${fault}.`)
      onFault(`${fault}: ${standing(records.length - 1, 'row')} before it.`, 'part')
      break
    }
    const [whole, quoted, plain, end] = found
    fields.push(quoted === undefined ? (plain === undefined ? null : arm(plain)) : arm(quoted.replaceAll('""', '"')))
    line += whole.match(/\r\n?|\n/g)?.length ?? 0
    at += whole.length
    if (end === separator) continue
    if (fields.length > 1 || fields[0] !== null) records.push({ line: startOfRecord, fields })
    fields = []
    startOfRecord = line
  }
  const [header, ...rows] = records
  return ok(rows.map(({ line: on, fields: row }) => ({ line: on, fields: byName(header?.fields ?? [], row) })))
}

function arm(value: string): string {
  return DISARMED.test(value) ? value.slice(1) : value
}

function byName(header: readonly (string | null)[], row: readonly (string | null)[]) {
  return Object.fromEntries(header.map((column, index) => [column ?? '', row[index] ?? null]))
}
