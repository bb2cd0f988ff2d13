import type { RecordsView } from '../changes/records'
import { type Highlight, isOrphan } from '../model/highlight'
import type { ArticleId, HighlightId } from '../model/ids'
import { type Line, type PassageBlock, say, theirs } from './document'
import type { ReportOptions } from './scope'
import { byLine, placeLine } from './words'

/** What the parts of one report have in common. */
export type Writing = {
  readonly records: RecordsView
  readonly options: ReportOptions
  /** The number that each quoted article has in the list of sources, from 1. */
  readonly sources: ReadonlyMap<ArticleId, number>
}

/** Where and when a passage was printed. */
export function whereOf({ records, sources }: Writing, { articleId }: Highlight): Line {
  return placeLine(records.articles.get(articleId), sources.get(articleId) ?? 0)
}

/** A passage as it is quoted, with what was noted of it: null when it is not in the desk any more. */
export function passageOf(
  writing: Writing,
  id: HighlightId,
  lead: (highlight: Highlight) => Line,
  notesOnLinks: readonly string[] = [],
): PassageBlock | null {
  const { records, options } = writing
  const highlight = records.highlights.get(id)
  if (!highlight) return null
  const article = records.articles.get(highlight.articleId)
  const notes = options.notes ? [...notesOnLinks, ...(highlight.note.trim() === '' ? [] : [highlight.note])] : []
  return {
    kind: 'passage',
    highlight: id,
    tag: highlight.tag,
    lead: lead(highlight),
    quote: highlight.anchor.quote.exact,
    direction: article?.direction ?? 'ltr',
    language: article?.language ?? null,
    after: [
      ...notes.map((note): Line => [say('Note: '), theirs(note)]),
      ...(article && isOrphan(highlight, article)
        ? [
            [
              { text: 'To check: this passage was not found again in the newest text of its article.', look: 'strong' },
            ] as Line,
          ]
        : []),
      ...inOlderText(writing, highlight),
      [{ text: `Marked as ${highlight.tag} `, look: 'quiet' }, ...byLine(highlight).map(quietly)],
    ],
  }
}

/** A passage that stands in an earlier text is quoted from that one, and says so. */
function inOlderText({ records }: Writing, highlight: Highlight): Line[] {
  const revisions = records.articles.get(highlight.articleId)?.revisions ?? []
  const at = revisions.indexOf(highlight.revisionId)
  return at === -1 || at === revisions.length - 1
    ? []
    : [[say(`Quoted from revision ${at + 1} of ${revisions.length} of its article.`)]]
}

function quietly(run: Line[number]): Line[number] {
  return run.look === undefined ? { ...run, look: 'quiet' } : run
}
