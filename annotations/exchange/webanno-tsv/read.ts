import { highlightIdSchema, linkIdSchema } from '../../model/ids'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { mergeForeign } from '../assemble/merge'
import { badFile, type Fault, goodOf, type OnFault } from '../bad-file'
import type { ImportFormat, InFile } from '../format'
import { labelIn } from '../layers'
import { momentOf } from '../moment'
import { fromOwnLink } from '../own-links'
import { readSideCar } from '../side-car-file'
import { parseTsv, type TsvDocument, type TsvRelation, type TsvSpan } from './parse'
import { SIDE_CAR, SIDE_CAR_RECORDS, type SideCar, sideCarSchema } from './side-car'

/** Reads WebAnno TSV 3: every span and relation layer, and our side-car when it lies beside the files. */
export const webannoTsvIn: ImportFormat = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  recognise: ({ text }) => text.replace(/^\ufeff/, '').startsWith('#FORMAT=WebAnno TSV 3'),
  read(files, context) {
    const sideCar = readSideCar(
      sideCarSchema,
      files.find(({ name }) => name.endsWith(SIDE_CAR)),
      SIDE_CAR_RECORDS,
      context.onFault,
    )
    if (!sideCar.ok) return sideCar
    const others = files.filter(({ name }) => !name.endsWith(SIDE_CAR))
    if (others.length === 0 && sideCar.value === null) return badFile('There is no .tsv file among the files.')
    const parts = goodOf(
      others.map((file) => readDocument(file, ownOf(sideCar.value, file.name), context.onFault)),
      context.onFault,
      'part',
    )
    if (!parts.ok) return parts
    const merged = mergeForeign(parts.value)
    return assemble({ ...merged, links: [...merged.links, ...(sideCar.value?.links ?? []).map(fromOwnLink)] }, context)
  },
}

type Own = SideCar['documents'][number] | undefined

function ownOf(sideCar: SideCar | null, name: string): Own {
  return sideCar?.documents.find(({ file }) => `${file}.tsv` === name.slice(name.lastIndexOf('/') + 1))
}

function readDocument(file: InFile, side: Own, onFault?: OnFault): Result<Foreign> {
  const { name } = file
  const read = parseBeside(file, side, onFault)
  if (!read.ok) return read
  const { own, tsv } = read.value
  const { text, spans, relations, skipped } = tsv
  const known = new Map(spans.map((span) => [span.key, refOf(name, span)]))
  const ends = (key: string) => known.get(key) ?? `${name} ${key}`
  return ok({
    documents: [
      {
        ref: name,
        where: name,
        text,
        unit: 'utf-16',
        source: name,
        kept: own && { article: own.article, revision: own.revision },
      },
    ],
    highlights: [
      ...spans.map((span) => toHighlight(span, name, own)),
      ...(own?.blank ?? []).map((one) => toBlank(one, name)),
    ],
    links: relations.map((relation) => toLink(relation, ends)),
    notes: skipped.map((layer) => `Left out: the chains of ${name} in the layer ${layer}.`),
  })
}

type Beside = { readonly tsv: TsvDocument; readonly own: Own }

/** The file with its text in the side-car; alone where most of its tokens stand elsewhere: that is another text. */
function parseBeside({ name, text }: InFile, own: Own, onFault?: OnFault): Result<Beside> {
  const faults: Fault[] = []
  const beside = parseTsv(text, name, {
    text: own?.text,
    onFault: onFault && ((sentence, took = 'record') => void faults.push({ sentence, took })),
  })
  if (!beside.ok) return beside
  const tsv = beside.value
  if (own && tsv.misplaced * 2 > tsv.tokens) {
    onFault?.(
      `${name}: its words are not those of its text in ${SIDE_CAR}. What only ${SIDE_CAR} says of it is left out.`,
      'part',
    )
    const alone = parseTsv(text, name, { onFault })
    return alone.ok ? ok({ tsv: alone.value, own: undefined }) : alone
  }
  for (const { sentence, took } of faults) onFault?.(sentence, took)
  return ok({ tsv, own })
}

function refOf(name: string, { key, features }: TsvSpan): string {
  return features.ref ?? `${name} ${key}`
}

function toHighlight(span: TsvSpan, document: string, own: Own): ForeignHighlight {
  const { where, start, end, features, layer } = span
  const ref = refOf(document, span)
  const { whole, ...context } = own?.spans[ref] ?? {}
  return {
    ...context,
    ref,
    where,
    document,
    ...(whole ?? { start, end }),
    label: labelIn(features, layer),
    id: highlightIdSchema.safeParse(ref).data,
    speaker: features.speaker ?? null,
    ...makerIn(features),
  }
}

function makerIn(features: TsvSpan['features']) {
  return {
    note: features.note ?? features.comment ?? '',
    annotator: features.annotator ?? undefined,
    created: momentOf(features.created),
    modified: momentOf(features.modified),
  }
}

function toLink({ where, features, layer, from, to }: TsvRelation, ends: (key: string) => string): ForeignLink {
  const id = linkIdSchema.safeParse(features.ref).data
  return { where, from: ends(from), to: ends(to), label: labelIn(features, layer), id, ...makerIn(features) }
}

function toBlank(
  { anchor, articleId: _article, revisionId: _revision, tag, ...kept }: NonNullable<Own>['blank'][number],
  document: string,
): ForeignHighlight {
  const { start, end, quote } = anchor
  const { prefix, suffix } = quote
  return { ...kept, start, end, prefix, suffix, ref: kept.id, where: `Highlight ${kept.id}`, document, label: tag }
}
