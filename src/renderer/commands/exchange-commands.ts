import type { Kept } from '#contract/exchange-views'
import type { AppModel } from '../state/app-model'
import { ANY_CONFLICT } from '../state/conflicts-route'
import { ANNOTATION_FILES } from '../state/exchanging'
import type { CommandRunners } from './run'

async function pick(app: AppModel, folder: boolean): Promise<void> {
  const title = folder ? 'Import a folder, or merge a desk' : 'Import'
  const picked = await app.shell.pickFiles(title, ANNOTATION_FILES, folder)
  if (!picked.ok) app.toasts.showError(picked.error)
  else if (picked.value && picked.value.kind !== 'page' && picked.value.files.length > 0)
    app.dialog.set({ kind: 'import', source: picked.value })
}

const decide = (kept: Kept) => async (app: AppModel) => {
  const ids = app.conflicts.chosen()
  if (ids.length > 0) await app.act('conflict.decide', { ids, kept })
}

/** Import, merge, and deciding what they left. */
export const exchangeCommands = {
  'desk.import': (app) => pick(app, false),
  'desk.importFolder': (app) => pick(app, true),
  'view.conflicts': (app) => app.router.go(ANY_CONFLICT),
  'conflict.keepHere': decide('here'),
  'conflict.takeOther': decide('other'),
} satisfies Partial<CommandRunners>
