import { z } from 'zod'
import { highlightIdSchema, linkIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { mergeForeign } from '../assemble/merge'
import { badFile, goodOf, type OnFault, parseJson, parseRecord } from '../bad-file'
import type { ImportFormat, InFile } from '../format'
import { keptDocumentSchema, linkAcrossSchema } from '../kept'
import { labelIn } from '../layers'
import { momentOf } from '../moment'
import { fromOwnLink } from '../own-links'
import { readJson } from '../whole-json'
import { KEPT } from './types'

/** Reads UIMA CAS JSON: every annotation of a text with a label, and INCEpTION's relations between them. */
export const casJsonIn: ImportFormat = {
  id: 'cas-json',
  title: 'UIMA CAS JSON 0.4',
  recognise: ({ text }) => /^\s*\{/.test(text) && text.includes('"%FEATURE_STRUCTURES"'),
  read(files, context) {
    const { onFault } = context
    const found = goodOf(
      files.map((file) => readFile(file, onFault)),
      onFault,
      'part',
    )
    return found.ok ? assemble(mergeForeign(found.value), context) : found
  },
}

const STRUCTURES = '%FEATURE_STRUCTURES'
const casSchema = z.looseObject({
  '%HEADER': z.looseObject({ 'offset-encoding': z.string().optional() }).optional(),
  [STRUCTURES]: z.union([z.array(z.unknown()), z.record(z.string(), z.looseObject({}))]),
})
const structureSchema = z.looseObject({
  '%ID': z.int().positive(),
  '%TYPE': z.string(),
  '@sofa': z.number().optional(),
  '@Governor': z.number().optional(),
  '@Dependent': z.number().optional(),
  sofaString: z.string().optional(),
  begin: z.number().optional(),
  end: z.number().optional(),
  '^begin': z.number().optional(),
  '^end': z.number().optional(),
  json: z.string().optional(),
})
type Structure = z.infer<typeof structureSchema>
type Item = { readonly where: string; readonly it: Structure }
const keptSchema = keptDocumentSchema.extend({ across: z.array(linkAcrossSchema) })

/** What every text has and nobody marked. */
const PLAIN = /^uima\.|\.segmentation\.type\.|\.metadata\.type\.|\.CASMetadata$|\.(FeatureDefinition|LayerDefinition)$/

function readFile({ name, text }: InFile, onFault?: OnFault): Result<Foreign> {
  const json = readJson({ name, text }, [[STRUCTURES, '*']], onFault)
  if (!json.ok) return json
  const cas = casSchema.safeParse(json.value.value)
  if (!cas.success) return badFile(`${name} is not UIMA CAS JSON: it has no list of feature structures.`)
  const encoding = cas.data['%HEADER']?.['offset-encoding']
  if (encoding !== undefined && !/^utf-?16$/i.test(encoding)) {
    return badFile(`${name}: its offsets count in ${encoding}, and CAS JSON 0.4 counts in UTF-16.`)
  }
  const items = itemsOf(cas.data[STRUCTURES], name, onFault)
  if (!items.ok) return items
  const kept = keptIn(items.value)
  if (!kept.ok) return kept
  return toForeign(name, items.value, kept.value)
}

function itemsOf(
  listed: z.infer<typeof casSchema>[typeof STRUCTURES],
  name: string,
  onFault?: OnFault,
): Result<Item[]> {
  const all = Array.isArray(listed)
    ? listed
    : Object.entries(listed).map(([id, structure]) => ({ '%ID': Number(id), ...structure }))
  const seen = new Set<number>()
  return goodOf(
    all.map((one, index) => {
      const where = `${name}, feature structure ${index + 1}`
      const it = parseRecord(structureSchema, one, where)
      if (!it.ok) return it
      if (seen.has(it.value['%ID'])) return badFile(`${where}: its id ${it.value['%ID']} is used twice.`)
      seen.add(it.value['%ID'])
      return ok({ where, it: it.value })
    }),
    onFault,
  )
}

function keptIn(items: readonly Item[]): Result<z.infer<typeof keptSchema> | null> {
  const found = items.find(({ it }) => it['%TYPE'] === KEPT)
  if (found?.it.json === undefined) return ok(null)
  const json = parseJson(found.it.json, found.where)
  return json.ok ? parseRecord(keptSchema, json.value, found.where) : json
}

function toForeign(name: string, items: readonly Item[], kept: z.infer<typeof keptSchema> | null): Result<Foreign> {
  const sofas = items.filter(({ it }) => it.sofaString !== undefined)
  const textOf = (sofa: number | undefined) => `${name} ${sofa ?? ''}`
  const languages = new Map(
    items.map(({ it }) => [it['@sofa'], it['%TYPE'] === 'uima.tcas.DocumentAnnotation' ? it.language : undefined]),
  )
  const marked = items.filter(({ it }) => beginOf(it) !== undefined && !PLAIN.test(it['%TYPE']))
  const isRelation = ({ it }: Item) => it['@Governor'] !== undefined || it['@Dependent'] !== undefined
  const highlights = marked
    .filter((item) => !isRelation(item))
    .map((item) => toHighlight(item, name, textOf(item.it['@sofa'])))
  const refs = new Map(marked.map(({ it }) => [it['%ID'], refOf(it, name)]))
  return ok({
    documents: sofas.map(({ where, it }) => {
      const language = languages.get(it['%ID'])
      return {
        ref: textOf(it['%ID']),
        where,
        text: it.sofaString ?? '',
        unit: 'utf-16',
        source: name,
        details: { language: typeof language === 'string' && language !== 'x-unspecified' ? language : null },
        kept: kept && sofas.length === 1 ? { article: kept.article, revision: kept.revision } : undefined,
      }
    }),
    highlights,
    links: [...marked.filter(isRelation).map((item) => toLink(item, refs)), ...(kept?.across ?? []).map(fromOwnLink)],
  })
}

function beginOf(it: Structure): number | undefined {
  return it['^begin'] ?? it.begin
}

function refOf(it: Structure, name: string): string {
  return highlightIdSchema.safeParse(it.ref).data ?? `${name} ${it['%ID']}`
}

/** The features of a structure that are texts, but for the format's own keys. */
function featuresOf(it: Structure): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(it).flatMap(([key, value]) =>
      typeof value === 'string' && !key.startsWith('%') ? [[key, value]] : [],
    ),
  )
}

function toHighlight({ where, it }: Item, name: string, document: string): ForeignHighlight {
  const features = featuresOf(it)
  return {
    ref: refOf(it, name),
    where,
    document,
    start: beginOf(it) ?? 0,
    end: it['^end'] ?? it.end ?? 0,
    label: labelIn(features, it['%TYPE']),
    id: highlightIdSchema.safeParse(features.ref).data,
    speaker: features.speaker ?? null,
    prefix: features.prefix ?? undefined,
    suffix: features.suffix ?? undefined,
    ...makerIn(features),
  }
}

function toLink({ where, it }: Item, refs: ReadonlyMap<number, string>): ForeignLink {
  const features = featuresOf(it)
  const end = (id: number | undefined) => refs.get(id ?? 0) ?? `feature structure ${id ?? 0}`
  const id = linkIdSchema.safeParse(features.ref).data
  const label = labelIn(features, it['%TYPE'])
  return { where, from: end(it['@Governor']), to: end(it['@Dependent']), label, id, ...makerIn(features) }
}

function makerIn(features: Readonly<Record<string, string | null>>) {
  return {
    note: features.note ?? features.comment ?? '',
    annotator: features.annotator ?? undefined,
    created: momentOf(features.created),
    modified: momentOf(features.modified),
  }
}
