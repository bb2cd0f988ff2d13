import type { Change } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'

/** A record of a desk, with what tells its versions apart. */
type Versioned = {
  readonly modified?: string
  readonly added?: string
  readonly revisionId?: string
  readonly revisions?: readonly string[]
}

/**
 * One number for the state of all records: the sum of a hash of each record's id and version. A sum, so that it can be kept up
 * by what changes, in any order.
 */
export function versionOf(id: string, record: Versioned): number {
  const version = `${id} ${record.modified ?? record.added ?? ''} ${record.revisionId ?? record.revisions?.at(-1) ?? ''}`
  let hash = 0x811c9dc5
  for (let i = 0; i < version.length; i++) hash = Math.imul(hash ^ version.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** By how much a change moves the sum. */
export function versionShift(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => {
    // Conflicts are none of the records that are summed up: they are not searched.
    if (change.kind === 'conflict') return sum
    const { id, before, after } = change
    const was = before ? versionOf(id, before) : 0
    const is = after ? versionOf(id, after) : 0
    return (sum - was + is) >>> 0
  }, 0)
}

/** Every record as it is now: records are never changed in place, so they may be looked at later. */
export function snapshotOf(records: RecordsView): readonly (Versioned & Named)[] {
  const { articles, revisions, highlights, links, verdicts, speakers } = records
  const all: (Versioned & Named)[] = []
  // Joining arrays of tens of thousands would hold up a frame.
  for (const map of [articles, revisions, highlights, links, verdicts, speakers]) {
    for (const record of map.values()) all.push(record)
  }
  return all
}

/** A verdict is known by its claim. */
type Named = { readonly id: string } | { readonly claim: string }

export function nameOf(record: Named): string {
  return 'id' in record ? record.id : record.claim
}
