import { replayChangeSet } from '#annotations/changes/apply'
import { createRecords, type Records, type RecordsView } from '#annotations/changes/records'
import type { ArticleId } from '#annotations/model/ids'
import { backupsOf } from './backup'
import { annotationsFormat, articleFormat } from './files/formats'
import { readJson } from './files/json-file'
import { type Layout, layoutOf } from './files/layout'
import type { DeskFs } from './fs/desk-fs'
import { linesFrom } from './journal/lines'
import type { FileKind, FileName } from './load'
import { type ArticleOf, fileKindOf, homesOf, withOwnOf } from './touched'

/**
 * Finds the files that the history knows of and the folder has not, because something other than Crossread removed them. It reads
 * the whole history, and is asked only when there are fewer files than there were.
 *
 * @param seq the last line that the files have seen. What was emptied after it may have lost its file to an unfinished
 *   checkpoint, and is no miss: should it have come back since, the lines after `seq` hold all of it.
 */
export async function missingFiles(
  fs: DeskFs,
  layout: Layout,
  found: { readonly [K in FileKind]: ReadonlySet<ArticleId> },
  seq: number,
): Promise<FileName[]> {
  const articles = new Set<ArticleId>()
  /** Highlights and conflicts by article. */
  const counts = new Map<ArticleId, number>()
  const count = (article: ArticleId, by: 1 | -1, isSeen: boolean) => {
    const before = counts.get(article)
    if (before === undefined && !isSeen) return
    const now = (before ?? 0) + by
    if (now > 0) counts.set(article, now)
    else counts.delete(article)
  }
  for await (const line of linesFrom(fs, layout, null)) {
    if (line.state !== 'sound') continue
    const isSeen = line.entry.seq <= seq
    for (const change of line.entry.changeSet.changes) {
      if (change.kind === 'article') {
        if (change.after === null) articles.delete(change.id)
        else if (isSeen) articles.add(change.id)
      }
      if (change.kind !== 'highlight' && change.kind !== 'conflict') continue
      if (change.before) count(change.before.articleId, -1, isSeen)
      if (change.after) count(change.after.articleId, 1, isSeen)
    }
  }
  return [
    ...[...articles].filter((id) => !found.articles.has(id)).map((id) => ({ kind: 'articles', id }) as const),
    ...[...counts.keys()]
      .filter((id) => !found.annotations.has(id))
      .map((id) => ({ kind: 'annotations', id }) as const),
  ]
}

/** How much of a file came back. `part`: the history has a gap after the newest backup of it. */
export type Rebuilt = FileName & { readonly found: 'all' | 'part' | 'nothing' }

/**
 * Rebuilds what some files held: the newest sound backup of each, and on it all that the history says since; without a backup,
 * the whole history, which it reads once.
 *
 * @param lastSeq the last line that the history should have
 */
export async function rebuild(
  fs: DeskFs,
  layout: Layout,
  files: readonly FileName[],
  records: Records,
  lastSeq: number,
): Promise<Rebuilt[]> {
  const scratch = createRecords()
  /** By file, the last line of the history that is in the scratch records already. */
  const seen = new Map<string, number>()
  for (const file of files) seen.set(keyOf(file), await putBackup(fs, layout, file, scratch))

  // A link lies with the highlight it starts in, which may be one of an article that is not rebuilt.
  const articleOf: ArticleOf = (id) => (scratch.highlights.get(id) ?? records.highlights.get(id))?.articleId
  let last = 0
  let lastMissing = 0
  for await (const line of linesFrom(fs, layout, null)) {
    if (line.state !== 'sound') continue
    const { seq, changeSet } = line.entry
    if (seq !== last + 1) lastMissing = seq - 1
    last = seq
    const homeOf = withOwnOf(changeSet, articleOf)
    const changes = changeSet.changes.filter((change) => {
      const kind = fileKindOf(change)
      return homesOf(change, homeOf).some((id) => seq > (seen.get(keyOf({ kind, id })) ?? Infinity))
    })
    replayChangeSet(scratch, { ...changeSet, changes })
  }
  if (last < lastSeq) lastMissing = lastSeq
  return files.map((file) => {
    if (!copy(file, scratch, records)) return { ...file, found: 'nothing' }
    return { ...file, found: lastMissing > (seen.get(keyOf(file)) ?? 0) ? 'part' : 'all' }
  })
}

function copy({ kind, id }: FileName, from: RecordsView, to: Records): boolean {
  if (kind === 'articles') {
    const article = from.articles.get(id)
    if (article === undefined) return false
    to.putArticle(id, article)
    for (const revision of article.revisions) to.putRevision(revision, from.revisions.get(revision) ?? null)
    return true
  }
  const highlights = from.highlightsOf(id)
  for (const highlight of highlights) to.putHighlight(highlight, from.highlights.get(highlight) ?? null)
  for (const highlight of highlights) to.putVerdict(highlight, from.verdicts.get(highlight) ?? null)
  for (const highlight of highlights)
    for (const link of from.linksOf(highlight))
      if (from.links.get(link)?.from === highlight) to.putLink(link, from.links.get(link) ?? null)
  const conflicts = [...from.conflicts.values()].filter(({ articleId }) => articleId === id)
  for (const conflict of conflicts) to.putConflict(conflict.id, conflict)
  return highlights.size + conflicts.length > 0
}

/** Resolves to the last line of the history that the backup has seen; 0 without a backup. */
async function putBackup(fs: DeskFs, layout: Layout, { kind, id }: FileName, records: Records): Promise<number> {
  for (const folder of await backupsOf(fs, layout)) {
    const backup = layoutOf(folder)
    if (kind === 'articles') {
      const file = await readJson(fs, backup.article(id), articleFormat)
      if (file.state !== 'sound') continue
      records.putArticle(id, file.value.article)
      for (const revision of file.value.revisions) records.putRevision(revision.id, revision)
      return file.value.seq
    }
    const file = await readJson(fs, backup.annotationsOf(id), annotationsFormat)
    if (file.state !== 'sound') continue
    for (const highlight of file.value.highlights) records.putHighlight(highlight.id, highlight)
    for (const link of file.value.links) records.putLink(link.id, link)
    for (const verdict of file.value.verdicts ?? []) records.putVerdict(verdict.claim, verdict)
    for (const conflict of file.value.conflicts ?? []) records.putConflict(conflict.id, conflict)
    return file.value.seq
  }
  return 0
}

function keyOf({ kind, id }: FileName): string {
  return `${kind}/${id}`
}
