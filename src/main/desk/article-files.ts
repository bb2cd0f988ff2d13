import type { RecordsView } from '#annotations/changes/records'
import type { Desk } from '#annotations/model/desk'
import { compareHighlights } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import type { AnnotationsFile, ArticleFile, Checkpoint, DeskFile } from './files/formats'

/** How deep each kind of file is broken over lines: one block, one highlight, one link, one verdict, one conflict a line. */
export const LEVELS = { desk: 2, settings: 1, article: 4, annotations: 2 } as const

/** What `desk.json` holds: what belongs to the desk as a whole, and how far the files have seen the history. */
export function deskFileOf(records: RecordsView, desk: Desk, checkpoint: Checkpoint): DeskFile {
  const speakers = [...records.speakers.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { version: 1, desk, checkpoint, ...(speakers.length > 0 ? { speakers } : {}) }
}

/** What `articles/<id>.json` holds; null when the article is gone and so must be its file. */
export function articleFileOf(records: RecordsView, id: ArticleId, seq: number): ArticleFile | null {
  const article = records.articles.get(id)
  if (article === undefined) return null
  const revisions = article.revisions.flatMap((revision) => records.revisions.get(revision) ?? [])
  return { version: 1, seq, article, revisions }
}

/** What `annotations/<article id>.json` holds, in reading order; null when there is nothing to hold. */
export function annotationsFileOf(records: RecordsView, id: ArticleId, seq: number): AnnotationsFile | null {
  const highlights = [...records.highlightsOf(id)].flatMap((highlight) => records.highlights.get(highlight) ?? [])
  const conflicts = [...records.conflicts.values()].filter(({ articleId }) => articleId === id)
  if (highlights.length + conflicts.length === 0) return null
  highlights.sort(compareHighlights)
  const links = highlights.flatMap(({ id: from }) =>
    [...records.linksOf(from)]
      .sort()
      .flatMap((link) => records.links.get(link) ?? [])
      .filter((link) => link.from === from),
  )
  const verdicts = highlights.flatMap(({ id: claim }) => records.verdicts.get(claim) ?? [])
  return {
    version: 1,
    seq,
    article: id,
    highlights,
    links,
    ...(verdicts.length > 0 ? { verdicts } : {}),
    ...(conflicts.length > 0 ? { conflicts: conflicts.sort((a, b) => (a.id < b.id ? -1 : 1)) } : {}),
  }
}
