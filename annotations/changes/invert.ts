import type { Change, ChangeSet } from './change-set'

/** The changes that take a change set back: each record's before and after swapped, last change first. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.toReversed().map(invertChange)
}

function invertChange(change: Change): Change {
  switch (change.kind) {
    case 'article':
      return { ...change, before: change.after, after: change.before }
    case 'revision':
      return { ...change, before: change.after, after: change.before }
    case 'highlight':
      return { ...change, before: change.after, after: change.before }
    case 'link':
      return { ...change, before: change.after, after: change.before }
    case 'verdict':
      return { ...change, before: change.after, after: change.before }
    case 'speaker':
      return { ...change, before: change.after, after: change.before }
    case 'conflict':
      return { ...change, before: change.after, after: change.before }
  }
}

/** A change set that undoes another, as an action of its own: history only ever grows. */
export function invertChangeSet(changeSet: ChangeSet, as: Omit<ChangeSet, 'changes'>): ChangeSet {
  return { ...as, changes: invertChanges(changeSet.changes) }
}
