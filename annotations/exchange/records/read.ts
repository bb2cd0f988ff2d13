import { z } from 'zod'
import type { RecordsView } from '../../changes/records'
import type { Highlight } from '../../model/highlight'
import { highlightIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignDocument, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { indexKnown, type KnownIndex } from '../assemble/known'
import { relationOf, tagOf } from '../assemble/labels'
import { badFile, goodOf, type OnFault, parseJson, parseRecord } from '../bad-file'
import { parseCsv } from '../csv/rows'
import type { InFile, Read, ReadContext } from '../format'
import { momentOf } from '../moment'
import { readJson } from '../whole-json'

const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value)))
const offset = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d+$/, 'it is not a number').transform(Number)])
  .nullish()
const recordSchema = z.looseObject({
  ref: word,
  article: word,
  text: word,
  quote: word,
  prefix: word,
  suffix: word,
  start: offset,
  end: offset,
  tag: word,
  speaker: word,
  from: word,
  to: word,
  relation: word,
  note: word,
  annotator: word,
  created: word,
})
type AnnotationRecord = z.infer<typeof recordSchema>
type Item = { readonly where: string; readonly record: AnnotationRecord }

/**
 * Reads single highlights and links that somebody wrote for a desk: a JSON list, JSON Lines or a CSV table. A record with a
 * tag is a highlight of an article of the desk, named by its id, its address or its whole text, with a quote, UTF-16 offsets
 * or both; one with `from` and `to` is a link between highlights, by the `ref` of this file or an id of the desk. Each record
 * that cannot be taken is told to `onFault`.
 */
export function readRecords(
  file: InFile,
  records: RecordsView,
  context: ReadContext & { readonly onFault: OnFault },
): Result<Read> {
  const listed = itemsIn(file, context)
  if (!listed.ok) return listed
  const items = listed.value
  const known = indexKnown(context.known ?? [])
  const documents = new Map<string, ForeignDocument>()
  const highlights = goodOf(
    items
      .filter(({ record }) => !isLink(record))
      .map((item) => {
        const made = toHighlight(item, known, context)
        if (made.ok) documents.set(made.value.document.ref, made.value.document)
        return made.ok ? ok(made.value.highlight) : made
      }),
    context.onFault,
  )
  if (!highlights.ok) return highlights
  const refs = new Set(highlights.value.map(({ ref }) => ref))
  const there = new Map<string, Highlight>()
  const links = goodOf(
    items.filter(({ record }) => isLink(record)).map((item) => toLink(item, refs, records, there, context)),
    context.onFault,
  )
  if (!links.ok) return links
  for (const { revisionId } of there.values()) documents.set(revisionId, documentOf(revisionId))
  const foreign: Foreign = {
    documents: [...documents.values()],
    highlights: [...highlights.value, ...Array.from(there.values(), toForeign)],
    links: links.value,
  }
  const read = assemble(foreign, context)
  if (!read.ok) return read
  return ok({ ...read.value, file: withDesk(read.value, there) })
}

/** The desk's own highlights as the desk has them: a link names them, and nothing of them is to change. */
function withDesk({ file }: Read, there: ReadonlyMap<string, Highlight>): Read['file'] {
  return { ...file, highlights: file.highlights.map((one) => there.get(one.id) ?? one) }
}

function itemsIn({ name, text }: InFile, context: ReadContext): Result<readonly Item[]> {
  const body = text.replace(/^\ufeff/, '')
  if (/^\s*\[/.test(body)) {
    const json = readJson({ name, text: body }, [['[]']], context.onFault)
    if (!json.ok) return json
    const list = Array.isArray(json.value.value) ? json.value.value : []
    return goodOf(
      list.map((one, index) => toItem(one, `${name}, record ${index + 1}`)),
      context.onFault,
    )
  }
  if (/^\s*\{/.test(body)) {
    return goodOf(
      body.split('\n').flatMap((line, index) => {
        const where = `${name}, line ${index + 1}`
        if (line.trim() === '') return []
        const json = parseJson(line, where)
        return [json.ok ? toItem(json.value, where) : json]
      }),
      context.onFault,
    )
  }
  const rows = parseCsv(body, name, context.onFault)
  if (!rows.ok) return rows
  if (
    !rows.value.every(({ fields }) => 'tag' in fields || ('from' in fields && 'to' in fields)) ||
    body.trim() === ''
  ) {
    return badFile(
      `${name} is neither JSON nor a table with a column “tag”, or the columns “from” and “to”.`,
      'See “crossread annotate --help” for what it reads.',
    )
  }
  return goodOf(
    rows.value.map(({ line, fields }) => toItem(fields, `${name}, line ${line}`)),
    context.onFault,
  )
}

function toItem(value: unknown, where: string): Result<Item> {
  const record = parseRecord(recordSchema, value, where)
  return record.ok ? ok({ where, record: record.value }) : record
}

function isLink({ from, to }: AnnotationRecord): boolean {
  return from !== undefined || to !== undefined
}

function toHighlight({ where, record }: Item, known: KnownIndex, context: ReadContext) {
  const { ref = where, article, text, quote, prefix, suffix, start, end, tag, speaker } = record
  if (tag === undefined || tagOf(tag, context) === null) {
    return badFile(
      `${where}: ${tag === undefined ? 'it has no tag' : `“${tag}” is no tag`}: claim, attribution or denial.`,
    )
  }
  const found =
    (article === undefined ? null : (known.byId(article) ?? known.byUrl(article))) ??
    (text === undefined ? null : known.byText(text.replace(/\r\n?/g, '\n')))
  if (found === null) {
    const named = article ?? (text === undefined ? null : 'with this text')
    return badFile(`${where}: ${named === null ? 'it names no article' : `the article ${named} is not in the desk`}.`)
  }
  if (quote === undefined && (typeof start !== 'number' || typeof end !== 'number')) {
    return badFile(`${where}: it has neither a quote, nor a start and an end.`)
  }
  const document = documentOf(found.revision.id)
  const highlight: ForeignHighlight = {
    ref,
    where,
    document: document.ref,
    start: start ?? null,
    end: end ?? null,
    label: tag,
    quote,
    prefix,
    suffix,
    speaker: speaker ?? null,
    ...makerOf(record),
  }
  return ok({ document, highlight })
}

function toLink(
  { where, record }: Item,
  refs: ReadonlySet<string>,
  records: RecordsView,
  there: Map<string, Highlight>,
  context: ReadContext,
): Result<ForeignLink> {
  const { from, to, relation = 'relates' } = record
  if (from === undefined || to === undefined) return badFile(`${where}: a link needs both “from” and “to”.`)
  if (relationOf(relation, context) === null) return badFile(`${where}: “${relation}” is no relation of Crossread.`)
  for (const end of [from, to]) {
    if (refs.has(end)) continue
    const id = highlightIdSchema.safeParse(end)
    const highlight = id.success ? records.highlights.get(id.data) : undefined
    if (!highlight)
      return badFile(`${where}: its end ${end} is neither a ref of this file nor a highlight of the desk.`)
    there.set(end, highlight)
  }
  return ok({ where, from, to, label: relation, ...makerOf(record) })
}

function documentOf(ref: string): ForeignDocument {
  return { ref, where: `Text ${ref}`, text: null, unit: 'utf-16' }
}

function toForeign({ id, revisionId, anchor, tag, note }: Highlight): ForeignHighlight {
  const { start, end } = anchor
  return { id, ref: id, where: `Highlight ${id}`, document: revisionId, start, end, label: tag, note }
}

function makerOf({ note, annotator, created }: AnnotationRecord) {
  return { note, annotator, created: momentOf(created) }
}
