/** Stable codes of expected failures. Shells, the UI and tools that script Crossread rely on them; add, never rename. */
export type ErrorCode =
  | 'invalid-input'
  | 'unknown-method'
  | 'not-found'
  | 'not-allowed'
  | 'duplicate'
  | 'conflict'
  | 'read-only'
  | 'save-failed'
  | 'desk-broken'
  | 'desk-newer'
  | 'bad-file'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'timeout'
  | 'disconnected'
  | 'unavailable'
  | 'internal'

/** An expected failure, in words for people: what happened, what was kept, what to do next. */
export type AppError = {
  readonly code: ErrorCode
  readonly message: string
  /** What is safe all the same, as a sentence. */
  readonly kept?: string
  /** What the user can do about it, as a sentence. */
  readonly next?: string
  /** What there is to choose from, where `next` asks for a choice: the columns of a table. */
  readonly choices?: readonly string[]
}

export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value }
}

export function fail(code: ErrorCode, message: string, more: Omit<AppError, 'code' | 'message'> = {}): Result<never> {
  return { ok: false, error: { code, message, ...more } }
}

/** Ends a `switch` over a union: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
