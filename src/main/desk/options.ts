import type { Action, ActionContext } from '#annotations/changes/action'
import type { IdSource } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import type { DeskFs } from './fs/desk-fs'

export type DeskOptions = {
  /** Milliseconds since the Unix epoch. */
  readonly now?: () => number
  readonly ids?: IdSource
  /** What a desk in which nothing ever happened begins with: the sample. */
  readonly seed?: (context: ActionContext) => Result<Action>
  readonly fs?: DeskFs
  /** Opens the desk to read it, whoever else has it open: no lock is taken, and no file is written, made or mended. */
  readonly readOnly?: boolean
  /** Milliseconds of quiet after which the files are brought up to date with the history; 400 unless told. */
  readonly checkpointAfter?: number
  /** Told of exceptions that nobody waits for, which are bugs. */
  readonly onBug?: (error: unknown) => void
}
