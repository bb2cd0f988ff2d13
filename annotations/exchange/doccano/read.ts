import { z } from 'zod'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { mergeForeign } from '../assemble/merge'
import { badFile, GET_ANEW, goodOf, type OnFault, parseJson, parseRecord } from '../bad-file'
import { groupBy } from '../documents'
import type { ImportFormat, InFile } from '../format'
import { keptDocumentSchema, keptHighlightSchema, keptLinkSchema, linkAcrossSchema } from '../kept'
import { fromOwnLink } from '../own-links'

/** Reads doccano's JSONL: entities and relations, or the older `label` with `[start, end, label]`. */
export const doccanoIn: ImportFormat = {
  id: 'doccano',
  title: 'doccano (JSONL)',
  recognise: ({ text }) => {
    const line = text.replace(/^\ufeff/, '').split('\n', 1)[0] ?? ''
    return /^\s*\{/.test(line) && line.includes('"text"') && /"(entities|labels?)"\s*:\s*\[/.test(line)
  },
  read(files, context) {
    const found = goodOf(
      files.flatMap((file) => linesOf(file, context.onFault)),
      context.onFault,
      // A line is a text with all that is marked in it.
      'part',
    )
    return found.ok ? assemble(mergeForeign(found.value), context) : found
  },
}

const number = z.union([z.number(), z.string()])
const entitySchema = z.looseObject({
  id: number.optional(),
  label: z.string(),
  start_offset: z.number(),
  end_offset: z.number(),
})
const tripleSchema = z
  .tuple([z.number(), z.number(), z.string()])
  .transform(([start_offset, end_offset, label]) => ({ start_offset, end_offset, label, id: undefined }))
const relationSchema = z.looseObject({ id: number.optional(), from_id: number, to_id: number, type: z.string() })
const lineSchema = z.looseObject({
  id: number.optional(),
  text: z.string(),
  entities: z.array(z.unknown()).optional(),
  label: z.array(z.unknown()).optional(),
  labels: z.array(z.unknown()).optional(),
  relations: z.array(z.unknown()).optional(),
  crossread: keptDocumentSchema
    .extend({
      entities: z.array(entitySchema.extend({ kept: keptHighlightSchema })),
      relations: z.array(z.object({ from: z.string(), to: z.string(), type: z.string(), kept: keptLinkSchema })),
      across: z.array(linkAcrossSchema),
    })
    .optional(),
})
type Line = z.infer<typeof lineSchema>
type Entity = z.infer<typeof entitySchema>

function linesOf({ name, text }: InFile, onFault?: OnFault): Result<Foreign>[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line, index) => ({ line, where: `${name}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }, index, { length }) => readLine(line, where, name, index === length - 1, onFault))
}

function readLine(text: string, where: string, name: string, isLast: boolean, onFault?: OnFault): Result<Foreign> {
  const json = parseJson(text, where)
  if (!json.ok)
    return isLast ? badFile(`${where} is not whole: the file breaks off in it, or it is damaged.`, GET_ANEW) : json
  const line = parseRecord(lineSchema, json.value, where)
  if (!line.ok) return line
  const listed = line.value.entities ?? line.value.label ?? line.value.labels
  if (listed === undefined) return badFile(`${where}: it has neither entities nor labels, so it is no line of doccano.`)
  const seen = new Set<string>()
  const entities = goodOf(
    listed.map((one, index) => {
      const own = `${where}, entity ${index + 1}`
      const entity = parseRecord(Array.isArray(one) ? tripleSchema : entitySchema, one, own)
      const id = entity.ok ? String(entity.value.id ?? '') : ''
      if (id !== '' && seen.has(id)) return badFile(`${own}: its id ${id} is used twice.`)
      seen.add(id)
      return entity
    }),
    onFault,
  )
  if (!entities.ok) return entities
  const highlights = toHighlights(entities.value, line.value, where)
  const toLink = linkReader(highlights, line.value.crossread?.relations)
  const relations = goodOf(
    (line.value.relations ?? []).map((one, index) => toLink(one, `${where}, relation ${index + 1}`)),
    onFault,
  )
  if (!relations.ok) return relations
  const { crossread } = line.value
  const { article, revision } = crossread ?? {}
  return ok({
    documents: [
      {
        ref: where,
        where,
        text: line.value.text,
        unit: 'code-points',
        source: name,
        kept: article && revision ? { article, revision } : undefined,
      },
    ],
    highlights: highlights.map(({ highlight }) => highlight),
    links: [...relations.value, ...(crossread?.across ?? []).map(fromOwnLink)],
  })
}

type Numbered = { readonly number: string; readonly highlight: ForeignHighlight }

function toHighlights(entities: readonly Entity[], { crossread }: Line, where: string): readonly Numbered[] {
  const kepts = keptOf(entities, crossread?.entities ?? [])
  return entities.map((entity, index) => {
    const kept = kepts[index]
    const own = `${where}, entity ${index + 1}`
    return {
      number: String(entity.id ?? index),
      highlight: {
        ...kept,
        ref: kept?.id ?? `${where}, entity ${entity.id ?? index + 1}`,
        where: own,
        document: where,
        start: entity.start_offset,
        end: entity.end_offset,
        label: entity.label,
      },
    }
  })
}

type Kept = NonNullable<Line['crossread']>['entities'][number]

/** What was kept of each entity: of the one with its place and label, else of one whose label was changed since. */
function keptOf(entities: readonly Entity[], all: readonly Kept[]): readonly (Kept['kept'] | undefined)[] {
  const known = groupBy(all, placeOf)
  const exact = entities.map((entity) => known.get(placeOf(entity))?.shift()?.kept)
  const left = groupBy([...known.values()].flat(), spanOf)
  return entities.map((entity, index) => exact[index] ?? left.get(spanOf(entity))?.shift()?.kept)
}

function spanOf({ start_offset, end_offset }: Pick<Entity, 'start_offset' | 'end_offset'>): string {
  return `${start_offset} ${end_offset}`
}

function placeOf({ label, start_offset, end_offset }: Pick<Entity, 'label' | 'start_offset' | 'end_offset'>): string {
  return `${start_offset} ${end_offset} ${label}`
}

type Relations = NonNullable<Line['crossread']>['relations']

/** Turns relations into links, each with what was kept of it: links that say the same are taken in order. */
function linkReader(highlights: readonly Numbered[], kept: Relations = []) {
  const ends = new Map(highlights.map(({ number: key, highlight }) => [key, highlight.ref]))
  const known = groupBy(kept, ({ from, to, type }) => `${from} ${to} ${type}`)
  return (value: unknown, where: string): Result<ForeignLink> => {
    const relation = parseRecord(relationSchema, value, where)
    if (!relation.ok) return relation
    const { from_id, to_id, type } = relation.value
    const from = ends.get(String(from_id)) ?? String(from_id)
    const to = ends.get(String(to_id)) ?? String(to_id)
    return ok({ ...known.get(`${from} ${to} ${type}`)?.shift()?.kept, where, from, to, label: type })
  }
}
