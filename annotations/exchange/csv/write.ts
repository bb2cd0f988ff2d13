import { speakerOf } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import type { ExportFormat } from '../format'
import { lossesOf } from '../losses'
import { COLUMNS, KINDS, type Kind } from './columns'
import { csvLine, type Field } from './rows'

/** CSV after RFC 4180, a file a kind of record, in UTF-8 with a byte order mark: without it Excel misreads every script. */
export const csvOut: ExportFormat = {
  id: 'csv',
  title: 'CSV tables',
  hint: 'Spreadsheets, R and pandas: a table each of articles, texts, highlights and links.',
  write: (file, name) => ({
    files: KINDS.map((kind) => ({ name: `${name}-${kind}.csv`, chunks: () => table(file, kind) })),
    losses: lossesOf(file, {}),
  }),
}

function* table(file: CrossreadFile, kind: Kind): Iterable<string> {
  yield `\ufeff${csvLine(COLUMNS[kind])}`
  for (const row of ROWS[kind](file)) yield csvLine(row)
}

const ROWS: { readonly [K in Kind]: (file: CrossreadFile) => Iterable<readonly Field[]> } = {
  *articles({ articles }) {
    for (const { id, title, publisher, byline, published, url, language, direction, created, modified } of articles) {
      yield [id, title, publisher, byline, published, url, language, direction, created, modified]
    }
  },
  *revisions({ articles }) {
    for (const { id: articleId, revisions } of articles) {
      for (const [index, { id, added, source, text, blocks }] of revisions.entries()) {
        const shape = JSON.stringify(blocks.map(({ text: _, ...rest }) => rest))
        yield [id, articleId, index + 1, added, source.kind, source.name ?? null, text, shape]
      }
    }
  },
  *highlights({ highlights }) {
    for (const highlight of highlights) {
      const { id, articleId, revisionId, tag, note, anchor, annotator, created, modified } = highlight
      const { exact, prefix, suffix } = anchor.quote
      const place = [anchor.start, anchor.end, prefix, suffix]
      yield [id, articleId, revisionId, tag, exact, speakerOf(highlight), note, ...place, annotator, created, modified]
    }
  },
  *links({ links }) {
    for (const { id, from, relation, to, note, annotator, created, modified } of links) {
      yield [id, from, relation, to, note, annotator, created, modified]
    }
  },
}
