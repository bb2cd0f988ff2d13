import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { jsonLines } from '../json-chunks'
import { keptDocument, keptHighlight, keptLink, wholeLink } from '../kept'
import { lossesOf } from '../losses'
import { offsetsOf, pointSpan } from '../offsets'

/**
 * doccano's JSONL of a sequence labelling project with relations: a text a line, offsets in code points, as its Python
 * back end counts. Fields that it does not know become a document's metadata there, and come out again.
 */
export const doccanoOut: ExportFormat = {
  id: 'doccano',
  title: 'doccano (JSONL)',
  hint: 'The doccano labelling tool, and what trains on its files.',
  write: (file, name) => ({
    files: [{ name: `${name}.doccano.jsonl`, chunks: () => jsonLines(linesOf(file)) }],
    losses: lossesOf(file, {
      gone: ['widened'],
      restored: [
        'titles',
        'details',
        'shape',
        'arrival',
        'revisions',
        'notes',
        'speakers',
        'makers',
        'context',
        'across',
        'linkNotes',
        'linkMakers',
      ],
    }),
  }),
}

function* linesOf(file: CrossreadFile): Iterable<object> {
  const { documents, across } = documentsOf(file)
  const home = new Map(file.highlights.map(({ id, revisionId }) => [id, revisionId]))
  const leaving = groupBy(across, ({ from }) => home.get(from))
  const number = { document: 0, entity: 0, relation: 0 }
  for (const document of documents) {
    number.document++
    yield toLine(document, leaving.get(document.revision.id) ?? [], number)
  }
}

type Numbers = { document: number; entity: number; relation: number }

function toLine(document: Document, across: readonly FileLink[], number: Numbers): object {
  const { revision, highlights, links } = document
  const offsets = offsetsOf(revision.text)
  const numbers = new Map(highlights.map(({ id }) => [id, ++number.entity]))
  const entities = highlights.map((highlight) => {
    const { start, end } = pointSpan(offsets, revision.text, highlight.anchor)
    return { id: numbers.get(highlight.id), label: highlight.tag, start_offset: start, end_offset: end }
  })
  return {
    id: number.document,
    text: revision.text,
    entities,
    relations: links.map(({ from, to, relation }) => ({
      id: ++number.relation,
      from_id: numbers.get(from),
      to_id: numbers.get(to),
      type: relation,
    })),
    Comments: [],
    crossread: {
      ...keptDocument(document),
      // doccano gives its own numbers, so an entity is known again by its label and place, in this order.
      entities: highlights.map((highlight, index) => ({
        ...entities[index],
        id: undefined,
        kept: keptHighlight(highlight),
      })),
      relations: links.map((link) => ({ from: link.from, to: link.to, type: link.relation, kept: keptLink(link) })),
      across: across.map(wholeLink),
    },
  }
}
