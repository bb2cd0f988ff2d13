import type { Highlight } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf } from '../documents'
import type { ExportFormat } from '../format'
import { jsonWithList, lazily } from '../json-chunks'
import { keptDocument, keptHighlight, wholeLink } from '../kept'
import { lossesOf } from '../losses'
import { slug } from '../slug'

/**
 * The JSON that the Hypothesis client exports and imports (hypothesis/client, annotations-exporter). Its positions are
 * offsets in the DOM's text, so UTF-16 units as ours are. What it has no place for is in fields named `crossread`.
 */
export const hypothesisOut: ExportFormat = {
  id: 'hypothesis',
  title: 'Hypothesis',
  hint: 'The Hypothesis sidebar, beside the article on the web.',
  write: (file, name) => ({
    files: [{ name: `${name}.hypothesis.json`, chunks: () => chunksOf(file) }],
    losses: lossesOf(file, { restored: ['texts', 'details', 'shape', 'arrival', 'revisions', 'speakers', 'links'] }),
  }),
}

function chunksOf(file: CrossreadFile): Iterable<string> {
  const { documents } = documentsOf(file)
  const head = {
    export_date: [file.desk.created, ...file.highlights.map(({ modified }) => modified)].sort().at(-1),
    export_userid: 'acct:desk@crossread',
    client_version: 'crossread',
  }
  // Texts first: without them nothing of a file that is cut off would hold.
  const crossread = {
    texts: lazily(documents, (document) => ({ text: document.revision.text, ...keptDocument(document) })),
    links: lazily(file.links, wholeLink),
  }
  return jsonWithList({ ...head, crossread }, 'annotations', annotationsOf(documents))
}

function* annotationsOf(documents: readonly Document[]): Iterable<object> {
  for (const document of documents) {
    for (const highlight of document.highlights) yield toAnnotation(highlight, document)
  }
}

function toAnnotation(highlight: Highlight, { article, revision }: Document): object {
  const { id, tag, note, annotator, created, modified, anchor } = highlight
  const uri = article.url ?? `urn:crossread:${revision.id}`
  return {
    id,
    created,
    updated: modified,
    user: `acct:${slug(annotator)}@crossread`,
    user_info: { display_name: annotator },
    uri,
    text: note,
    tags: [tag],
    group: '__world__',
    target: [
      {
        source: uri,
        selector: [
          { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
          { type: 'TextQuoteSelector', ...anchor.quote },
        ],
      },
    ],
    document: { title: [article.title] },
    crossread: {
      text: revision.id,
      ...keptHighlight(highlight, ['id', 'note', 'annotator', 'created', 'modified', 'prefix', 'suffix']),
    },
  }
}
