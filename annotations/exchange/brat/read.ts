import { counted } from '../../changes/actions/wording'
import { ok, type Result } from '../../model/result'
import { assemble } from '../assemble/assemble'
import type { Foreign, ForeignDocument, ForeignHighlight, ForeignLink } from '../assemble/foreign'
import { mergeForeign } from '../assemble/merge'
import { badFile, goodOf, type OnFault } from '../bad-file'
import type { ImportFormat, InFile } from '../format'
import { offsetsOf } from '../offsets'
import { fromOwnLink } from '../own-links'
import { readSideCar } from '../side-car-file'
import { attributionsOf } from './attributions'
import { hullOf, type Span } from './fragments'
import { linesOf, type Placed } from './lines'
import { SIDE_CAR, SIDE_CAR_RECORDS, type SideCar, sideCarSchema } from './side-car'

/** Reads brat's .txt and .ann files, and our side-car when it lies beside them. */
export const bratIn: ImportFormat = {
  id: 'brat',
  title: 'brat standoff',
  recognise: ({ name }) => name.toLowerCase().endsWith('.ann'),
  read(files, context) {
    const sideCar = readSideCar(
      sideCarSchema,
      files.find(({ name }) => baseOf(name) === SIDE_CAR),
      SIDE_CAR_RECORDS,
      context.onFault,
    )
    if (!sideCar.ok) return sideCar
    const texts = new Map(files.filter(({ name }) => name.endsWith('.txt')).map((file) => [stem(file.name), file]))
    const anns = new Map(files.filter(({ name }) => name.endsWith('.ann')).map((file) => [stem(file.name), file]))
    const alone = [...anns.keys()].filter((name) => !texts.has(name))
    const missing = goodOf(
      alone.map((name) => badFile(`${name}.ann: its text ${name}.txt is not among the files.`)),
      context.onFault,
      'part',
    )
    if (!missing.ok) return missing
    if (anns.size === 0 && sideCar.value === null) return badFile('There is no .ann file among the files.')
    const parts = goodOf(
      Array.from(texts, ([name, file]) =>
        readDocument(name, file, anns.get(name), ownOf(sideCar.value, name), context.onFault),
      ),
      context.onFault,
    )
    if (!parts.ok) return parts
    const merged = mergeForeign(parts.value)
    return assemble({ ...merged, links: [...merged.links, ...(sideCar.value?.links ?? []).map(fromOwnLink)] }, context)
  },
}

type Own = SideCar['documents'][number] | undefined

function ownOf(sideCar: SideCar | null, name: string): Own {
  return sideCar?.documents.find(({ file }) => file === baseOf(name))
}

function readDocument(
  name: string,
  { text }: InFile,
  ann: InFile | undefined,
  own: Own,
  onFault?: OnFault,
): Result<Foreign> {
  const lines = linesOf(ann?.text ?? '', `${name}.ann`, onFault)
  if (!lines.ok) return lines
  const document: ForeignDocument = {
    ref: name,
    where: `${name}.txt`,
    text: text.replace(/^\ufeff/, ''),
    unit: 'code-points',
    source: `${name}.txt`,
    kept: own === undefined ? undefined : { article: own.article, revision: own.revision },
  }
  const refs = new Map(Object.entries(own?.spans ?? {}).map(([id, kept]) => [id, kept.id]))
  const refOf = (id: string) => refs.get(id) ?? `${name} ${id}`
  const events = attributionsOf(lines.value, text, onFault)
  if (!events.ok) return events
  const notes = new Map(lines.value.flatMap((line) => (line.kind === 'note' ? [[line.of, line.words] as const] : [])))
  const { toPoints } = offsetsOf(text)
  const highlights = events.value.spans.map((line): ForeignHighlight => {
    const { whole, ...kept } = own?.spans[line.id] ?? {}
    const hull = whole ? { start: toPoints(whole.start), end: toPoints(whole.end) } : hullOf(line.spans)
    const { id, where, type: label, speaker } = line
    const note = notes.get(id) ?? ''
    return { speaker, note, ...kept, ref: refOf(id), where, document: name, ...hull, label, quote: line.words }
  })
  const links = [...events.value.links, ...lines.value.flatMap(toRelation)].map(
    ({ id, where, from, to, label }): ForeignLink => {
      return { note: notes.get(id) ?? '', ...own?.relations[id], where, from: refOf(from), to: refOf(to), label }
    },
  )
  return ok({
    documents: [document],
    highlights: [...highlights, ...(own?.blank ?? []).map((one) => toBlank(one, name, toPoints))],
    links,
    notes: notesOf(lines.value, name, text),
  })
}

function toRelation(line: Placed) {
  if (line.kind !== 'relation') return []
  return [{ id: line.id, where: line.where, from: line.ends[0], to: line.ends[1], label: line.type }]
}

function toBlank(
  { anchor, articleId: _article, revisionId: _revision, tag, ...kept }: NonNullable<Own>['blank'][number],
  document: string,
  toPoints: (units: number) => number,
): ForeignHighlight {
  const { prefix, suffix } = anchor.quote
  const place = { start: toPoints(anchor.start), end: toPoints(anchor.end), prefix, suffix }
  return { ...kept, ...place, ref: kept.id, where: `Highlight ${kept.id}`, document, label: tag }
}

function notesOf(lines: readonly Placed[], name: string, text: string): readonly string[] {
  const others = lines.filter(({ kind }) => kind === 'other').length
  const { toUnits } = offsetsOf(text)
  const isTorn = (spans: readonly Span[]) =>
    spans.some(({ start }, index) => text.slice(toUnits(spans[index - 1]?.end ?? start), toUnits(start)).trim() !== '')
  const torn = lines.filter((line) => line.kind === 'span' && isTorn(line.spans)).length
  return [
    ...(others > 0
      ? [`Left out: ${others} lines of ${name}.ann with attributes, normalisations or equivalences.`]
      : []),
    ...(torn > 0
      ? [`${counted(torn, 'passage')} of ${name}.ann in parts became one, from the first part to the last.`]
      : []),
  ]
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}
