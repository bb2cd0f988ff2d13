import { z } from 'zod'
import { articleSchema, revisionSchema } from '../../model/article'
import { highlightIdSchema, linkIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { ForeignDocument, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { badFile, goodOf, type OnFault, parseJson, parseRecord } from '../bad-file'
import { groupBy } from '../documents'
import type { ImportFormat, InFile } from '../format'
import { keptDocumentSchema } from '../kept'
import { COLUMNS, KINDS, type Kind } from './columns'
import { parseCsv, type Row } from './rows'

/** Reads the tables that `write` makes, with columns in any order and others beside them, told apart by their headers. */
export const csvIn: ImportFormat = {
  id: 'csv',
  title: 'CSV tables',
  recognise: (file) => kindOf(file) !== null,
  read(files, context) {
    const { onFault } = context
    const tables = goodOf(files.map(readTable), onFault)
    if (!tables.ok) return tables
    const rows = groupBy(tables.value.flat(), ({ kind }) => kind)
    const documents = toDocuments(rows.get('articles') ?? [], rows.get('revisions') ?? [], onFault)
    if (!documents.ok) return documents
    const highlights = goodOf((rows.get('highlights') ?? []).map(toHighlight), onFault)
    if (!highlights.ok) return highlights
    const links = goodOf((rows.get('links') ?? []).map(toLink), onFault)
    if (!links.ok) return links
    return assemble({ documents: documents.value, highlights: highlights.value, links: links.value }, context)
  },
}

type Entry = { readonly kind: Kind; readonly where: string; readonly fields: Row['fields'] }

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

function readTable(file: InFile): Result<readonly Entry[]> {
  const kind = kindOf(file)
  if (kind === null)
    return badFile(`${file.name}: its first line has not the columns of a table that Crossread writes.`)
  const rows = parseCsv(file.text, file.name)
  if (!rows.ok) return rows
  return ok(rows.value.map(({ line, fields }) => ({ kind, where: `${file.name}, line ${line}`, fields })))
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)
const offset = z.string().regex(/^\d+$/, 'it is not a number').transform(Number)
const revisionRow = z.looseObject({
  id: revisionSchema.shape.id,
  article_id: z.string(),
  number: offset,
  added: z.string(),
  source_kind: z.string(),
  source_name: text,
  text: z.string().nullable(),
  blocks_json: z.string(),
})
const articleRow = articleSchema.omit({ revisions: true }).loose()
const made = { note: text, annotator: text, created: text, modified: text }
const highlightRow = z.looseObject({
  id: z.string(),
  revision_id: z.string(),
  tag: z.string(),
  quote: z.string(),
  speaker: z.string().nullish(),
  start_utf16: offset,
  end_utf16: offset,
  prefix: text,
  suffix: text,
  ...made,
})
const linkRow = z.looseObject({ id: z.string(), from: z.string(), relation: z.string(), to: z.string(), ...made })

function toDocuments(
  articles: readonly Entry[],
  revisions: readonly Entry[],
  onFault?: OnFault,
): Result<ForeignDocument[]> {
  const found = goodOf(
    revisions.map(({ where, fields }) => {
      const row = parseRecord(revisionRow, fields, where)
      return row.ok ? ok({ where, row: row.value }) : row
    }),
    onFault,
  )
  if (!found.ok) return found
  const byArticle = groupBy(
    found.value.toSorted((a, b) => a.row.number - b.row.number),
    ({ row }) => row.article_id,
  )
  const known = new Map<string, z.infer<typeof articleRow>>()
  const rows = goodOf(
    articles.map(({ where, fields }) => {
      const row = parseRecord(articleRow, fields, where)
      if (!row.ok) return row
      const { id } = row.value
      if (known.has(id)) return badFile(`${where}: the article ${id} is there twice.`)
      if (!byArticle.has(id)) return badFile(`${where}: the article ${id} has no text in the files.`)
      known.set(id, row.value)
      return row
    }),
    onFault,
  )
  if (!rows.ok) return rows
  return goodOf(
    found.value.map(({ where, row }) => {
      const article = known.get(row.article_id)
      if (!article) return badFile(`${where}: its article ${row.article_id} is not in the files.`)
      const ids = (byArticle.get(row.article_id) ?? []).map((one) => one.row.id)
      return toDocument(where, row, article, ids)
    }),
    onFault,
  )
}

function toDocument(
  where: string,
  row: z.infer<typeof revisionRow>,
  article: z.infer<typeof articleRow>,
  ids: readonly string[],
): Result<ForeignDocument> {
  const shape = parseJson(row.blocks_json, `${where}: blocks_json`)
  if (!shape.ok) return shape
  const source = { kind: row.source_kind, ...(row.source_name === undefined ? {} : { name: row.source_name }) }
  const kept = parseRecord(
    keptDocumentSchema,
    {
      article: { ...articleSchema.omit({ revisions: true }).parse(ownColumns(article)), revisions: ids },
      revision: { id: row.id, added: row.added, source, shape: shape.value },
    },
    where,
  )
  if (!kept.ok) return kept
  return ok({ ref: row.id, where, text: row.text ?? '', unit: 'utf-16', kept: kept.value })
}

function ownColumns(row: z.infer<typeof articleRow>) {
  return Object.fromEntries(COLUMNS.articles.map((column) => [column, row[column]]))
}

function toHighlight({ where, fields }: Entry): Result<ForeignHighlight> {
  const row = parseRecord(highlightRow, fields, where)
  if (!row.ok) return row
  const { id: ref, revision_id: document, tag, quote, speaker, start_utf16: start, end_utf16: end } = row.value
  const { prefix, suffix, note, annotator, created, modified } = row.value
  const id = highlightIdSchema.safeParse(ref).data
  const rest = { prefix, suffix, note, annotator, created, modified }
  return ok({ ref, where, document, start, end, label: tag, quote, id, speaker: speaker ?? null, ...rest })
}

function toLink({ where, fields }: Entry): Result<ForeignLink> {
  const row = parseRecord(linkRow, fields, where)
  if (!row.ok) return row
  const { id, from, to, relation, note, annotator, created, modified } = row.value
  const rest = { note, annotator, created, modified }
  return ok({ where, from, to, label: relation, id: linkIdSchema.safeParse(id).data, ...rest })
}
