import { decideConflicts, type Kept } from '#annotations/changes/actions/conflict-actions'
import { counted } from '#annotations/changes/actions/wording'
import { type ConflictId, conflictIdSchema } from '#annotations/model/ids'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import type { Desk } from '../../desk/desk'
import { conflictsOf } from '../../desk/handlers/conflicts'
import { type Command, type Given, textOf } from '../command'
import { conflictTable } from '../conflict-table'
import { withDeskToRead } from '../open-to-read'
import { type ExitCode, fail, type Output } from '../output'
import { withDeskToChange } from '../take-in'

const KEPT: { readonly [word: string]: Kept | undefined } = { ours: 'here', theirs: 'other' }

export const conflicts: Command = {
  name: 'conflicts',
  summary: 'list what merges left to decide, and decide it',
  help: `Usage: crossread conflicts [ID…] [--keep ours|theirs] [--all] [--json] [--desk DIR]

Without --keep, lists the records of which a merge brought another version, article by article: both versions are kept
until one is chosen. With --keep, decides the conflicts that are named, or all of them, in one action that undo takes back.
The version that is not kept is in the history from then on; merging it again asks no more.

  ID             a conflict, as the list names it; lists these alone, or decides them
  --keep ours    keep the version that this desk has
  --keep theirs  take the other one; where it was removed there or here, the record goes with all that hangs on it
  --all          decide every conflict
  --json         the list as JSON, field by field; with --keep, what was decided and how many are left

  crossread conflicts
  crossread conflicts cfl_01jtf… cfl_01jtg… --keep theirs
  crossread conflicts --json | jq -r '.[] | select(.other.who == "Bo") | .id' | xargs crossread conflicts --keep theirs`,
  options: { keep: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, out) {
    const wanted = wantedIn(given)
    if (!wanted.ok) return fail(out, wanted.error, 2)
    const { ids, keep, all } = wanted.value
    if (keep === null) return await withDeskToRead(given, out, (desk) => list(desk, ids, given, out))
    return await withDeskToChange(given, out, (desk) => decide(desk, all ? null : ids, keep, given, out))
  },
}

type Wanted = { readonly ids: readonly ConflictId[]; readonly keep: Kept | null; readonly all: boolean }

function wantedIn(given: Given): Result<Wanted> {
  const ids: ConflictId[] = []
  for (const word of given.words) {
    const id = conflictIdSchema.safeParse(word)
    if (!id.success) return failed('invalid-input', `"${word}" is no conflict: they are named like cfl_01jtf….`)
    ids.push(id.data)
  }
  const word = textOf(given, 'keep')
  const all = given.values.all === true
  if (word === undefined)
    return all
      ? failed('invalid-input', 'Say which version to keep: --keep ours or --keep theirs.')
      : ok({ ids, keep: null, all })
  const keep = KEPT[word]
  if (keep === undefined)
    return failed('invalid-input', `--keep takes ours or theirs, not "${word}": undecided, both versions are kept.`)
  if (all === ids.length > 0)
    return failed(
      'invalid-input',
      all ? 'Name conflicts, or say --all, not both.' : 'Name the conflicts to decide, or say --all.',
    )
  return ok({ ids, keep, all })
}

function list(desk: Desk, ids: readonly ConflictId[], given: Given, out: Output): ExitCode {
  const open = conflictsOf(desk.records)
  const shown = ids.length === 0 ? open : open.filter(({ id }) => ids.includes(id))
  const missing = ids.filter((id) => !desk.records.conflicts.has(id))
  if (given.values.json) out.print(JSON.stringify(shown, null, 2))
  else if (shown.length > 0) out.print(conflictTable(shown))
  else if (missing.length === 0) out.print('There is nothing to decide.')
  for (const id of missing) out.warn(`${id} is not open: it was decided, or it is of another desk.`)
  return missing.length === 0 ? 0 : 1
}

async function decide(
  desk: Desk,
  named: readonly ConflictId[] | null,
  keep: Kept,
  given: Given,
  out: Output,
): Promise<ExitCode> {
  const ids = named ?? [...desk.records.conflicts.keys()]
  const missing = ids.filter((id) => !desk.records.conflicts.has(id))
  if (missing.length > 0) {
    return fail(out, {
      code: 'not-found',
      message: `${missing.join(', ')}: not open, for it was decided, or is of another desk.`,
      kept: 'Nothing was decided.',
    })
  }
  const done = ids.length === 0 ? null : await desk.act(decideConflicts(ids, keep))
  if (done && !done.ok) return fail(out, done.error)
  const left = desk.records.conflicts.size
  if (given.values.json) out.print(JSON.stringify({ decided: ids, keep: textOf(given, 'keep'), left }, null, 2))
  else if (done === null) out.print('There is nothing to decide.')
  else
    out.print(`${done.value.label}. ${left === 0 ? 'Nothing is left to decide' : `${counted(left, 'conflict')} left`}.`)
  return 0
}
