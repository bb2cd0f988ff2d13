import { z } from 'zod'
import { highlightIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignDocument, ForeignHighlight } from '../assemble/foreign'
import { tagOf } from '../assemble/labels'
import { mergeForeign } from '../assemble/merge'
import { badFile, goodOf, parseRecord } from '../bad-file'
import type { ImportFormat, InFile, ReadContext } from '../format'
import { keptDocumentSchema, keptHighlightSchema, linkAcrossSchema } from '../kept'
import { momentOf } from '../moment'
import { fromOwnLink } from '../own-links'
import { readJson } from '../whole-json'

/** Reads what the Hypothesis sidebar exports. Its annotations come without their text: that must be in the desk. */
export const hypothesisIn: ImportFormat = {
  id: 'hypothesis',
  title: 'Hypothesis',
  recognise: ({ text }) => /^\s*\{/.test(text) && text.slice(0, 2_000).includes('"export_userid"'),
  read(files, context) {
    const found = goodOf(
      files.map((file) => readFile(file, context)),
      context.onFault,
      'part',
    )
    return found.ok ? assemble(mergeForeign(found.value), context) : found
  },
}

const selectorSchema = z.looseObject({
  type: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const annotationSchema = z.looseObject({
  id: z.string(),
  created: z.string().optional(),
  updated: z.string().optional(),
  user: z.string().optional(),
  user_info: z.looseObject({ display_name: z.string().nullish() }).nullish(),
  uri: z.string(),
  text: z.string().optional(),
  tags: z.array(z.string()).optional(),
  target: z.array(z.looseObject({ selector: z.array(selectorSchema).optional() })),
  crossread: keptHighlightSchema.extend({ text: z.string() }).optional(),
})
type Annotation = z.infer<typeof annotationSchema>
const RECORDS = [['annotations'], ['crossread', 'texts'], ['crossread', 'links']].map((list) => [...list, '*'])
const exportSchema = z.looseObject({
  annotations: z.array(z.unknown()),
  crossread: z
    .looseObject({
      texts: z.array(keptDocumentSchema.extend({ text: z.string() })),
      links: z.array(linkAcrossSchema),
    })
    .optional(),
})

function readFile({ name, text }: InFile, context: ReadContext): Result<Foreign> {
  const json = readJson({ name, text }, RECORDS, context.onFault)
  if (!json.ok) return json
  const { value } = json.value
  if (!z.looseObject({ annotations: z.array(z.unknown()) }).safeParse(value).success) {
    return badFile(`${name} was not exported by Hypothesis: it has no list of annotations.`)
  }
  const file = parseRecord(exportSchema, value, name)
  if (!file.ok) return file
  const annotations = goodOf(file.value.annotations.map(toAnnotation), context.onFault)
  if (!annotations.ok) return annotations
  const highlights = annotations.value.map(({ where, annotation }) => toHighlight(where, annotation, context))
  const passages = highlights.filter((one) => one !== null)
  const own = (file.value.crossread?.texts ?? []).map(
    ({ text: words, ...kept }): ForeignDocument => ({
      ref: kept.revision.id,
      where: `Text ${kept.revision.id}`,
      text: words,
      unit: 'utf-16',
      kept,
    }),
  )
  const left = highlights.length - passages.length
  return ok({
    documents: [...own, ...pagesOf(annotations.value, new Set(own.map(({ ref }) => ref)))],
    highlights: passages,
    links: (file.value.crossread?.links ?? []).map(fromOwnLink),
    notes:
      left > 0 ? [`Left out: ${left} of the annotations, which are page notes or replies and mark no passage.`] : [],
  })
}

type Item = { readonly where: string; readonly annotation: Annotation }

function toAnnotation(value: unknown, index: number): Result<Item> {
  const id = z.looseObject({ id: z.string() }).safeParse(value).data?.id
  const where = id === undefined ? `Annotation ${index + 1}` : `Annotation ${id} (number ${index + 1})`
  const annotation = parseRecord(annotationSchema, value, where)
  return annotation.ok ? ok({ where, annotation: annotation.value }) : annotation
}

function pagesOf(items: readonly Item[], brought: ReadonlySet<string>): ForeignDocument[] {
  const pages = new Set(items.map(({ annotation }) => annotation.crossread?.text ?? annotation.uri))
  return [...pages]
    .filter((ref) => !brought.has(ref))
    .map((ref) => ({ ref, where: `Page ${ref}`, text: null, unit: 'utf-16', source: ref }))
}

function toHighlight(where: string, annotation: Annotation, context: ReadContext): ForeignHighlight | null {
  const { id, uri, text, tags = [], user, user_info, created, updated, crossread } = annotation
  const selectors = annotation.target.flatMap(({ selector = [] }) => selector)
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  if (quote?.exact === undefined) return null
  const { text: document = uri, ...kept } = crossread ?? {}
  return {
    ...kept,
    ref: id,
    where,
    document,
    start: position?.start ?? null,
    end: position?.end ?? null,
    label: tags.find((tag) => tagOf(tag, context) !== null) ?? tags[0] ?? '',
    quote: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    id: highlightIdSchema.safeParse(id).data,
    note: text,
    annotator: user_info?.display_name ?? user?.replace(/^acct:(.*)@.*$/, '$1'),
    created: momentOf(created),
    modified: momentOf(updated),
  }
}
