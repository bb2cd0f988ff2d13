import { z } from 'zod'
import { articleSchema, revisionSchema } from '../../model/article'
import { carriedSchema } from '../../model/highlight'
import { highlightIdSchema, linkIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { verdictSchema } from '../../model/verdict'
import { assemble } from '../assemble/assemble'
import type { ForeignDocument, ForeignHighlight, ForeignLink, ForeignVerdict } from '../assemble/foreign'
import { badFile, goodOf, type OnFault, parseJson, parseRecord } from '../bad-file'
import { groupBy } from '../documents'
import type { Read, ReadContext } from '../format'
import { keptDocumentSchema } from '../kept'
import { COLUMNS } from './columns'

/** A row of a table by its columns' names; `where` begins a sentence about it. */
export type Entry<Kind extends string = string> = {
  readonly kind: Kind
  readonly where: string
  readonly fields: Readonly<Record<string, string | null>>
}

/** Makes records of the rows of tables, whatever kind of file the tables were in. */
export function readTables(
  entries: readonly Entry<'articles' | 'revisions' | 'highlights' | 'links' | 'verdicts'>[],
  context: ReadContext,
  notes: readonly string[] = [],
): Result<Read> {
  const rows = groupBy(entries, ({ kind }) => kind)
  const { onFault } = context
  const documents = toDocuments(rows.get('articles') ?? [], rows.get('revisions') ?? [], onFault)
  if (!documents.ok) return documents
  const highlights = goodOf((rows.get('highlights') ?? []).map(toHighlight), onFault)
  if (!highlights.ok) return highlights
  const links = goodOf((rows.get('links') ?? []).map(toLink), onFault)
  if (!links.ok) return links
  const verdicts = goodOf((rows.get('verdicts') ?? []).map(toVerdict), onFault)
  if (!verdicts.ok) return verdicts
  const found = { highlights: highlights.value, links: links.value, verdicts: verdicts.value }
  return assemble({ documents: documents.value, ...found, notes }, context)
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
  carried_from: text,
  carried_method: text,
  carried_score: text,
  settled: text,
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
  const rest = { prefix, suffix, note, annotator, created, modified, ...origin(row.value) }
  return ok({ ref, where, document, start, end, label: tag, quote, id, speaker: speaker ?? null, ...rest })
}

/** How a highlight was carried, in the tables with columns for it. */
function origin(row: z.infer<typeof highlightRow>): Pick<ForeignHighlight, 'carried' | 'settled'> {
  const { carried_from: from, carried_method: method, carried_score: score, settled } = row
  const carried = carriedSchema.safeParse({ from, method, score: Number(score) }).data
  return { ...(carried ? { carried } : {}), ...(settled === 'yes' ? { settled: true } : {}) }
}

function toLink({ where, fields }: Entry): Result<ForeignLink> {
  const row = parseRecord(linkRow, fields, where)
  if (!row.ok) return row
  const { id, from, to, relation, note, annotator, created, modified } = row.value
  const rest = { note, annotator, created, modified }
  return ok({ where, from, to, label: relation, id: linkIdSchema.safeParse(id).data, ...rest })
}

const verdictRow = verdictSchema.extend({ claim: z.string(), note: text, sources: text }).loose()

function toVerdict({ where, fields }: Entry): Result<ForeignVerdict> {
  const row = parseRecord(verdictRow, fields, where)
  if (!row.ok) return row
  const { claim, rating, note = '', sources = '', annotator, created, modified } = row.value
  const listed = sources.split(/\n(?! )/).map((source) => source.replaceAll('\n ', '\n'))
  return ok({
    where,
    claim,
    rating,
    note,
    sources: listed.filter((source) => source !== ''),
    annotator,
    created,
    modified,
  })
}
