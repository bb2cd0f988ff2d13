import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppModel } from '../state/app-model'

/**
 * Adds articles in one action and shows them: one is opened, several are shown in the library. False when the desk refused.
 *
 * @param leftOut what did not come in and why; null when everything did
 */
export async function addDrafts(
  app: AppModel,
  drafts: readonly ArticleDraft[],
  leftOut: string | null = null,
): Promise<boolean> {
  const done =
    leftOut === null ? await app.act('article.add', { drafts }, 'toast') : await app.ask('article.add', { drafts })
  if (!done) return false
  if (leftOut !== null) {
    app.announcement.set(`${done.label}. ${leftOut}`)
    app.toasts.show({ tone: 'warning', message: done.label, detail: leftOut, undo: true })
  }
  const [id] = done.ids
  if (id && done.ids.length === 1) app.router.go({ view: 'article', id, highlight: null })
  else app.router.go({ view: 'library' })
  return true
}

/** Whether the library has an article of this title already: most likely the same one, added twice. */
export function isInDesk(app: AppModel, title: string): boolean {
  const library = app.library.store.get()
  if (library.state !== 'ready') return false
  const wanted = title.trim().toLowerCase()
  return [...library.articles.values()].some(({ article }) => article.title.toLowerCase() === wanted)
}
