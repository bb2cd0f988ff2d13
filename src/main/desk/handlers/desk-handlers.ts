import { ok } from '#annotations/model/result'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { exchangeHandlers } from './exchange'
import type { HandlersOf } from './handlers-of'
import type { ShellPort } from './shell-port'
import type { Summaries } from './summaries'

/** State, undo and redo; carrying the desk in and out of files is in `exchange.ts`. */
export function deskHandlers(
  desk: Desk,
  shell: ShellPort,
  summaries: Summaries,
  version: string,
): Omit<HandlersOf<'desk'>, keyof ReturnType<typeof exchangeHandlers>> {
  return {
    'desk.status': () =>
      ok({
        name: desk.record.name,
        folder: desk.folder,
        version,
        readOnly: desk.readOnly,
        settings: desk.settings(),
        undo: desk.undoState(),
        save: desk.saveState(),
        problems: desk.problems(),
        shell: shell.kind,
        hasSample: summaries.hasSample(),
        conflicts: desk.records.conflicts.size,
      }),
    'desk.undo': async () => toDone(await desk.undo()),
    'desk.redo': async () => toDone(await desk.redo()),
    'desk.dismissProblem'({ id }) {
      desk.dismissProblem(id)
      return ok(null)
    },
  }
}
