import { z } from 'zod'
import { highlightIdSchema, linkIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { mergeForeign } from '../assemble/merge'
import { badFile, goodOf, type OnFault, parseRecord } from '../bad-file'
import type { ImportFormat, InFile } from '../format'
import { momentOf } from '../moment'
import { readJson } from '../whole-json'
import { type Annotation, annotationSchema, bodiesFor, creatorOf, sourceOf, textSchema } from './annotation'
import { IRI } from './vocabulary'

/** Reads W3C Web Annotations: an annotation, a list, a page, or a collection with its first page in it. */
export const webAnnotationIn: ImportFormat = {
  id: 'web-annotation',
  title: 'W3C Web Annotation (JSON-LD)',
  recognise: ({ text }) => CONTEXT.test(text.slice(0, 20_000)) || DRAFT.test(text.slice(0, 20_000)),
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

const CONTEXT = /www\.w3\.org\/ns\/anno\.jsonld/
/** Open Annotation, from which it was made: other names for everything. */
const DRAFT = /www\.w3\.org\/ns\/oa\b/
const LISTS = [['items'], ['crossreadTexts']]
const RECORDS = [[], ...LISTS, ...LISTS.map((list) => ['first', ...list])].map((list) => [...list, '[]'])

const pageSchema = z.looseObject({
  items: z.array(z.unknown()),
  crossreadTexts: z.array(z.unknown()).optional(),
})
const collectionSchema = z.looseObject({ first: pageSchema })
const NOT_ONE = 'holds no Web Annotation: neither an annotation, nor a page or collection with its annotations in it.'

function readFile({ name, text }: InFile, onFault?: OnFault): Result<Foreign> {
  const json = readJson({ name, text }, RECORDS, onFault)
  if (!json.ok) return json
  if (!CONTEXT.test(text) && DRAFT.test(text.slice(0, 20_000))) {
    return badFile(
      `${name} is in Open Annotation, the draft before Web Annotation, and Crossread reads the W3C’s version of 2017.`,
    )
  }
  const page = pageOf(json.value.value)
  if (page === null) return badFile(`${name} ${NOT_ONE}`)
  const texts = goodOf(
    (page.crossreadTexts ?? []).map((one, index) => parseRecord(textSchema, one, `Text ${index + 1}`)),
    onFault,
  )
  if (!texts.ok) return texts
  const annotations = goodOf(page.items.map(toAnnotation), onFault)
  if (!annotations.ok) return annotations
  return toForeign(name, texts.value, annotations.value, onFault)
}

function pageOf(value: unknown): z.infer<typeof pageSchema> | null {
  if (Array.isArray(value)) return { items: value }
  const page = pageSchema.safeParse(value).data ?? collectionSchema.safeParse(value).data?.first
  if (page) return page
  return annotationSchema.safeParse(value).success ? { items: [value] } : null
}

type Item = { readonly where: string; readonly ref: string; readonly annotation: Annotation }

function toAnnotation(value: unknown, index: number): Result<Item> {
  const id = z.looseObject({ id: z.string() }).safeParse(value).data?.id
  const where = id === undefined ? `Annotation ${index + 1}` : `Annotation ${id} (number ${index + 1})`
  const annotation = parseRecord(annotationSchema, value, where)
  return annotation.ok ? ok({ where, ref: id ?? where, annotation: annotation.value }) : annotation
}

function toForeign(
  name: string,
  texts: readonly z.infer<typeof textSchema>[],
  items: readonly Item[],
  onFault?: OnFault,
): Result<Foreign> {
  const links = items.filter(({ annotation }) => annotation.motivation?.includes('linking'))
  const others = items.filter(({ annotation }) => !annotation.motivation?.includes('linking'))
  const highlights = others.map(toHighlight)
  const passages = highlights.filter((one) => one !== null)
  const pages = highlights.length - passages.length

  const own = texts.map(({ id, value, language, via, textDirection, crossreadKept }) => ({
    ref: id,
    where: `Text ${id}`,
    text: value,
    unit: 'code-points' as const,
    source: via ?? name,
    details: { url: via, language, direction: textDirection },
    kept: crossreadKept,
  }))
  const brought = new Set(own.map(({ ref }) => ref))
  const pagesNamed = [...new Set(passages.map(({ document }) => document))].filter((ref) => !brought.has(ref))
  const named = pagesNamed.map((ref) => ({
    ref,
    where: `Page ${ref}`,
    text: null,
    unit: 'code-points' as const,
    source: ref,
  }))
  const ends = goodOf(links.map(toLink), onFault)
  if (!ends.ok) return ends
  return ok({
    documents: [...own, ...named],
    highlights: passages,
    links: ends.value,
    notes: pages > 0 ? [`Left out: ${pages} of the annotations, which mark no passage by quote or position.`] : [],
  })
}

/** Null for an annotation of a whole page, or of a part that no text selector describes. */
function toHighlight({ where, ref, annotation }: Item): ForeignHighlight | null {
  const [target] = annotation.target
  const document = target === undefined ? undefined : sourceOf(target)
  if (target === undefined || typeof target === 'string' || document === undefined) return null
  const selectors = (target.selector ?? []).filter((one) => typeof one !== 'string')
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector')
  const position = selectors.find((one) => one.type === 'TextPositionSelector')
  if (!quote && !position) return null
  const [label] = bodiesFor(annotation, 'tagging')
  return {
    ref,
    where,
    document,
    start: position?.start ?? null,
    end: position?.end ?? null,
    label: label ?? annotation.motivation?.[0] ?? 'highlighting',
    quote: quote?.exact,
    prefix: quote?.prefix,
    suffix: quote?.suffix,
    note: bodiesFor(annotation, 'commenting').join('\n'),
    speaker: bodiesFor(annotation, 'identifying')[0] ?? null,
    id: highlightIdSchema.safeParse(ownId(ref)).data,
    ...maker(annotation),
  }
}

function toLink({ where, ref, annotation }: Item): Result<ForeignLink> {
  const ends = annotation.target.map((target) => sourceOf(target))
  const from = annotation.crossreadFrom ?? ends[0]
  const to = ends.find((end) => end !== from)
  if (from === undefined || to === undefined) return badFile(`${where}: a link needs two different targets.`)
  return ok({
    where,
    from,
    to,
    label: bodiesFor(annotation, 'classifying')[0] ?? 'relates',
    note: bodiesFor(annotation, 'commenting').join('\n'),
    id: linkIdSchema.safeParse(ownId(ref)).data,
    ...maker(annotation),
  })
}

function maker(annotation: Annotation) {
  const { created, modified } = annotation
  return { annotator: creatorOf(annotation), created: momentOf(created), modified: momentOf(modified) }
}

function ownId(iri: string): string {
  return iri.startsWith(IRI) ? iri.slice(IRI.length) : iri
}
