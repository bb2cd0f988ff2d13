import type { Plan } from '#annotations/changes/action'
import { gatherStates, pastOf } from '#annotations/exchange/merge/past'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import { planMerges } from '#annotations/exchange/merge/plan-merges'
import { ok, type Result } from '#annotations/model/result'
import type { Desk } from '../desk/desk'
import type { Exchange } from './read-exchange'
import { readStates, wantedStates } from './states'

/**
 * The plan of taking what was read into a desk, which tells what is older by the histories of both.
 *
 * @param restore whether what was removed here comes back
 */
export async function planExchange(
  desk: Desk,
  { files, name, verb, theirs }: Exchange,
  restore: boolean,
): Promise<Result<Plan<Merged>>> {
  const wanted = files.map(({ file }) => wantedStates(desk.records, file))
  const ours = gatherStates((kind, id) => wanted.some((one) => one(kind, id)))
  const read = await readStates(desk, ours)
  return read.ok ? ok(planMerges(files, { name, verb, past: pastOf(ours, theirs, restore) })) : read
}
