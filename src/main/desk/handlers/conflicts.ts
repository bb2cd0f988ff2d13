import { decideConflicts } from '#annotations/changes/actions/conflict-actions'
import type { RecordsView } from '#annotations/changes/records'
import { type Versions, versionsOf } from '#annotations/exchange/merge/versions'
import type { Conflict } from '#annotations/model/conflict'
import { ok } from '#annotations/model/result'
import type { ConflictView, VersionView } from '#contract/exchange-views'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** What merges left to decide. */
export function conflictHandlers(desk: Desk): HandlersOf<'conflict'> {
  return {
    'conflict.list': () => ok(conflictsOf(desk.records)),
    'conflict.decide': async ({ ids, kept }) => toDone(await desk.act(decideConflicts(ids, kept))),
  }
}

/** The open conflicts, article by article, in the order that they came. */
export function conflictsOf(
  records: RecordsView,
  conflicts: Iterable<Conflict> = records.conflicts.values(),
): readonly ConflictView[] {
  const title = (conflict: Conflict) => records.articles.get(conflict.articleId)?.title ?? ''
  return [...conflicts]
    .map((conflict) => ({ conflict, title: title(conflict) }))
    .sort((a, b) => a.title.localeCompare(b.title) || (a.conflict.id < b.conflict.id ? -1 : 1))
    .map(({ conflict, title }) => toView(records, conflict, title))
}

function toView(records: RecordsView, conflict: Conflict, articleTitle: string): ConflictView {
  const { id, of, articleId, from, created } = conflict
  const versions = versionsOf(records, conflict)
  return {
    id,
    kind: of.kind,
    about: versions.about,
    articleId,
    articleTitle,
    highlight: versions.highlight,
    from,
    created,
    here: toVersion(versions.here, hereOf(records, conflict)),
    other: toVersion(versions.other, of.other),
    shows: [...new Set([articleId, of.id, ...endsOf(hereOf(records, conflict)), ...endsOf(of.other)])],
  }
}

function hereOf(records: RecordsView, { of }: Conflict): object | undefined {
  switch (of.kind) {
    case 'article':
      return records.articles.get(of.id)
    case 'revision':
      return records.revisions.get(of.id)
    case 'highlight':
      return records.highlights.get(of.id)
    case 'link':
      return records.links.get(of.id)
    case 'verdict':
      return records.verdicts.get(of.id)
  }
}

/** The highlights that a link shows the words of. */
function endsOf(record: object | null | undefined): readonly string[] {
  return record && 'from' in record && 'to' in record ? [String(record.from), String(record.to)] : []
}

function toVersion(fields: Versions['here'], record: object | null | undefined): VersionView {
  if (!record || fields === null) return { fields: null, who: '', when: null }
  const who = 'annotator' in record && typeof record.annotator === 'string' ? record.annotator : ''
  const when = 'modified' in record ? record.modified : 'added' in record ? record.added : null
  return { fields, who, when: typeof when === 'string' ? when : null }
}
