import type { z } from 'zod'

/** One method: the validator of its input, and the type of its answer. `kind` says whether it may change the desk. */
export type Method<Input extends z.ZodType = z.ZodType, Output = unknown> = {
  readonly kind: 'query' | 'command'
  readonly input: Input
  /** Milliseconds a caller waits before it gives up. */
  readonly timeout: number
  /** Never set: carries the answer's type. */
  readonly output?: Output
}

const SHORT = 10_000
/** For what takes its time with a large desk. */
export const LONG = 120_000

export function query<Output>() {
  return <I extends z.ZodType>(input: I, timeout = SHORT): Method<I, Output> => ({ kind: 'query', input, timeout })
}

export function command<Output>() {
  return <I extends z.ZodType>(input: I, timeout = SHORT): Method<I, Output> => ({ kind: 'command', input, timeout })
}
