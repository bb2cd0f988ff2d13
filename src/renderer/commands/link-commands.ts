import type { CommandId } from '#contract/commands'
import { followTo, goBack, linksOf } from '../linking/follow'
import type { AppModel } from '../state/app-model'
import { readersInView } from '../state/comparing'
import type { CommandRunners } from './run'

/** Whether another article stands beside this one that has a highlight to link to. */
function hasNeighbours(app: AppModel): boolean {
  return readersInView(app).some((reader) => {
    const state = reader.store.get()
    return reader !== app.reader && state.state === 'open' && state.article.highlights.length > 0
  })
}

/** Making links, and going along them. */
export const linkCommands = {
  'link.new': (app) => {
    const from = app.reader.active.get()
    if (!from) return
    // Side by side the other highlight is most likely in view: the keys of the other side pick it.
    if (hasNeighbours(app)) app.linking.pairing.set(from)
    else app.dialog.set({ kind: 'link', from })
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
