import type { Action, ActionContext, Plan } from '#annotations/changes/action'
import { applyChangeSet } from '#annotations/changes/apply'
import type { Change, ChangeSet } from '#annotations/changes/change-set'
import { invertChanges } from '#annotations/changes/invert'
import { createRecords } from '#annotations/changes/records'
import {
  afterDo,
  afterRedo,
  afterUndo,
  EMPTY_UNDO_STACK,
  nextRedo,
  nextUndo,
  type UndoStack,
} from '#annotations/changes/undo-stack'
import { createIdSource, type IdSource } from '#annotations/model/ids'
import { fail, ok, type Result } from '#annotations/model/result'
import type { DeskProblem, SaveState, Settings } from '#contract/views'
import type { Desk, DeskEvent, HistoryLine, JournalKind } from '#main/desk/desk'

export const testIds = (): IdSource =>
  createIdSource(
    () => Date.now(),
    (bytes) => crypto.getRandomValues(bytes),
  )

/** A desk that keeps the rules of the real one and writes nothing. `tell` sends an event as the store would. */
export type MemoryDesk = Desk & { readonly tell: (event: DeskEvent) => void }

export function createMemoryDesk(options: { readonly problems?: readonly DeskProblem[] } = {}): MemoryDesk {
  const records = createRecords()
  const ids = testIds()
  const listeners = new Set<(event: DeskEvent) => void>()
  const lines: HistoryLine[] = []
  let stack: UndoStack<ChangeSet> = EMPTY_UNDO_STACK
  let settings: Settings = { annotator: 'Test Annotator', theme: 'system' }
  let save: SaveState = { state: 'saved', at: null }
  let problems = options.problems ?? []

  const tell = (event: DeskEvent) => {
    for (const listener of listeners) listener(event)
  }
  const context = (): ActionContext => ({ annotator: settings.annotator, now: new Date().toISOString(), ids })
  const commit = (kind: JournalKind, label: string, changes: readonly Change[], move: (made: ChangeSet) => void) => {
    const { annotator, now: at } = context()
    const changeSet: ChangeSet = { id: ids.changeSet(), label, annotator, at, changes }
    const applied = applyChangeSet(records, changeSet)
    if (!applied.ok) return applied
    lines.unshift({ kind, changeSet })
    move(changeSet)
    save = { state: 'saved', at }
    tell({ type: 'changed', kind, changeSet })
    tell({ type: 'save', save })
    return ok({ label, changes })
  }

  return {
    folder: '/desk',
    record: { id: ids.desk(), name: 'Test desk', created: new Date().toISOString() },
    records,
    readOnly: null,
    async act<Extra>(plan: Plan<Extra>): Promise<Result<Action & Extra>> {
      const planned = plan(records, context())
      if (!planned.ok || planned.value.changes.length === 0) return planned
      const done = commit('do', planned.value.label, planned.value.changes, (made) => {
        stack = afterDo(stack, made)
      })
      return done.ok ? planned : done
    },
    async undo() {
      const last = nextUndo(stack)
      if (!last) return fail('nothing-to-undo', 'There is nothing to undo.')
      return commit('undo', last.label, invertChanges(last.changes), () => {
        stack = afterUndo(stack)
      })
    },
    async redo() {
      const last = nextRedo(stack)
      if (!last) return fail('nothing-to-redo', 'There is nothing to redo.')
      return commit('redo', last.label, last.changes, () => {
        stack = afterRedo(stack)
      })
    },
    seq: () => lines.length,
    asWritten: true,
    undoState: () => ({ undo: nextUndo(stack)?.label ?? null, redo: nextRedo(stack)?.label ?? null }),
    async history(before, limit) {
      const from = before === null ? 0 : lines.findIndex((line) => line.changeSet.id === before) + 1
      const page = lines.slice(from, from + limit)
      const last = page.at(-1)
      return ok({ lines: page, next: last && from + limit < lines.length ? last.changeSet.id : null })
    },
    saveState: () => save,
    problems: () => problems,
    dismissProblem(id) {
      problems = problems.filter((problem) => problem.id !== id)
      tell({ type: 'problems', problems })
    },
    settings: () => settings,
    async setSettings(patch) {
      settings = { ...settings, ...patch }
      tell({ type: 'settings', settings })
      return ok(settings)
    },
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => undefined,
    tell,
  }
}
