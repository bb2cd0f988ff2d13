import { ok, type Result } from '../../model/result'
import { badFile, goodOf, type OnFault } from '../bad-file'
import type { ImportFormat, InFile } from '../format'
import { COLUMNS, KINDS, type Kind } from './columns'
import { parseCsv } from './rows'
import { type Entry, readTables } from './tables'

/** Reads the tables that `write` makes, with columns in any order and others beside them, told apart by their headers. */
export const csvIn: ImportFormat = {
  id: 'csv',
  title: 'CSV tables',
  recognise: (file) => kindOf(file) !== null,
  read(files, context) {
    const { onFault } = context
    const tables = goodOf(
      files.map((file) => readTable(file, onFault)),
      onFault,
      'part',
    )
    if (!tables.ok) return tables
    return readTables(tables.value.flat(), context)
  },
}

/** The columns without which a table is not one of ours; the others may have been dropped. */
const TELLING: { readonly [K in Kind]: readonly string[] } = {
  articles: COLUMNS.articles,
  revisions: COLUMNS.revisions,
  highlights: ['id', 'revision_id', 'tag', 'quote', 'start_utf16', 'end_utf16'],
  links: ['id', 'from', 'relation', 'to'],
}

function kindOf({ text }: InFile): Kind | null {
  const header = text.replace(/^\ufeff/, '').split(/[\r\n]/, 1)[0] ?? ''
  const columns = new Set(header.split(/[,;\t]/).map((column) => column.replaceAll('"', '')))
  return KINDS.find((kind) => TELLING[kind].every((column) => columns.has(column))) ?? null
}

function readTable(file: InFile, onFault?: OnFault): Result<readonly Entry<Kind>[]> {
  const kind = kindOf(file)
  if (kind === null)
    return badFile(`${file.name}: its first line has not the columns of a table that Crossread writes.`)
  const rows = parseCsv(file.text, file.name, onFault)
  if (!rows.ok) return rows
  return ok(rows.value.map(({ line, fields }) => ({ kind, where: `${file.name}, line ${line}`, fields })))
}
