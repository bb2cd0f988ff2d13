import type { Highlight } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { jsonList, lazily } from '../json-chunks'
import { keptDocument, keptHighlight, keptLink, wholeLink } from '../kept'
import { lossesOf } from '../losses'
import { type Offsets, offsetsOf, pointSpan } from '../offsets'

/** The labelling interface that the tasks fit: what Label Studio asks for when a project is made. */
const CONFIG = `<View>
  <Relations>
    <Relation value="attributes"/><Relation value="denies"/><Relation value="contradicts"/><Relation value="supports"/>
    <Relation value="repeats"/><Relation value="updates"/><Relation value="relates"/>
  </Relations>
  <Labels name="label" toName="text">
    <Label value="claim"/><Label value="attribution"/><Label value="denial"/>
  </Labels>
  <Header value="$title"/>
  <Text name="text" value="$text"/>
</View>
`

/** Label Studio's JSON of tasks with one annotation each. Its text offsets are code points (its pull request 1559). */
export const labelStudioOut: ExportFormat = {
  id: 'label-studio',
  title: 'Label Studio',
  hint: 'The Label Studio labelling tool: tasks, and the interface they fit.',
  write: (file, name) => ({
    files: [
      { name: `${name}.label-studio.json`, chunks: () => chunksOf(file) },
      { name: `${name}.label-studio.xml`, chunks: () => [CONFIG] },
    ],
    losses: lossesOf(file, {
      gone: ['widened'],
      restored: [
        'details',
        'shape',
        'arrival',
        'revisions',
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

function* chunksOf(file: CrossreadFile): Iterable<string> {
  const { documents, across } = documentsOf(file)
  const home = new Map(file.highlights.map(({ id, revisionId }) => [id, revisionId]))
  const leaving = groupBy(across, ({ from }) => home.get(from))
  yield* jsonList(
    lazily(documents.entries(), ([index, document]) =>
      toTask(document, index + 1, leaving.get(document.revision.id) ?? []),
    ),
  )
  yield '\n'
}

function toTask(document: Document, id: number, across: readonly FileLink[]): object {
  const { article, revision, highlights, links } = document
  const offsets = offsetsOf(revision.text)
  return {
    id,
    data: { title: article.title, text: revision.text },
    meta: {
      crossread: {
        ...keptDocument(document),
        regions: Object.fromEntries(highlights.map((one) => [one.id, keptHighlight(one, ['id', 'note'])])),
        relations: links.map((link) => ({ from: link.from, to: link.to, type: link.relation, kept: keptLink(link) })),
        across: across.map(wholeLink),
      },
    },
    annotations: [
      {
        result: [
          ...highlights.map((highlight) => toRegion(highlight, revision.text, offsets)),
          ...links.map(toRelation),
        ],
      },
    ],
  }
}

function toRegion({ id, tag, note, anchor }: Highlight, text: string, offsets: Offsets): object {
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { ...pointSpan(offsets, text, anchor), text: anchor.quote.exact, labels: [tag] },
    ...(note === '' ? {} : { meta: { text: [note] } }),
  }
}

function toRelation({ from, to, relation }: FileLink): object {
  return { type: 'relation', from_id: from, to_id: to, direction: 'right', labels: [relation] }
}
