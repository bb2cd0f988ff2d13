import { assertNever, fail, ok, type Result } from '../model/result'
import type { Change, ChangeSet } from './change-set'
import type { Records, RecordsView } from './records'

/**
 * Applies a change set to the records, whole or not at all. It fails with `conflict` and changes nothing when a record it
 * expects to find is missing, or one it adds is there already.
 */
export function applyChangeSet(records: Records, changeSet: ChangeSet): Result<void> {
  const fits = checkFits(records, changeSet)
  if (fits.ok) for (const change of changeSet.changes) put(records, change)
  return fits
}

/** Whether a change set can be applied, asked before it is written down. */
export function checkFits(records: RecordsView, changeSet: ChangeSet): Result<void> {
  for (const change of changeSet.changes) {
    const there = isThere(records, change)
    if (there !== (change.before !== null)) {
      return fail(
        'conflict',
        `"${changeSet.label}" does not fit the desk: ${change.kind} ${change.id} is ${there ? 'there already' : 'missing'}.`,
        {
          kept: 'Nothing was changed.',
        },
      )
    }
  }
  return ok(undefined)
}

/** Sets every record to its state after the change set, whatever it was: replaying a journal twice gives the same desk. */
export function replayChangeSet(records: Records, changeSet: ChangeSet): void {
  for (const change of changeSet.changes) put(records, change)
}

function put(records: Records, change: Change): void {
  switch (change.kind) {
    case 'article':
      records.putArticle(change.id, change.after)
      break
    case 'revision':
      records.putRevision(change.id, change.after)
      break
    case 'highlight':
      records.putHighlight(change.id, change.after)
      break
    case 'link':
      records.putLink(change.id, change.after)
      break
    case 'verdict':
      records.putVerdict(change.id, change.after)
      break
    case 'speaker':
      records.putSpeaker(change.id, change.after)
      break
    case 'conflict':
      records.putConflict(change.id, change.after)
      break
    default:
      assertNever(change)
  }
}

function isThere(records: RecordsView, change: Change): boolean {
  switch (change.kind) {
    case 'article':
      return records.articles.has(change.id)
    case 'revision':
      return records.revisions.has(change.id)
    case 'highlight':
      return records.highlights.has(change.id)
    case 'link':
      return records.links.has(change.id)
    case 'verdict':
      return records.verdicts.has(change.id)
    case 'speaker':
      return records.speakers.has(change.id)
    case 'conflict':
      return records.conflicts.has(change.id)
    default:
      return assertNever(change)
  }
}
