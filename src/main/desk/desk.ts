import type { Action, Plan } from '#annotations/changes/action'
import type { ChangeSet } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { Desk as DeskRecord } from '#annotations/model/desk'
import type { Result } from '#annotations/model/result'
import type { DeskProblem, SaveState, Settings, UndoState } from '#contract/views'

export type JournalKind = 'do' | 'undo' | 'redo'

/** One line of the history as the desk tells it: the change set, and whether it did, undid or redid. */
export type HistoryLine = { readonly kind: JournalKind; readonly changeSet: ChangeSet }

export type DeskEvent =
  | { readonly type: 'changed'; readonly kind: JournalKind; readonly changeSet: ChangeSet }
  | { readonly type: 'save'; readonly save: SaveState }
  | { readonly type: 'problems'; readonly problems: readonly DeskProblem[] }
  | { readonly type: 'settings'; readonly settings: Settings }

/** An open desk: its records in memory, every change durable before it is acknowledged. */
export type Desk = {
  readonly folder: string
  readonly record: DeskRecord
  readonly records: RecordsView
  /** Null when this process holds the desk's lock; else the sentence that says who does. */
  readonly readOnly: string | null
  /**
   * Runs a plan at its turn (one at a time, in order of calling), makes its change set durable, then applies it and tells
   * listeners. When the write fails, memory stays as it was. A plan without changes is acknowledged without a trace.
   */
  readonly act: <Extra = unknown>(plan: Plan<Extra>) => Promise<Result<Action & Extra>>
  readonly undo: () => Promise<Result<Action>>
  readonly redo: () => Promise<Result<Action>>
  /** The number of the last line of the history. */
  readonly seq: () => number
  /** Whether every file was found as Crossread wrote it: nothing was changed by hand, and nothing had to be mended. */
  readonly asWritten: boolean
  readonly undoState: () => UndoState
  /** Newest first. `before` is a cursor from an earlier page, null for the newest. */
  readonly history: (
    before: string | null,
    limit: number,
  ) => Promise<Result<{ readonly lines: readonly HistoryLine[]; readonly next: string | null }>>
  readonly saveState: () => SaveState
  readonly problems: () => readonly DeskProblem[]
  readonly dismissProblem: (id: string) => void
  readonly settings: () => Settings
  readonly setSettings: (patch: Partial<Settings>) => Promise<Result<Settings>>
  readonly on: (listener: (event: DeskEvent) => void) => () => void
  /** Writes what is not checkpointed yet, and gives the lock back. */
  readonly close: () => Promise<void>
}
