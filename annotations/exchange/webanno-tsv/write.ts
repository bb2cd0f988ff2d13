import { type Highlight, speakerOf } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { keptDocument, wholeLink } from '../kept'
import { lossesOf } from '../losses'
import { escapeText, escapeValue, NO_SPAN, NO_VALUE } from './escaping'
import { SIDE_CAR, type SideCar } from './side-car'
import { type Sentence, sentencesOf, type TsvUnit } from './units'

const [SPAN, LINK] = ['webanno.custom.Crossread', 'webanno.custom.CrossreadLink']
/** In the order of the alphabet, as WebAnno writes them. */
const SPAN_FEATURES = ['annotator', 'created', 'modified', 'note', 'ref', 'speaker', 'tag'] as const
const LINK_FEATURES = ['annotator', 'created', 'modified', 'note', 'ref', 'relation'] as const

/** The cells of a token that no highlight holds, and where no link can arrive: most are such. */
const NOTHING = `${`${NO_SPAN}\t`.repeat(SPAN_FEATURES.length + LINK_FEATURES.length + 1)}\n`

/** WebAnno TSV 3.3 as WebAnno and INCEpTION define it: UTF-16 offsets, tokens of words, one custom layer of each kind. */
export const webannoTsvOut: ExportFormat = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  hint: 'INCEpTION and WebAnno, in a project with the layers that the files name.',
  write(file, _name) {
    const { documents } = documentsOf(file)
    return {
      files: [
        ...documents.map((document) => ({ name: `${document.name}.tsv`, chunks: () => tsvOf(document) })),
        { name: SIDE_CAR, chunks: () => [`${JSON.stringify(sideCarOf(file), null, 1)}\n`] },
      ],
      losses: lossesOf(file, { restored: ['titles', 'details', 'shape', 'revisions', 'context', 'across'] }),
    }
  },
}

/** Which highlights have a token at all, where each stands, and its number in the file. */
function layOut({ revision, highlights }: Document) {
  const sentences = sentencesOf(
    revision.text,
    highlights.map(({ anchor }) => anchor),
  )
  const units = new Map<number, TsvUnit[]>()
  for (const unit of sentences.flatMap((sentence) => sentence.units)) {
    for (const index of unit.spans) {
      const there = units.get(index)
      if (there) there.push(unit)
      else units.set(index, [unit])
    }
  }
  const numbers = new Map<Highlight['id'], number>()
  const first = new Map<Highlight['id'], TsvUnit>()
  for (const [index, { id }] of highlights.entries()) {
    const [unit] = units.get(index) ?? []
    if (!unit) continue
    numbers.set(id, numbers.size + 1)
    first.set(id, unit)
  }
  return { sentences, units, numbers, first }
}

function* tsvOf(document: Document): Iterable<string> {
  const { revision, highlights, links } = document
  const { sentences, numbers, first } = layOut(document)
  const shown = links.filter(({ from, to }) => numbers.has(from) && numbers.has(to))
  const arriving = groupBy(shown, ({ to }) => first.get(to)?.id)
  yield '#FORMAT=WebAnno TSV 3.3\n'
  yield `#T_SP=${SPAN}|${SPAN_FEATURES.join('|')}\n`
  yield `#T_RL=${LINK}|${LINK_FEATURES.join('|')}|BT_${SPAN}\n\n`
  const spanCells = (unit: TsvUnit) => {
    const there = unit.spans.map((index) => highlights[index]).filter((one) => one !== undefined)
    return SPAN_FEATURES.map((feature) =>
      stacked(there, (one) => `${cell(valuesOf(one)[feature])}[${numbers.get(one.id)}]`),
    )
  }
  const linkCells = (unit: TsvUnit) => {
    const there = arriving.get(unit.id) ?? []
    const source = ({ from, to }: FileLink) => `${first.get(from)?.id}[${numbers.get(from)}_${numbers.get(to)}]`
    return [
      ...LINK_FEATURES.map((feature) => stacked(there, (one) => cell(linkValuesOf(one)[feature]))),
      stacked(there, source),
    ]
  }
  for (const sentence of sentences) {
    yield `\n${headOf(revision.text, sentence)}`
    for (const unit of sentence.units) {
      const word = revision.text.slice(unit.start, unit.end)
      const plain = unit.spans.length === 0
      const cells = plain ? NOTHING : `${[...spanCells(unit), ...linkCells(unit)].join('\t')}\t\n`
      yield `${unit.id}\t${unit.start}-${unit.end}\t${word}\t${cells}`
    }
  }
}

function headOf(text: string, { start, end }: Sentence): string {
  return `#Text=${escapeText(text.slice(start, end))}\n`
}

function stacked<T>(items: readonly T[], toCell: (item: T) => string): string {
  return items.length === 0 ? NO_SPAN : items.map(toCell).join('|')
}

function cell(value: string | null): string {
  return value === null ? NO_VALUE : escapeValue(value)
}

function valuesOf(highlight: Highlight) {
  const { id: ref, annotator, created, modified, note, tag } = highlight
  return { annotator, created, modified, note: note || null, ref, speaker: speakerOf(highlight), tag }
}

function linkValuesOf({ id: ref, annotator, created, modified, note, relation }: FileLink) {
  return { annotator, created, modified, note: note || null, ref, relation }
}

function sideCarOf(file: CrossreadFile): SideCar {
  const { documents, across } = documentsOf(file)
  const hidden: FileLink[] = []
  const parts = documents.map((document) => {
    const { name, revision, highlights, links } = document
    const { units, numbers } = layOut(document)
    hidden.push(...links.filter(({ from, to }) => !numbers.has(from) || !numbers.has(to)))
    const spans = highlights.flatMap(({ id, anchor: { start, end, quote } }, index) => {
      const there = units.get(index)
      if (!there) return []
      const exact = there[0]?.start === start && there.at(-1)?.end === end
      const { prefix, suffix } = quote
      return [[id, { prefix, suffix, ...(exact ? {} : { whole: { start, end } }) }] as const]
    })
    return {
      file: name,
      text: revision.text,
      ...keptDocument(document),
      spans: Object.fromEntries(spans),
      blank: highlights.filter(({ id }) => !numbers.has(id)),
    }
  })
  return { format: 'crossread-webanno-tsv', documents: parts, links: [...across, ...hidden].map(wholeLink) }
}
