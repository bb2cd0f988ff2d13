import { TAGS } from '../../model/highlight'
import { RELATIONS } from '../../model/relation'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf } from '../documents'
import type { ExportFormat } from '../format'
import { jsonWithLists, lazily } from '../json-chunks'
import { keptDocument, keptHighlight, keptLink, wholeLink } from '../kept'
import { lossesOf } from '../losses'
import { type Offsets, offsetsOf, pointSpan } from '../offsets'
import { fragmentsOf, hullOf, type Span } from './fragments'
import { SIDE_CAR, type SideCar } from './side-car'

/** What brat's browser must be told of: the types of spans, and what may be related to what. */
const CONFIG = [
  '[entities]',
  ...TAGS,
  '[relations]',
  ...RELATIONS.map((relation) => `${relation}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
  '[events]',
  '[attributes]',
  '',
].join('\n')

/**
 * brat's standoff format (brat.nlplab.org/standoff.html): a text and an .ann file each, offsets in code points, as its
 * Python server counts. Links from one text to another and what we know besides go to a side-car.
 */
export const bratOut: ExportFormat = {
  id: 'brat',
  title: 'brat standoff',
  hint: 'The brat annotation tool and the many programs that read its .ann files.',
  write(file, _name) {
    const { documents } = documentsOf(file)
    return {
      files: [
        ...documents.flatMap((document) => [
          { name: `${document.name}.txt`, chunks: () => [document.revision.text] },
          { name: `${document.name}.ann`, chunks: () => annOf(document) },
        ]),
        { name: 'annotation.conf', chunks: () => [CONFIG] },
        { name: SIDE_CAR, chunks: () => sideCarOf(file) },
      ],
      losses: lossesOf(file, {
        gone: ['widened'],
        restored: [
          'titles',
          'details',
          'shape',
          'arrival',
          'revisions',
          'speakers',
          'makers',
          'context',
          'across',
          'linkMakers',
        ],
      }),
    }
  },
}

/** Notes are one line in brat; one of several lines is whole in the side-car. */
const fits = (note: string) => !/[\n\r]/.test(note)

function* annOf({ revision, highlights, links }: Document): Iterable<string> {
  const { text } = revision
  const offsets = offsetsOf(text)
  const names = new Map<string, string>()
  let notes = 0
  const note = (of: string, words: string) => `#${++notes}\tAnnotatorNotes ${of}\t${words.replace(/[\n\r]+/g, ' ')}\n`
  for (const { id, tag, anchor, note: words } of highlights) {
    const fragments = fragmentsOf(text, anchor)
    if (fragments.length === 0) continue
    const name = `T${names.size + 1}`
    names.set(id, name)
    yield textBound(name, tag, text, offsets, fragments)
    if (words !== '') yield note(name, words)
  }
  for (const [index, { from, to, relation, note: words }] of shown(links, names).entries()) {
    yield `R${index + 1}\t${relation} Arg1:${names.get(from)} Arg2:${names.get(to)}\n`
    if (words !== '') yield note(`R${index + 1}`, words)
  }
}

/** A line for one passage: id, type and offsets, and the words, which brat compares with the text. */
export function textBound(name: string, type: string, text: string, offsets: Offsets, spans: readonly Span[]): string {
  const places = spans.map((span) => pointSpan(offsets, text, span))
  // Of whole characters, as the offsets are: brat compares the two.
  const words = places.map(({ start, end }) => text.slice(offsets.toUnits(start), offsets.toUnits(end)))
  const ranges = places.map(({ start, end }) => `${start} ${end}`)
  return `${name}\t${type} ${ranges.join(';')}\t${words.join(' ').replaceAll('\n', ' ')}\n`
}

function shown(links: Document['links'], names: ReadonlyMap<string, string>): Document['links'] {
  return links.filter(({ from, to }) => names.has(from) && names.has(to))
}

/** Document by document; the links that brat shows in none of them come last. */
function sideCarOf(file: CrossreadFile): Iterable<string> {
  const { documents, across } = documentsOf(file)
  const hidden: Document['links'][number][] = []
  // Made once the documents are: only then is it known what they hide.
  function* links() {
    for (const link of [...across, ...hidden]) yield wholeLink(link)
  }
  return jsonWithLists(
    { format: 'crossread-brat' },
    {
      documents: lazily(documents, (document) => partOf(document, hidden)),
      links: links(),
    },
  )
}

function partOf(document: Document, hidden: Document['links'][number][]): SideCar['documents'][number] {
  const { name, revision, highlights, links } = document
  const there = highlights.filter(({ anchor }) => fragmentsOf(revision.text, anchor).length > 0)
  const names = new Map(there.map(({ id }, index) => [id, `T${index + 1}`]))
  hidden.push(...links.filter(({ from, to }) => !names.has(from) || !names.has(to)))
  return {
    file: name,
    ...keptDocument(document),
    spans: Object.fromEntries(
      there.map((highlight, index) => {
        const { start, end } = highlight.anchor
        const hull = hullOf(fragmentsOf(revision.text, highlight.anchor))
        const whole = hull.start === start && hull.end === end ? {} : { whole: { start, end } }
        return [`T${index + 1}`, { ...keptHighlight(highlight, fits(highlight.note) ? ['note'] : []), ...whole }]
      }),
    ),
    relations: Object.fromEntries(
      shown(links, names).map((link, index) => [`R${index + 1}`, keptLink(link, fits(link.note) ? ['note'] : [])]),
    ),
    blank: highlights.filter(({ id }) => !names.has(id)),
  }
}
