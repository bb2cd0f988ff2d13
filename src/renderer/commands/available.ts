import type { Command } from '#contract/commands'
import { asideRuns } from '../reader/asides'
import type { AppModel } from '../state/app-model'
import { orphansOf } from '../state/open-article'
import { chosenDisagreement, keptSide } from './agreement-commands'
import { isComparing } from './compare-commands'

/** An older revision is only read: nothing is tagged, moved or marked in it, but a caret may walk through it. */
const changesArticle = ({ id, menu }: Command) => menu === 'annotate' && id !== 'caret.toggle'

/** What a command acts on: the side of a comparison that was used last, where it is about an article; else the window. */
export function actingOn(app: AppModel, { when, section }: Command): AppModel {
  return when === 'always' && section !== 'Links' ? app : (app.acting.get() ?? app)
}

/** Whether a command can do something now; the palette and the menus grey out the others. */
export function isAvailable(window: AppModel, command: Command): boolean {
  const app = actingOn(window, command)
  const status = app.status.get()
  const reader = app.reader.store.get()
  if (command.only && command.only !== status.shell) return false
  if (command.id === 'desk.undo') return status.undo.undo !== null
  if (command.id === 'desk.redo') return status.undo.redo !== null
  const comparing = isComparing(window, command.id)
  if (comparing !== null) return comparing
  if (command.id === 'sample.add') return !status.hasSample
  if (command.id === 'sample.remove') return status.hasSample
  if (command.id === 'orphan.check') return reader.state === 'open' && orphansOf(reader.article).length > 0
  if (command.id === 'asides.toggle')
    return reader.state === 'open' && asideRuns(reader.article.revision.blocks).length > 0
  if (reader.state === 'open' && !reader.article.isNewest && changesArticle(command)) return false
  switch (command.when) {
    case 'always':
      return true
    case 'disagreement':
      return (keptSide(command.id) ?? 0) < (chosenDisagreement(app).chosen?.sides.length ?? 0)
    case 'article':
      return reader.state === 'open'
    case 'highlight':
      return reader.state === 'open' && app.reader.active.get() !== null
    case 'conflict':
      return app.router.route.get().view === 'conflicts' && app.conflicts.chosen().length > 0
    case 'passage':
      return reader.state === 'open' && (app.reader.selection.get() !== null || app.reader.active.get() !== null)
  }
}
