import type { CommandId } from '#contract/commands'
import { followTo, goBack, linksOf } from '../linking/follow'
import type { CommandRunners } from './run'

/** Making links, and going along them. */
export const linkCommands = {
  'link.new': (app) => {
    const from = app.reader.active.get()
    if (from) app.dialog.set({ kind: 'link', from })
  },
  'link.follow': (app) => {
    const from = app.reader.active.get()
    if (!from) return
    const [first, ...others] = linksOf(app, from)
    if (!first) app.announcement.set('This highlight has no links yet. Press L to link it.')
    else if (others.length > 0) app.dialog.set({ kind: 'follow', from })
    else followTo(app, from, first.other)
  },
  'link.back': (app) => {
    if (!goBack(app)) app.announcement.set('There is no link to go back from.')
  },
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
