import type { Highlight } from '../../model/highlight'
import { speakerOf } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, type FileLink } from '../documents'
import type { ExportFormat } from '../format'
import { jsonWithList, lazily } from '../json-chunks'
import { keptDocument } from '../kept'
import { lossesOf } from '../losses'
import { type Offsets, offsetsOf, pointSpan } from '../offsets'
import { CONTEXT, IRI } from './vocabulary'

/** W3C Web Annotation Data Model as JSON-LD: w3.org/TR/annotation-model. One annotation page, offsets in code points. */
export const webAnnotationOut: ExportFormat = {
  id: 'web-annotation',
  title: 'W3C Web Annotation (JSON-LD)',
  hint: 'Annotation servers and tools of the web standard.',
  write: (file, name) => ({
    files: [{ name: `${name}.jsonld`, chunks: () => chunksOf(file) }],
    losses: lossesOf(file, { gone: ['widened'], restored: ['titles', 'imprint', 'shape', 'arrival', 'revisions'] }),
  }),
}

function chunksOf(file: CrossreadFile): Iterable<string> {
  const { documents } = documentsOf(file)
  const head = { '@context': CONTEXT, id: `${IRI}${file.desk.id}`, type: 'AnnotationPage' }
  // Texts first: without them nothing of a file that is cut off would hold.
  const texts = { crossreadTexts: lazily(documents, toText) }
  return jsonWithList({ ...head, ...texts }, 'items', annotationsOf(file, documents))
}

function* annotationsOf({ links }: CrossreadFile, documents: readonly Document[]): Iterable<object> {
  for (const { highlights, revision } of documents) {
    const offsets = offsetsOf(revision.text)
    for (const highlight of highlights) yield toAnnotation(highlight, revision.text, offsets)
  }
  for (const link of links) yield toLinking(link)
}

function toText(document: Document): object {
  const { article, revision } = document
  return {
    id: `${IRI}${revision.id}`,
    type: 'Text',
    format: 'text/plain',
    ...(article.language === null ? {} : { language: article.language }),
    textDirection: article.direction,
    ...(article.url === null ? {} : { via: article.url }),
    value: revision.text,
    crossreadKept: keptDocument(document),
  }
}

function toAnnotation(highlight: Highlight, text: string, offsets: Offsets): object {
  const { id, revisionId, anchor, tag, note } = highlight
  const speaker = speakerOf(highlight)
  return {
    id: `${IRI}${id}`,
    type: 'Annotation',
    motivation: note === '' ? 'tagging' : ['tagging', 'commenting'],
    ...madeBy(highlight),
    body: [
      textual('tagging', tag),
      ...(note === '' ? [] : [textual('commenting', note)]),
      ...(speaker === null ? [] : [textual('identifying', speaker)]),
    ],
    target: {
      source: `${IRI}${revisionId}`,
      selector: [
        { type: 'TextQuoteSelector', ...anchor.quote },
        { type: 'TextPositionSelector', ...pointSpan(offsets, text, anchor) },
      ],
    },
  }
}

function toLinking(link: FileLink): object {
  const { id, from, to, relation, note } = link
  return {
    id: `${IRI}${id}`,
    type: 'Annotation',
    motivation: 'linking',
    ...madeBy(link),
    body: [textual('classifying', relation), ...(note === '' ? [] : [textual('commenting', note)])],
    target: [`${IRI}${from}`, `${IRI}${to}`],
    // To a JSON-LD reader the two targets have no order.
    crossreadFrom: `${IRI}${from}`,
  }
}

function textual(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' }
}

function madeBy({ annotator, created, modified }: Pick<Highlight, 'annotator' | 'created' | 'modified'>) {
  return { creator: { type: 'Person', name: annotator }, created, modified }
}
