import { type Highlight, speakerOf } from '../../model/highlight'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { jsonWithLists, lazily } from '../json-chunks'
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

const NO_SPANS: readonly number[] = []
/** UTF-16 units that are handed on together: a token alone is too little for a turn. */
const PIECE = 16 * 1024

/** The cells of a token at which no link arrives. */
const NO_LINK = Array.from({ length: LINK_FEATURES.length + 1 }, () => NO_SPAN).join('\t')

/** WebAnno TSV 3.3 as WebAnno and INCEpTION define it: UTF-16 offsets, tokens of words, one custom layer of each kind. */
export const webannoTsvOut: ExportFormat = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  hint: 'INCEpTION and WebAnno, in a project with the layers that the files name.',
  write(file, _name) {
    const documented = documentsOf(file)
    const { documents } = documented
    return {
      files: [
        ...documents.map((document) => ({ name: `${document.name}.tsv`, chunks: () => tsvOf(document) })),
        { name: SIDE_CAR, chunks: () => sideCarOf(documented) },
      ],
      losses: lossesOf(file, { restored: ['titles', 'details', 'shape', 'arrival', 'revisions', 'context', 'across'] }),
    }
  },
}

/** The tokens of a text; the first of each highlight that has one at all, and its number in the file. */
function layOut({ revision, highlights }: Document) {
  const sentences = sentencesOf(
    revision.text,
    highlights.map(({ anchor }) => anchor),
  )
  const starts = new Map<number, TsvUnit>()
  for (const { units } of sentences) {
    for (const unit of units) for (const index of unit.spans) if (!starts.has(index)) starts.set(index, unit)
  }
  const numbers = new Map<Highlight['id'], number>()
  const first = new Map<Highlight['id'], TsvUnit>()
  for (const [index, { id }] of highlights.entries()) {
    const unit = starts.get(index)
    if (!unit) continue
    numbers.set(id, numbers.size + 1)
    first.set(id, unit)
  }
  return { sentences, numbers, first }
}

function* tsvOf(document: Document): Iterable<string> {
  const { revision, highlights, links } = document
  const { sentences, numbers, first } = layOut(document)
  const shown = links.filter(({ from, to }) => numbers.has(from) && numbers.has(to))
  const arriving = groupBy(shown, ({ to }) => first.get(to)?.id)
  yield '#FORMAT=WebAnno TSV 3.3\n'
  yield `#T_SP=${SPAN}|${SPAN_FEATURES.join('|')}\n`
  yield `#T_RL=${LINK}|${LINK_FEATURES.join('|')}|BT_${SPAN}\n\n`
  // A highlight says the same at each of its tokens, and has hundreds of them: its cells are made once.
  const cells = highlights.map((one) => {
    const [values, number] = [valuesOf(one), numbers.get(one.id)]
    return SPAN_FEATURES.map((feature) => `${cell(values[feature])}[${number}]`)
  })
  const made = { spans: NO_SPANS, cells: '' }
  const spanCells = ({ spans }: TsvUnit) => {
    if (spans === made.spans) return made.cells
    made.spans = spans
    made.cells = ''
    for (let feature = 0; feature < SPAN_FEATURES.length; feature++) {
      if (feature > 0) made.cells += '\t'
      for (let at = 0; at < spans.length; at++) {
        made.cells += `${at === 0 ? '' : '|'}${cells[spans[at] ?? -1]?.[feature] ?? NO_VALUE}`
      }
      if (spans.length === 0) made.cells += NO_SPAN
    }
    return made.cells
  }
  const source = ({ from, to }: FileLink) => `${first.get(from)?.id}[${numbers.get(from)}_${numbers.get(to)}]`
  const linkCells = (unit: TsvUnit) => {
    const there = arriving.get(unit.id)
    if (!there) return NO_LINK
    const values = LINK_FEATURES.map((feature) => stacked(there, (one) => cell(linkValuesOf(one)[feature])))
    return [...values, stacked(there, source)].join('\t')
  }
  for (const sentence of sentences) {
    yield `\n${headOf(revision.text, sentence)}`
    let lines = ''
    for (const unit of sentence.units) {
      const word = revision.text.slice(unit.start, unit.end)
      const plain = unit.spans.length === 0
      lines += `${unit.id}\t${unit.start}-${unit.end}\t${word}\t`
      lines += plain ? NOTHING : `${spanCells(unit)}\t${linkCells(unit)}\t\n`
      if (lines.length < PIECE) continue
      yield lines
      lines = ''
    }
    yield lines
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

/** Document by document; the links that no token shows come last. */
function sideCarOf({ documents, across }: ReturnType<typeof documentsOf>): Iterable<string> {
  const hidden: FileLink[] = []
  // Made once the documents are: only then is it known what they hide.
  function* links() {
    for (const link of [...across, ...hidden]) yield wholeLink(link)
  }
  return jsonWithLists(
    { format: 'crossread-webanno-tsv' },
    {
      documents: lazily(documents, (document) => partOf(document, hidden)),
      links: links(),
    },
  )
}

function partOf(document: Document, hidden: FileLink[]): SideCar['documents'][number] {
  const { name, revision, highlights, links } = document
  const blank = highlights.filter(({ anchor }) => !/\S/.test(anchor.quote.exact))
  const without = new Set(blank.map(({ id }) => id))
  hidden.push(...links.filter(({ from, to }) => without.has(from) || without.has(to)))
  const spans = highlights.flatMap(({ id, anchor: { start, end, quote } }) => {
    if (without.has(id)) return []
    const { exact, prefix, suffix } = quote
    // Tokens hold all but white space: a passage that begins or ends with some is not the hull of its tokens.
    const whole = /^\s|\s$/.test(exact) ? { whole: { start, end } } : {}
    return [[id, { prefix, suffix, ...whole }] as const]
  })
  return { file: name, text: revision.text, ...keptDocument(document), spans: Object.fromEntries(spans), blank }
}
