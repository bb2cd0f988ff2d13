import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Action, ActionContext, Plan } from '#annotations/changes/action'
import type { ChangeSet } from '#annotations/changes/change-set'
import { invertChanges } from '#annotations/changes/invert'
import type { Records } from '#annotations/changes/records'
import type { Desk as DeskRecord } from '#annotations/model/desk'
import type { IdSource } from '#annotations/model/ids'
import { fail, ok, type Result } from '#annotations/model/result'
import type { Settings } from '#contract/views'
import { backUp } from './backup'
import { createCheckpointer } from './checkpointer'
import type { Desk, DeskEvent, JournalKind } from './desk'
import { diskWords } from './disk-words'
import type { Layout } from './files/layout'
import { type DeskFs, diskError, errorCode } from './fs/desk-fs'
import { readHistory } from './history'
import type { Stacks } from './journal/entry'
import { type Journal, readEntry } from './journal/journal'
import type { DeskLock } from './lock'
import { makeFolders } from './make-folders'
import { createProblems, type Problems } from './problems'
import { createQueue } from './queue'
import { createSaveStatus } from './save-status'
import { writeSettings } from './settings-file'
import { type Touched, touchedBy } from './touched'
import { checkWritable, type Progress, writeAction } from './write-action'

/** What opening found, of which an open desk is made. */
export type Opened = {
  readonly fs: DeskFs
  readonly layout: Layout
  readonly now: () => number
  readonly ids: IdSource
  readonly onBug: (error: unknown) => void
  readonly checkpointAfter: number | undefined
  readonly record: DeskRecord
  readonly records: Records
  readonly settings: Settings
  readonly journal: Journal
  readonly progress: Progress
  /** Null when another has it, or nothing can be written; `readOnly` then says so. */
  readonly lock: DeskLock | null
  readonly readOnly: string | null
  /** Files that have not seen the whole history; null when not even desk.json has. */
  readonly behind: Touched | null
  readonly problems: readonly Parameters<Problems['tell']>[0][]
  /** Whether every file was as Crossread wrote it. */
  readonly asWritten: boolean
}

/** Changes that take longer than a frame to apply. */
const MANY = 2_000
const NOT_MADE = 'This change was not made; everything before it is safe.'

