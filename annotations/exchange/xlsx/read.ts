import { z } from 'zod'
import { counted } from '../../changes/actions/wording'
import { ok, type Result } from '../../model/result'
import { badFile, goodOf, type OnFault, parseJson, parseRecord } from '../bad-file'
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
    const { onFault } = context
    const workbook = readWorkbook(files, onFault)
    if (!workbook.ok) return workbook
    const { tables, names } = workbook.value
    const kinds = goodOf(tables.map(sheetOf), onFault)
    if (!kinds.ok) return kinds
    const known = kinds.value.filter((sheet) => sheet !== null)
    if (!known.some(({ kind }) => kind === 'Articles')) {
      return badFile('No sheet of this workbook has the columns of the articles that Crossread writes.')
    }
    const entries = entriesOf(known, tables.find(isContinued), onFault)
    return entries.ok ? readTables(entries.value, context, notesOf(tables, names)) : entries
  },
}

type Known = { readonly kind: SheetName; readonly table: Table }

/** Null for a sheet that is none of ours; fails for one that has the name of ours, and not its columns. */
function sheetOf(table: Table): Result<Known | null> {
  const kind = kindOf(table)
  if (kind !== null) return ok({ kind, table })
  const named = nameOf(table.name)
  if (named === undefined) return ok(null)
  const missing = TELLING[named].filter((column) => !table.columns.includes(column)).map((column) => `“${column}”`)
  const columns = `${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}`
  return badFile(
    `Sheet ${table.name} has not ${columns}, so none of its ${counted(table.rows.length, 'row')} can be read.`,
  )
}

function nameOf(name: string): SheetName | undefined {
  return SHEETS.map((sheet) => sheet.name).find((one) => one.toLowerCase() === name.trim().toLowerCase())
}

function notesOf(tables: readonly Table[], names: readonly string[]): readonly string[] {
  const kinds = new Set([...tables.map(kindOf), ...names.map(nameOf)])
  const absent = SHEETS.map(({ name }) => name).filter((name) => !kinds.has(name))
  const others = tables.filter((table) => kindOf(table) === null && !nameOf(table.name) && !isContinued(table))
  return [
    ...absent.map((name) => `The workbook has no sheet ${name}.`),
    ...others.map(
      ({ name }) => `Left out: the sheet ${name}, which has the columns of no table that Crossread writes.`,
    ),
  ]
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

function entriesOf(known: readonly Known[], continued: Table | undefined, onFault?: OnFault) {
  const rest = restOf(continued)
  const rows: Rows = known.flatMap(({ kind, table }) =>
    table.rows.map(({ number, fields }) => ({
      kind,
      where: `Sheet ${table.name}, row ${number}`,
      fields: completed(kind, fields, rest),
    })),
  )
  const by = groupBy(rows, ({ kind }) => kind)
  const isWhole = known.every(({ kind, table }) => kind !== 'Paragraphs' || table.isWhole)
  const texts = withParagraphs(by.get('Texts') ?? [], by.get('Paragraphs') ?? [], isWhole, onFault)
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

type Paragraph = z.infer<typeof paragraphRow> & { readonly marks?: unknown }

/**
 * The rows of the texts with their words, as the table of texts in CSV has them. Offsets count in the whole text: one that
 * lacks a paragraph, or may lack one because the sheet is not whole, is at fault itself.
 */
function withParagraphs(
  texts: Rows,
  paragraphs: Rows,
  isWhole: boolean,
  onFault?: OnFault,
): Result<Entry<'revisions'>[]> {
  const found = goodOf(
    paragraphs.map((row) => readParagraph(row, onFault)),
    onFault,
  )
  if (!found.ok) return found
  const byText = groupBy(found.value, ({ revision_id }) => revision_id)
  const last = isWhole ? undefined : found.value.at(-1)?.revision_id
  const named = new Set(paragraphs.map(({ fields }) => fields.revision_id))
  return goodOf(
    texts.map(({ where, fields }) => {
      const id = fields.id ?? ''
      const lines = (byText.get(id) ?? []).toSorted((a, b) => a.number - b.number)
      const gap = lines.findIndex(({ number }, index) => number !== index + 1)
      const missing =
        gap !== -1
          ? `its paragraph ${gap + 1} is missing, or there twice`
          : lines.length === 0 && named.has(id)
            ? 'its paragraphs are at fault'
            : !isWhole && (lines.length === 0 || id === last)
              ? 'its last paragraphs may be missing'
              : null
      if (missing !== null) return badFile(`${where}: ${missing}, so that no offset in it holds.`)
      const shape = lines.map(({ kind, marks, aside }) => ({
        kind,
        ...(marks === undefined ? {} : { marks }),
        ...(aside === 'yes' ? { aside: true } : {}),
      }))
      const text = lines.map((line) => line.text ?? '').join('\n')
      return ok({ kind: 'revisions' as const, where, fields: { ...fields, text, blocks_json: JSON.stringify(shape) } })
    }),
    onFault,
  )
}

/** Formatting that cannot be read is told, and costs the paragraph nothing else. */
function readParagraph({ where, fields }: Rows[number], onFault?: OnFault): Result<Paragraph> {
  const row = parseRecord(paragraphRow, fields, where)
  if (!row.ok || !row.value.marks_json) return row
  const marks = parseJson(row.value.marks_json, `${where}: marks_json`)
  if (marks.ok) return ok({ ...row.value, marks: marks.value })
  if (!onFault) return marks
  onFault(`${marks.error.message} The paragraph comes without its formatting.`)
  return row
}
