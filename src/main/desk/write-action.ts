import { setImmediate as nextTurn } from 'node:timers/promises'
import { applyChangeSet, checkFits } from '#annotations/changes/apply'
import { type ChangeSet, changeSetSchema } from '#annotations/changes/change-set'
import type { Records, RecordsView } from '#annotations/changes/records'
import type { Result } from '#annotations/model/result'
import type { JournalKind } from './desk'
import { type Entry, type Stacks, stacksAfter } from './journal/entry'
import type { Journal } from './journal/journal'

/** What changes with every action: the last line's number, and what can be undone and redone. */
export type Progress = { seq: number; stacks: Stacks }

/**
 * Whether a change set may be written. What is written is read back through its schema: one that the schema refuses is a bug,
 * throws, and must not reach the disk.
 */
export async function checkWritable(records: RecordsView, changeSet: ChangeSet): Promise<Result<void>> {
  const { changes } = changeSet
  changeSetSchema.parse({ ...changeSet, changes: changes.slice(0, IN_A_ROW) })
  for (let at = IN_A_ROW; at < changes.length; at += IN_A_ROW) {
    await nextTurn()
    changesSchema.parse(changes.slice(at, at + IN_A_ROW))
  }
  return checkFits(records, changeSet)
}

const changesSchema = changeSetSchema.shape.changes
/** Changes that are checked together: an import has hundreds of thousands, and nobody should have to wait for them all. */
const IN_A_ROW = 500

/**
 * Makes a change set that was checked durable, then applies it. Throws what the disk throws; then nothing has changed.
 *
 * @param line.below the stacks under the new line
 */
export async function writeAction(
  journal: Journal,
  records: Records,
  progress: Progress,
  line: { readonly kind: JournalKind; readonly changeSet: ChangeSet; readonly below: Stacks },
): Promise<void> {
  const { kind, changeSet, below } = line
  const entry: Entry = { v: 1, seq: progress.seq + 1, kind, undo: below.undo, redo: below.redo, changeSet }
  const { position, length } = await journal.append(entry, changeSet.at.slice(0, 7))
  progress.seq = entry.seq
  progress.stacks = stacksAfter(entry, position, length)
  const applied = applyChangeSet(records, changeSet)
  if (!applied.ok) throw new Error(`a checked change set did not fit: ${applied.error.message}`)
}
