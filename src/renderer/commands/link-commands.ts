import type { CommandId } from '#contract/commands'
import type { CommandRunners } from './run'

/** Making links, and going along them. */
export const linkCommands = {
  'link.new': (app) => {
    const from = app.reader.active.get()
    if (from) app.dialog.set({ kind: 'link', from })
  },
  'link.follow': () => undefined,
  'link.back': (app) => app.router.back(),
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
