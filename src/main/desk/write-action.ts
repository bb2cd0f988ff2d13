import { applyChangeSet, checkFits } from '#annotations/changes/apply'
import { type ChangeSet, changeSetSchema } from '#annotations/changes/change-set'
import type { Records } from '#annotations/changes/records'
import { ok, type Result } from '#annotations/model/result'
import type { JournalKind } from './desk'
import { type Entry, type Stacks, stacksAfter } from './journal/entry'
import type { Journal } from './journal/journal'

/** What changes with every action: the last line's number, and what can be undone and redone. */
export type Progress = { seq: number; stacks: Stacks }

/**
 * Makes one change set durable, then applies it. Throws what the disk throws; then nothing has changed.
 *
 * @param below the stacks under the new line
 */
export async function writeAction(
  journal: Journal,
  records: Records,
  progress: Progress,
  line: { readonly kind: JournalKind; readonly changeSet: ChangeSet; readonly below: Stacks },
): Promise<Result<void>> {
  // What is written is read back through this schema: a record that it refuses must not reach the disk.
  const changeSet = changeSetSchema.parse(line.changeSet)
  const fits = checkFits(records, changeSet)
  if (!fits.ok) return fits
  const entry: Entry = { v: 1, seq: progress.seq + 1, kind: line.kind, ...line.below, changeSet }
  const { position, length } = await journal.append(entry, changeSet.at.slice(0, 7))
  progress.seq = entry.seq
  progress.stacks = stacksAfter(entry, position, length)
  const applied = applyChangeSet(records, changeSet)
  return applied.ok ? ok(undefined) : applied
}
