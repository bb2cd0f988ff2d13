import type { Command } from '#contract/commands'
import type { AppModel } from '../state/app-model'

/** Whether a command can do something now; the palette and the menus grey out the others. */
export function isAvailable(app: AppModel, command: Command): boolean {
  const status = app.status.get()
  const reader = app.reader.store.get()
  if (command.only && command.only !== status.shell) return false
  if (command.id === 'desk.undo') return status.undo.undo !== null
  if (command.id === 'desk.redo') return status.undo.redo !== null
  if (command.id === 'sample.add') return !status.hasSample
  if (command.id === 'sample.remove') return status.hasSample
  switch (command.when) {
    case 'always':
      return true
    case 'article':
      return reader.state === 'open'
    case 'highlight':
      return reader.state === 'open' && app.reader.active.get() !== null
    case 'passage':
      return reader.state === 'open' && (app.reader.selection.get() !== null || app.reader.active.get() !== null)
  }
}
