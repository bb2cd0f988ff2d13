import type { IdSource } from '../model/ids'
import type { Result } from '../model/result'
import type { Change } from './change-set'
import type { RecordsView } from './records'

/** Who acts, when, and where new ids come from: passed in, so that actions stay pure. */
export type ActionContext = {
  readonly annotator: string
  /** ISO 8601 with milliseconds, UTC. */
  readonly now: string
  readonly ids: IdSource
}

/** What an action will do, before it is made durable. No changes means that nothing has to happen, and nothing is recorded. */
export type Action = {
  readonly label: string
  readonly changes: readonly Change[]
  /** Something unusual about an allowed action, as a sentence. */
  readonly warning?: string
}

/** Plans an action against the desk as it is at its turn. `Extra` is what the caller wants to know of it, e.g. a new id. */
export type Plan<Extra = unknown> = (records: RecordsView, context: ActionContext) => Result<Action & Extra>