export function createDesk(opened: Opened): Desk {
  const { fs, layout, records, journal, progress, lock } = opened
  const listeners = new Set<(event: DeskEvent) => void>()
  const actions = createQueue()
  const fileWork = createQueue()
  let { settings, readOnly } = opened
  let closing: Promise<void> | null = null
  /** The folder was found gone, and the user was told. */
  let toldGone = false
  let lastBackup = ''

  const emit = (event: DeskEvent) => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        opened.onBug(error)
      }
    }
  }
  const time = () => new Date(opened.now()).toISOString()
  const problems = createProblems((all) => emit({ type: 'problems', problems: all }))
  const save = createSaveStatus((state) => emit({ type: 'save', save: state }))
  for (const problem of opened.problems) problems.tell(problem)

  const checkpointer = createCheckpointer({
    fs,
    layout,
    desk: opened.record,
    records,
    queue: fileWork,
    quiet: opened.checkpointAfter,
    seen: () => ({ seq: progress.seq, position: journal.end(), ...progress.stacks }),
    onDone: () => {
      save.filesBehind(null)
      void backUpDaily()
    },
    onFailed: (error) =>
      save.filesBehind({
        at: time(),
        ...diskWords(error, layout.folder),
        kept: 'Every change that was shown as saved is in the history, and the files will be brought up to date from it.',
      }),
  })

  const backUpDaily = async () => {
    const day = time().slice(0, 10)
    if (lastBackup === day || lock === null) return
    lastBackup = day
    try {
      await fileWork(() => backUp(fs, layout, day))
    } catch (error) {
      problems.tell({
        file: 'backups',
        message: `Today's backup could not be made. ${diskWords(error, layout.folder).message}`,
        kept: 'The desk itself is sound, and so are the earlier backups.',
        next: 'Make room or make the folder writable; Crossread tries again tomorrow, or when the desk is opened.',
      })
    }
  }

  const refusal = (): Result<never> | null => {
    if (closing) return fail('unavailable', 'This desk is closed.')
    if (readOnly === null) return null
    return fail('read-only', readOnly, { kept: 'Nothing was changed.' })
  }

  /** Writes one line and all that follows from it. Called at its turn. */
  const commit = async (kind: JournalKind, action: Action, below: Stacks): Promise<Result<void>> => {
    const changeSet: ChangeSet = {
      id: opened.ids.changeSet(),
      label: action.label,
      annotator: settings.annotator,
      at: time(),
      changes: action.changes,
    }
    const writable = await checkWritable(records, changeSet)
    if (!writable.ok) return writable
    const touched = touchedBy(records, changeSet)
    try {
      if (!(await stillOurs())) return refusal() ?? ok(undefined)
      save.saving()
      await writeAction(journal, records, progress, { kind, changeSet, below })
    } catch (error) {
      if (errorCode(error) === 'ENOENT') toldGone = true
      const words = { ...diskWords(error, layout.folder), kept: NOT_MADE }
      save.refused({ at: time(), ...words })
      return fail('save-failed', words.message, { kept: words.kept, next: words.next })
    }
    checkpointer.touch(touched)
    save.saved(changeSet.at)
    // An import takes a while to apply, and a while to tell of: whoever waits gets a turn in between.
    if (changeSet.changes.length > MANY) await nextTurn()
    emit({ type: 'changed', kind, changeSet })
    return ok(undefined)
  }

  /** Whether we may write: after a pause another may have taken the desk, and a folder that was gone may be back or not. */
  const stillOurs = async (): Promise<boolean> => {
    if (toldGone) await settleGone()
    const holder = await lock?.confirm('if-due')
    if (!holder) return true
    readOnly = holder
    problems.tell({
      file: 'lock',
      message: holder,
      kept: 'Everything that was shown as saved is in the desk.',
      next: 'Close the other Crossread, then open this desk again.',
    })
    return false
  }

  /** The folder was gone, the user was told, and acts again: go on if it is back, else write the whole desk anew. */
  const settleGone = async () => {
    const end = journal.end()
    const file = end && (await fs.stat(layout.month(end.month)))
    if (end === null || (file?.size ?? -1) < end.at) {
      await makeFolders(fs, layout)
      await lock?.confirm('now')
      await journal.restart()
      progress.stacks = { undo: null, redo: null }
      checkpointer.touchAll()
      await writeSettings(fs, layout, settings)
      if (!(await checkpointer.flush())) throw diskError('EIO', 'the desk could not be written anew')
      problems.tell({
        file: layout.folder,
        message: 'The desk’s folder was gone, so Crossread wrote the whole desk there anew.',
        kept: 'Every article, highlight and link is there.',
        next: 'What was done before can no longer be undone, and is missing in the history.',
      })
    }
    toldGone = false
  }

  const takeBack = (kind: 'undo' | 'redo') =>
    actions(async (): Promise<Result<Action>> => {
      const refused = refusal()
      if (refused) return refused
      const { undo, redo } = progress.stacks
      const top = kind === 'undo' ? undo : redo
      if (top === null) return fail(`nothing-to-${kind}`, `There is nothing to ${kind}.`)
      const entry = await readEntry(fs, layout, top).catch(() => null)
      if (entry === null) return forgetStack(kind, top.label)
      const action: Action = { label: top.label, changes: invertChanges(entry.changeSet.changes) }
      const done = await commit(kind, action, kind === 'undo' ? { undo: entry.undo, redo } : { undo, redo: entry.redo })
      return done.ok ? ok(action) : done
    })

  /** A line that cannot be read ends its stack: what lies below is only known from it. */
  const forgetStack = (kind: 'undo' | 'redo', label: string): Result<never> => {
    progress.stacks = { ...progress.stacks, [kind]: null }
    return fail('desk-broken', `“${label}” cannot be taken back: its line in the history cannot be read.`, {
      kept: 'The desk is as it was.',
      next: 'Change it by hand; what you do from now on can be undone.',
    })
  }

  const close = async () => {
    await actions(async () => undefined)
    checkpointer.stop()
    if (lock !== null && readOnly === null) await checkpointer.flush()
    await fileWork(async () => undefined)
    await journal.close()
    await lock?.release()
  }

  if (opened.behind) checkpointer.touch(opened.behind)
  else void backUpDaily()

  return {
    folder: layout.folder,
    record: opened.record,
    records,
    get readOnly() {
      return readOnly
    },
    act: <Extra>(plan: Plan<Extra>) =>
      actions(async (): Promise<Result<Action & Extra>> => {
        const refused = refusal()
        if (refused) return refused
        const context: ActionContext = { annotator: settings.annotator, now: time(), ids: opened.ids }
        const planned = plan(records, context)
        if (!planned.ok || planned.value.changes.length === 0) return planned
        const done = await commit('do', planned.value, { undo: progress.stacks.undo, redo: null })
        return done.ok ? planned : done
      }),
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    seq: () => progress.seq,
    asWritten: opened.asWritten,
    undoState: () => ({ undo: progress.stacks.undo?.label ?? null, redo: progress.stacks.redo?.label ?? null }),
    history: (before, limit) => readHistory(fs, layout, journal.end(), before, limit),
    saveState: save.state,
    problems: problems.all,
    dismissProblem: problems.dismiss,
    settings: () => settings,
    setSettings: (patch) =>
      actions(async (): Promise<Result<Settings>> => {
        const refused = refusal()
        if (refused) return refused
        const next = { ...settings, ...patch }
        try {
          await writeSettings(fs, layout, next)
        } catch (error) {
          return fail('save-failed', diskWords(error, layout.folder).message, {
            kept: NOT_MADE,
            next: diskWords(error, layout.folder).next,
          })
        }
        settings = next
        emit({ type: 'settings', settings })
        return ok(settings)
      }),
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
