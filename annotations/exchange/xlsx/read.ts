import { z } from 'zod'
import { ok, type Result } from '../../model/result'
import { badFile, goodOf, parseJson, parseRecord } from '../bad-file'
import { type Entry, readTables } from '../csv/tables'
import { groupBy } from '../documents'
import type { ImportFormat } from '../format'
import { SHEETS, type SheetName } from './sheets'
import { readWorkbook, type Table } from './workbook'

/** Reads the workbooks that `write` makes, with columns in any order and others beside them, told apart by their headers. */
export const xlsxIn: ImportFormat = {
  id: 'xlsx',
  title: 'Excel workbook',
  recognise: ({ name }) => /(^|\/)xl\/workbook\.xml$/i.test(name),
  read(files, context) {
    const tables = readWorkbook(files)
    if (!tables.ok) return tables
    const known = tables.value.flatMap((table) => {
      const kind = kindOf(table)
      return kind === null ? [] : [{ kind, table }]
    })
    if (!known.some(({ kind }) => kind === 'Articles')) {
      return badFile('No sheet of this workbook has the columns of a table that Crossread writes.')
    }
    const entries = entriesOf(known, tables.value.find(isContinued))
    return entries.ok ? readTables(entries.value, context) : entries
  },
}

/** The columns without which a sheet is not one of ours; the others may have been dropped. */
const TELLING: { readonly [S in SheetName]: readonly string[] } = {
  Articles: ['id', 'title', 'publisher', 'direction'],
  Texts: ['id', 'article_id', 'number', 'added'],
  Paragraphs: ['revision_id', 'number', 'kind', 'text'],
  Highlights: ['id', 'revision_id', 'tag', 'quote', 'start_utf16', 'end_utf16'],
  Links: ['id', 'from', 'relation', 'to'],
  Verdicts: ['claim', 'rating'],
}

function kindOf({ columns }: Table): SheetName | null {
  const there = new Set(columns)
  return SHEETS.map(({ name }) => name).find((name) => TELLING[name].every((column) => there.has(column))) ?? null
}

function isContinued({ columns }: Table): boolean {
  return ['sheet', 'key', 'column', 'part', 'text'].every((column) => columns.includes(column))
}

type Rows = readonly (Entry & { readonly kind: SheetName })[]

function entriesOf(known: readonly { kind: SheetName; table: Table }[], continued: Table | undefined) {
  const rest = restOf(continued)
  const rows: Rows = known.flatMap(({ kind, table }) =>
    table.rows.map(({ number, fields }) => ({
      kind,
      where: `Sheet ${table.name}, row ${number}`,
      fields: completed(kind, fields, rest),
    })),
  )
  const by = groupBy(rows, ({ kind }) => kind)
  const texts = withParagraphs(by.get('Texts') ?? [], by.get('Paragraphs') ?? [])
  if (!texts.ok) return texts
  const renamed = <K extends string>(sheet: SheetName, kind: K) =>
    (by.get(sheet) ?? []).map((row) => ({ ...row, kind }))
  return ok([
    ...renamed('Articles', 'articles' as const),
    ...texts.value,
    ...renamed('Highlights', 'highlights' as const),
    ...renamed('Links', 'links' as const),
    ...renamed('Verdicts', 'verdicts' as const),
  ])
}

/** The rest of long cells: by sheet, key and column, in order. */
function restOf(continued: Table | undefined): ReadonlyMap<string, string> {
  const parts = (continued?.rows ?? []).toSorted((a, b) => Number(a.fields.part) - Number(b.fields.part))
  const rest = new Map<string, string>()
  for (const { fields } of parts) {
    const name = `${fields.sheet} ${fields.key} ${fields.column}`
    rest.set(name, (rest.get(name) ?? '') + (fields.text ?? ''))
  }
  return rest
}

function completed(kind: SheetName, fields: Entry['fields'], rest: ReadonlyMap<string, string>): Entry['fields'] {
  if (rest.size === 0) return fields
  const { columns, key } = SHEETS.find(({ name }) => name === kind) ?? { columns: [], key: 0 }
  const id = columns
    .slice(0, key)
    .map((column) => fields[column])
    .join(' ')
  return Object.fromEntries(
    Object.entries(fields).map(([column, value]) => {
      const more = rest.get(`${kind} ${id} ${column}`)
      return [column, more === undefined ? value : (value ?? '') + more]
    }),
  )
}

const paragraphRow = z.looseObject({
  revision_id: z.string(),
  number: z.string().regex(/^\d+$/, 'it is not a number').transform(Number),
  kind: z.string(),
  aside: z.string().nullish(),
  text: z.string().nullish(),
  marks_json: z.string().nullish(),
})

/** The rows of the texts with their words, as the table of texts in CSV has them. */
function withParagraphs(texts: Rows, paragraphs: Rows): Result<Entry<'revisions'>[]> {
  // All or none: offsets count in the whole text, and one paragraph less would move them.
  const found = goodOf(
    paragraphs.map(({ where, fields }) => {
      const row = parseRecord(paragraphRow, fields, where)
      if (!row.ok) return row
      const marks = row.value.marks_json ? parseJson(row.value.marks_json, `${where}: marks_json`) : ok(undefined)
      return marks.ok ? ok({ ...row.value, marks: marks.value }) : marks
    }),
  )
  if (!found.ok) return found
  const sorted = found.value.toSorted((a, b) => a.number - b.number)
  const byText = groupBy(sorted, ({ revision_id }) => revision_id)
  return ok(
    texts.map(({ where, fields }) => {
      const lines = byText.get(fields.id ?? '') ?? []
      const shape = lines.map(({ kind, marks, aside }) => ({
        kind,
        ...(marks === undefined ? {} : { marks }),
        ...(aside === 'yes' ? { aside: true } : {}),
      }))
      const text = lines.map((line) => line.text ?? '').join('\n')
      return { kind: 'revisions', where, fields: { ...fields, text, blocks_json: JSON.stringify(shape) } }
    }),
  )
}
