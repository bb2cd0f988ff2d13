import { type Command, type CommandId, commandById } from '#contract/commands'
import type { AppModel } from '../state/app-model'
import { agreementCommands } from './agreement-commands'
import { actingOn, isAvailable } from './available'
import { bulkCommands } from './bulk-commands'
import { compareCommands } from './compare-commands'
import { deskCommands } from './desk-commands'
import { exchangeCommands } from './exchange-commands'
import { highlightCommands } from './highlight-commands'
import { linkCommands } from './link-commands'
import { readerCommands } from './reader-commands'
import { revisionCommands } from './revision-commands'

export type CommandRunners = { readonly [Id in CommandId]: (app: AppModel) => unknown }

const runners: CommandRunners = {
  ...deskCommands,
  ...exchangeCommands,
  ...highlightCommands,
  ...readerCommands,
  ...linkCommands,
  ...revisionCommands,
  ...compareCommands,
  ...bulkCommands,
  ...agreementCommands,
}

/** Runs a command of the table, from wherever it was chosen; false when it can do nothing now. */
export function runCommand(app: AppModel, id: CommandId): boolean {
  const command = commandById.get(id)
  if (!command) return false
  const tagging = actingOn(app, command).reader.tagging.get()
  if (tagging && meansActive(app, command)) {
    void tagging.then(() => runCommand(app, id))
    return true
  }
  if (!isAvailable(app, command)) return false
  void runners[id](actingOn(app, command))
  return true
}

/** Whether a command is about the active highlight, and not about words that are selected. */
function meansActive(app: AppModel, command: Command): boolean {
  return (
    command.when === 'highlight' ||
    (command.when === 'passage' && actingOn(app, command).reader.selection.get() === null)
  )
}
