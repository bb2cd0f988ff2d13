import { type Highlight, speakerOf } from '../../model/highlight'
import { RELATIONS } from '../../model/relation'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf } from '../documents'
import type { ExportFormat } from '../format'
import { isLanguageTag, lossesOf } from '../losses'
import { wholeSpan } from '../offsets'
import { attributes, escapeText, withoutUnfit } from '../xml'

/**
 * TEI P5: a corpus of texts with anchors in them, and stand-off spans and links between these. Passages overlap freely,
 * and no offset needs a unit. Valid by annotations/schema/crossread-tei.rng, whatever the desk.
 */
export const teiOut: ExportFormat = {
  id: 'tei',
  title: 'TEI XML with standoff',
  hint: 'Editions and corpora of the humanities.',
  write: (file, name) => ({
    files: [{ name: `${name}.tei.xml`, chunks: () => chunksOf(file) }],
    losses: lossesOf(file, {
      carries: ['desk'],
      gone: [
        'deskDate',
        'marks',
        'languageNames',
        'arrival',
        'revisions',
        'context',
        'makers',
        'linkNotes',
        'linkMakers',
        'widened',
        'unfit',
      ],
    }),
  }),
}

function* chunksOf(file: CrossreadFile): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n'
  yield header(file.desk.name, '<p>Exported from Crossread.</p>', '<p>Articles with highlights and links.</p>')
  const groups = RELATIONS.map((relation) => ({
    relation,
    links: file.links.filter((link) => link.relation === relation),
  }))
  const used = groups.filter(({ links }) => links.length > 0)
  if (used.length > 0) {
    yield '<standOff>\n'
    for (const { relation, links } of used) {
      const lines = links.map(
        ({ id, from, to }) => `<link${attributes({ 'xml:id': id, target: `#${from} #${to}` })}/>\n`,
      )
      yield `<linkGrp${attributes({ type: relation })}>\n`
      yield* lines
      yield '</linkGrp>\n'
    }
    yield '</standOff>\n'
  }
  const { documents } = documentsOf(file)
  for (const document of documents) yield* textOf(document)
  if (documents.length === 0)
    yield `<TEI>\n${header(file.desk.name, '<p/>', '<p/>')}<text><body><ab/></body></text>\n</TEI>\n`
  yield '</teiCorpus>\n'
}

function header(title: string, publication: string, source: string, byline: string | null = null): string {
  const author = byline === null ? '' : `<author>${escapeText(byline)}</author>`
  return (
    `<teiHeader><fileDesc><titleStmt><title>${escapeText(title)}</title>${author}</titleStmt>` +
    `<publicationStmt>${publication}</publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc></teiHeader>\n`
  )
}

function* textOf({ article, revision, highlights }: Document): Iterable<string> {
  const { title, publisher, byline, published, url, language, direction } = article
  const date = published === null ? '' : `<date${attributes({ when: published })}/>`
  const place = url === null ? '' : `<ptr${attributes({ target: anyUri(url) })}/>`
  const house = publisher === null ? '' : `<publisher>${escapeText(publisher)}</publisher>`
  const source = `<bibl><title>${escapeText(title)}</title>${house}${date}${place}</bibl>`
  yield `<TEI${attributes({ 'xml:id': revision.id, 'xml:lang': isLanguageTag(language) ? language : null })}>\n`
  yield header(title, '<p>A news article.</p>', source, byline)
  if (highlights.length > 0) {
    yield '<standOff>\n<spanGrp>\n'
    for (const highlight of highlights) yield spanOf(highlight)
    yield '</spanGrp>\n</standOff>\n'
  }
  yield `<text>\n<body${attributes({ style: direction === 'rtl' ? 'direction: rtl' : undefined })}>\n`
  yield* blocksOf(revision, anchorsOf(revision, highlights))
  yield '</body>\n</text>\n</TEI>\n'
}

function spanOf(highlight: Highlight): string {
  const { id, tag, note } = highlight
  const speaker = speakerOf(highlight)
  const who = speaker === null ? '' : `<name type="speaker">${escapeText(speaker)}</name>`
  const said = note === '' ? '' : `<note>${escapeText(note)}</note>`
  return `<span${attributes({ 'xml:id': id, type: tag, from: `#${id}.start`, to: `#${id}.end` })}>${who}${said}</span>\n`
}

/** An address with what no URI holds percent-encoded: browsers, and so our articles, are more tolerant. */
function anyUri(url: string): string {
  const [, host = '', path = '', fragment] = /^([a-z]*:\/\/[^/?#]*|)([^#]*)(?:#(.*))?$/isu.exec(withoutUnfit(url)) ?? []
  const encoded = (part: string) =>
    part.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/[\p{Z}\p{C}<>"{}|\\^`[\]#]/gu, encodeURIComponent)
  return `${host}${encoded(path)}${fragment === undefined ? '' : `#${encoded(fragment)}`}`
}

type Mark = { readonly at: number; readonly id: string }

/** In the order of the text; at one place ends stand before starts. */
function anchorsOf({ text }: Document['revision'], highlights: readonly Highlight[]): readonly Mark[] {
  const places = highlights.map(({ id, anchor }) => ({ id, ...wholeSpan(text, anchor) }))
  const ends = places.map(({ id, end }) => ({ at: end, id: `${id}.end`, order: 0 }))
  const starts = places.map(({ id, start }) => ({ at: start, id: `${id}.start`, order: 1 }))
  return [...ends, ...starts].sort((a, b) => a.at - b.at || a.order - b.order)
}

function* blocksOf({ blocks }: Document['revision'], marks: readonly Mark[]): Iterable<string> {
  // TEI knows no text of nothing.
  if (blocks.length === 0) yield '<ab type="paragraph"></ab>\n'
  let [start, next] = [0, 0]
  for (const { kind, text, aside } of blocks) {
    const end = start + text.length
    let [line, at] = ['', start]
    // A mark on the line feed after a block is at its end.
    for (let mark = marks[next]; mark && mark.at <= end; mark = marks[++next]) {
      line += `${escapeText(text.slice(at - start, mark.at - start))}<anchor${attributes({ 'xml:id': mark.id })}/>`
      at = mark.at
    }
    yield `<ab${attributes({ type: kind, subtype: aside ? 'aside' : undefined })}>${line}${escapeText(text.slice(at - start))}</ab>\n`
    start = end + 1
  }
}
