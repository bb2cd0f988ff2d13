import type { Change, ChangeSet } from '../../changes/change-set'
import type { RecordsView } from '../../changes/records'
import type { Article } from '../../model/article'
import type { Disputed } from '../../model/conflict'
import { sameValue } from './same-value'

export type RecordKind = Disputed['kind'] | 'speaker'

/**
 * What two histories say of records that two desks have in different states: with it a merge tells an older version from
 * another one. Without a history every difference is one that somebody must decide.
 */
export type Past = {
  /** Whether this desk had the record in this state before, or decided against it. */
  readonly wasHere: (kind: RecordKind, id: string, record: unknown) => boolean
  /** Whether this desk had the record, and removed it. */
  readonly wasRemoved: (kind: RecordKind, id: string) => boolean
  /** Whether the other desk had the record in this state before. */
  readonly wasThere: (kind: RecordKind, id: string, record: unknown) => boolean
  /** Whether a conflict about the record is open in this desk whose other version is this one; null is that it be removed. */
  readonly waits?: (kind: RecordKind, id: string, record: unknown) => boolean
}

/** A past that knows what is left to decide in a desk. */
export function withWaiting(past: Past, { conflicts }: Pick<RecordsView, 'conflicts'>): Required<Past> {
  const open = new Map<string, unknown[]>()
  for (const { of } of conflicts.values()) {
    const key = `${of.kind} ${of.id}`
    open.set(key, [...(open.get(key) ?? []), bareOf(of.kind, of.other)])
  }
  const waits: Required<Past>['waits'] = (kind, id, record) =>
    (open.get(`${kind} ${id}`) ?? []).some((one) => sameValue(one, bareOf(kind, record)))
  return { ...past, waits }
}

export const NO_PAST: Past = { wasHere: () => false, wasRemoved: () => false, wasThere: () => false }

/** The states that records had, gathered from a history in any order, newest or oldest change set first. */
export type States = {
  readonly add: (changeSet: Pick<ChangeSet, 'changes'>) => void
  readonly had: (kind: RecordKind, id: string, record: unknown) => boolean
  readonly removed: (kind: RecordKind, id: string) => boolean
}

/** Keeps the states of the records that `wanted` names, and what was ever in conflict: a history is many times as large as its desk. */
export function gatherStates(wanted: (kind: RecordKind, id: string) => boolean): States {
  const states = new Map<string, unknown[]>()
  const gone = new Set<string>()
  const note = (kind: RecordKind, id: string, state: unknown) => {
    const key = `${kind} ${id}`
    const known = states.get(key)
    const bare = bareOf(kind, state)
    if (!known) states.set(key, [bare])
    else if (!known.some((one) => sameValue(one, bare))) known.push(bare)
  }
  const noteChange = (change: Change) => {
    if (change.kind === 'conflict') {
      const of = (change.before ?? change.after)?.of
      if (of) note(of.kind, of.id, of.other)
      return
    }
    if (!wanted(change.kind, change.id)) return
    if (change.after === null) gone.add(`${change.kind} ${change.id}`)
    for (const state of [change.before, change.after]) if (state !== null) note(change.kind, change.id, state)
  }
  return {
    add: ({ changes }) => changes.forEach(noteChange),
    had: (kind, id, record) => {
      const bare = bareOf(kind, record)
      return (states.get(`${kind} ${id}`) ?? []).some((one) => sameValue(one, bare))
    },
    removed: (kind, id) => gone.has(`${kind} ${id}`),
  }
}

/**
 * Two histories as what a merge asks of them.
 *
 * @param restore whether what was removed here is to come back, as if it had never been here
 */
export function pastOf(ours: States, theirs: States | null, restore = false): Past {
  return {
    wasHere: ours.had,
    wasRemoved: restore ? NO_PAST.wasRemoved : ours.removed,
    wasThere: theirs?.had ?? NO_PAST.wasThere,
  }
}

/** What is compared of a record: of an article its details, for revisions add up and are no question. */
export function bareOf(kind: RecordKind, record: unknown): unknown {
  return kind === 'article' && typeof record === 'object' && record !== null ? detailsOf(record as Article) : record
}

/** An article without its revisions, and without the moment that they came. */
function detailsOf({ revisions: _revisions, modified: _modified, ...details }: Article) {
  return details
}
