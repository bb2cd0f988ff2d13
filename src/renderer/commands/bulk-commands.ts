import type { CommandId } from '#contract/commands'
import { count } from '../ui/format'
import { highlightCommands } from './highlight-commands'
import type { CommandRunners } from './run'

/** Selecting highlights of the open article without a mouse; the bar below then acts on them. */
export const bulkCommands = {
  'bulk.pick': (app) => {
    const id = app.reader.active.get()
    if (id === null) return
    app.picked.set([id], !app.picked.ids.get().has(id))
    app.announcement.set(`${count(app.picked.ids.get().size, 'highlight')} selected`)
  },
  'bulk.pickNext': (app) => {
    const id = app.reader.active.get()
    if (id === null) return
    highlightCommands['highlight.next'](app)
    const next = app.reader.active.get()
    app.picked.set(next === null ? [id] : [id, next], true)
  },
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
