import type { Action } from '#annotations/changes/action'
import { ok, type Result } from '#annotations/model/result'
import type { Done } from '#contract/views'

/** What a window is told of an action. */
function doneOf({ label, changes, warning }: Action): Done {
  return { label, undoable: changes.length > 0, ...(warning === undefined ? {} : { warning }) }
}

/** The answer to a command that ran a plan: what was done, and what `more` picks from the action. */
export function toDone<A extends Action, More extends object = object>(
  result: Result<A>,
  more?: (action: A) => More,
): Result<Done & More> {
  if (!result.ok) return result
  return ok({ ...doneOf(result.value), ...(more?.(result.value) as More) })
}
