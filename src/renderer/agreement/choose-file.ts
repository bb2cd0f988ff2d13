import { MOST_SIDES } from '#contract/agreement-methods'
import { EVERYONE } from '../state/agreement'
import type { AppModel } from '../state/app-model'

/** Lets the user pick a colleague's Crossread JSON, and compares with it too; nothing is imported. */
export async function chooseFile(app: AppModel): Promise<void> {
  const picked = await app.shell.openTextFiles('Compare with Crossread JSON', ['json'])
  if (!picked.ok) return app.toasts.showError(picked.error)
  const file = picked.value?.[0]
  if (!file) return
  const read = await app.ask('agreement.readFile', { name: file.name, contents: file.text })
  if (read === null) return
  app.agreement.files.set((files) => [...files, read])
  const state = app.agreement.store.get()
  const before = state.state === 'ready' ? state.sides : []
  // Annotators of this desk give way to all of it; who is compared with files already stays.
  const others = before.some((side) => side.file !== null) ? before.slice(0, MOST_SIDES - 1) : [EVERYONE]
  app.router.go({
    ...app.agreement.last.get(),
    sides: [...others, { file: read.token, annotator: null }],
    pair: null,
    tags: [],
    at: null,
  })
}
