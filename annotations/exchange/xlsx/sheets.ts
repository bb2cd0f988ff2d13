import { speakerOf } from '../../model/highlight'
import type { CrossreadFile } from '../crossread-json/format'
import { COLUMNS } from '../csv/columns'

/** A cell; null is an empty one. */
export type Cell = string | number | null

/** A sheet of records: its header, and how it makes a file's rows. The first `key` cells of a row tell it from others. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: number
  readonly rows: (file: CrossreadFile) => Iterable<readonly Cell[]>
}

const TEXTS = ['id', 'article_id', 'number', 'added', 'source_kind', 'source_name'] as const
const PARAGRAPHS = ['revision_id', 'number', 'kind', 'aside', 'text', 'marks_json'] as const
const HIGHLIGHTS = [...COLUMNS.highlights, 'carried_from', 'carried_method', 'carried_score', 'settled'] as const
const VERDICTS = ['claim', 'rating', 'note', 'sources', 'annotator', 'created', 'modified'] as const

/** A sheet a kind of record. Texts go by paragraph, as a cell holds no long one. */
export const SHEETS = [
  {
    name: 'Articles',
    columns: COLUMNS.articles,
    key: 1,
    *rows({ articles }) {
      for (const article of articles) yield COLUMNS.articles.map((column) => article[column])
    },
  },
  {
    name: 'Texts',
    columns: TEXTS,
    key: 1,
    *rows({ articles }) {
      for (const { id: articleId, revisions } of articles) {
        for (const [index, { id, added, source }] of revisions.entries()) {
          yield [id, articleId, index + 1, added, source.kind, source.name ?? null]
        }
      }
    },
  },
  {
    name: 'Paragraphs',
    columns: PARAGRAPHS,
    key: 2,
    *rows({ articles }) {
      for (const { id, blocks } of articles.flatMap(({ revisions }) => revisions)) {
        for (const [index, { kind, text, marks, aside }] of blocks.entries()) {
          yield [id, index + 1, kind, aside ? 'yes' : null, text, marks ? JSON.stringify(marks) : null]
        }
      }
    },
  },
  {
    name: 'Highlights',
    columns: HIGHLIGHTS,
    key: 1,
    *rows({ highlights }) {
      for (const highlight of highlights) {
        const { id, articleId, revisionId, tag, note, anchor, annotator, created, modified } = highlight
        const { exact, prefix, suffix } = anchor.quote
        const { from = null, method = null, score = null } = highlight.carried ?? {}
        const said = [exact, speakerOf(highlight), note]
        const place = [anchor.start, anchor.end, prefix, suffix]
        const made = [annotator, created, modified]
        yield [id, articleId, revisionId, tag, ...said, ...place, ...made, from, method, score, yes(highlight.settled)]
      }
    },
  },
  {
    name: 'Links',
    columns: COLUMNS.links,
    key: 1,
    *rows({ links }) {
      for (const link of links) yield COLUMNS.links.map((column) => link[column])
    },
  },
  {
    name: 'Verdicts',
    columns: VERDICTS,
    key: 1,
    *rows({ verdicts = [] }) {
      for (const { sources, ...verdict } of verdicts) {
        yield VERDICTS.map((column) => (column === 'sources' ? sourcesCell(sources) : verdict[column]))
      }
    },
  },
] as const satisfies readonly Sheet[]

export type SheetName = (typeof SHEETS)[number]['name']

/** One a line; what a line feed within one leads to begins with a space, as no source does. */
function sourcesCell(sources: readonly string[]): string {
  return sources.map((source) => source.replaceAll('\n', '\n ')).join('\n')
}

function yes(value: boolean | undefined): string | null {
  return value ? 'yes' : null
}
