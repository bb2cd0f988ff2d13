import type { Handlers } from '#contract/dispatcher'
import type { MethodName } from '#contract/methods'

/** The handlers of every method whose name starts with one of the groups, e.g. `article`: none can be forgotten. */
export type HandlersOf<Group extends string> = Pick<Handlers, Extract<MethodName, `${Group}.${string}`>>
