import { z } from 'zod'
import { highlightIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { mergeForeign } from '../assemble/merge'
import { badFile, goodOf, type OnFault, parseRecord } from '../bad-file'
import { groupBy } from '../documents'
import type { ImportFormat, InFile } from '../format'
import { keptDocumentSchema, keptHighlightSchema, keptLinkSchema, linkAcrossSchema } from '../kept'
import { momentOf } from '../moment'
import { fromOwnLink } from '../own-links'
import { readJson } from '../whole-json'

/** Reads Label Studio's JSON export: every annotation of every task, but for cancelled ones. */
export const labelStudioIn: ImportFormat = {
  id: 'label-studio',
  title: 'Label Studio',
  recognise: ({ text }) => {
    const start = text.replace(/^\ufeff/, '').slice(0, 20_000)
    return (
      /^\s*\[/.test(start) && start.includes('"data"') && (start.includes('"annotations"') || start.includes('"meta"'))
    )
  },
  read(files, context) {
    const tasks = files.filter(({ text }) => !/^\s*</.test(text))
    const { onFault } = context
    const found = goodOf(
      tasks.map((file) => readFile(file, onFault)),
      onFault,
      'part',
    )
    if (!found.ok) return found
    if (tasks.length === 0) return badFile('There is no JSON among these files, only the labelling interface.')
    return assemble(mergeForeign(found.value), context)
  },
}

const taskSchema = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  data: z.looseObject({ text: z.unknown().optional(), title: z.unknown().optional() }),
  meta: z
    .looseObject({
      crossread: keptDocumentSchema
        .extend({
          regions: z.record(z.string(), keptHighlightSchema),
          relations: z.array(z.object({ from: z.string(), to: z.string(), type: z.string(), kept: keptLinkSchema })),
          across: z.array(linkAcrossSchema),
        })
        .optional(),
    })
    .nullish(),
  annotations: z
    .array(
      z.looseObject({
        id: z.union([z.number(), z.string()]).optional(),
        completed_by: z.union([z.number(), z.looseObject({ email: z.string().optional() })]).nullish(),
        was_cancelled: z.boolean().nullish(),
        created_at: z.string().nullish(),
        updated_at: z.string().nullish(),
        result: z.array(z.unknown()),
      }),
    )
    .optional(),
})
type Task = z.infer<typeof taskSchema>
type Annotation = NonNullable<Task['annotations']>[number]

const regionSchema = z.looseObject({
  id: z.string(),
  type: z.literal('labels'),
  value: z.looseObject({ start: z.number(), end: z.number(), text: z.string().nullish(), labels: z.array(z.string()) }),
  meta: z.looseObject({ text: z.union([z.string(), z.array(z.string())]).optional() }).nullish(),
})
const relationSchema = z.looseObject({
  type: z.literal('relation'),
  from_id: z.string(),
  to_id: z.string(),
  direction: z.string().optional(),
  labels: z.array(z.string()).nullish(),
})
const typedSchema = z.looseObject({
  type: z.string(),
  value: z.looseObject({ start: z.unknown().optional() }).optional(),
})

const RECORDS = [['[]', 'annotations', '[]', 'result', '[]']]

function readFile({ name, text }: InFile, onFault?: OnFault): Result<Foreign> {
  const json = readJson({ name, text }, RECORDS, onFault)
  if (!json.ok) return json
  const { value: list } = json.value
  if (!Array.isArray(list)) return badFile(`${name} is not a list of Label Studio's tasks.`)
  const tasks = goodOf(
    list.map((one, index) => readTask(one, `${name}, task ${index + 1}`, name, onFault)),
    onFault,
  )
  return tasks.ok ? ok(mergeForeign(tasks.value)) : tasks
}

