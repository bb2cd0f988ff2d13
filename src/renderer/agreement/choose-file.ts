import type { AppModel } from '../state/app-model'

/** Lets the user pick a colleague's Crossread JSON, and compares the desk with it; nothing is imported. */
export async function chooseFile(app: AppModel): Promise<void> {
  const picked = await app.shell.openTextFiles('Compare with Crossread JSON', ['json'])
  if (!picked.ok) return app.toasts.showError(picked.error)
  const file = picked.value?.[0]
  if (!file) return
  const read = await app.ask('agreement.readFile', { name: file.name, contents: file.text })
  if (read === null) return
  app.agreement.file.set(read)
  app.router.go({ view: 'agreement', left: null, right: null, file: read.token, at: null })
}