function readTask(value: unknown, where: string, name: string, onFault?: OnFault): Result<Foreign> {
  const task = parseRecord(taskSchema, value, where)
  if (!task.ok) return task
  const { data, meta, annotations = [] } = task.value
  const text = textIn(data)
  if (text === null) return badFile(`${where}: its data holds no text.`)
  const done = annotations.filter(({ was_cancelled }) => !was_cancelled)
  const parts = goodOf(
    done.map((one, index) => readAnnotation(one, `${where}, annotation ${index + 1}`, where, task.value, onFault)),
    onFault,
  )
  if (!parts.ok) return parts
  const merged = mergeForeign(parts.value)
  const { article, revision, across = [] } = meta?.crossread ?? {}
  return ok({
    ...merged,
    documents: [
      {
        ref: where,
        where,
        text,
        unit: 'code-points',
        source: name,
        details: { title: typeof data.title === 'string' ? data.title : undefined },
        kept: article && revision ? { article, revision } : undefined,
      },
    ],
    links: [...merged.links, ...across.map(fromOwnLink)],
  })
}

/** The field that is named text, or the longest of texts: the interface, which would say, is not in the export. */
function textIn(data: Task['data']): string | null {
  if (typeof data.text === 'string') return data.text
  const texts = Object.values(data).filter((value) => typeof value === 'string')
  return texts.sort((a, b) => b.length - a.length)[0] ?? null
}

function readAnnotation(
  annotation: Annotation,
  where: string,
  document: string,
  task: Task,
  onFault?: OnFault,
): Result<Foreign> {
  const kept = task.meta?.crossread
  const relations = groupBy(kept?.relations ?? [], ({ from, to, type }) => `${from} ${to} ${type}`)
  const refOf = (id: string) => (kept && id in kept.regions ? id : `${where} ${id}`)
  const highlights: ForeignHighlight[] = []
  const links: ForeignLink[] = []
  let others = 0
  const results = goodOf(
    annotation.result.map((item, index) => readResult(item, `${where}, result ${index + 1}`)),
    onFault,
  )
  if (!results.ok) return results
  for (const result of results.value) {
    if (result.kind === 'region') {
      const { here, region } = result
      const { id, value, meta } = region
      highlights.push({
        ...makerOf(annotation),
        ...kept?.regions[id],
        ref: refOf(id),
        where: here,
        document,
        start: value.start,
        end: value.end,
        label: value.labels[0] ?? '',
        quote: value.text ?? undefined,
        id: kept && id in kept.regions ? highlightIdSchema.safeParse(id).data : undefined,
        note: [meta?.text ?? []].flat().join('\n'),
      })
    } else if (result.kind === 'relation') {
      const { here, relation } = result
      const { from_id, to_id, direction, labels } = relation
      const [from, to] = direction === 'left' ? [to_id, from_id] : [from_id, to_id]
      const label = labels?.[0] ?? 'relates'
      const known = relations.get(`${from} ${to} ${label}`)?.shift()?.kept
      links.push({ ...makerOf(annotation), ...known, where: here, from: refOf(from), to: refOf(to), label })
    } else others++
  }
  const notes = others > 0 ? [`Left out: ${others} results of ${where} that label no passage of plain text.`] : []
  return ok({ documents: [], highlights, links, notes })
}

type LabelResult =
  | { readonly kind: 'region'; readonly here: string; readonly region: z.infer<typeof regionSchema> }
  | { readonly kind: 'relation'; readonly here: string; readonly relation: z.infer<typeof relationSchema> }
  | { readonly kind: 'other' }

function readResult(item: unknown, here: string): Result<LabelResult> {
  const typed = parseRecord(typedSchema, item, here)
  if (!typed.ok) return typed
  if (typed.value.type === 'labels') {
    const region = parseRecord(regionSchema, item, here)
    return region.ok ? ok({ kind: 'region', here, region: region.value }) : region
  }
  if (typed.value.type !== 'relation') return ok({ kind: 'other' })
  const relation = parseRecord(relationSchema, item, here)
  return relation.ok ? ok({ kind: 'relation', here, relation: relation.value }) : relation
}

function makerOf({ completed_by, created_at, updated_at }: Annotation) {
  const who = typeof completed_by === 'number' ? `User ${completed_by}` : completed_by?.email
  return { annotator: who, created: momentOf(created_at), modified: momentOf(updated_at) }
}
