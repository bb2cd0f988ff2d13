import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppModel } from '../state/app-model'

/** Adds articles and shows them: one is opened, several are shown in the library. False when the desk refused. */
export async function addDrafts(app: AppModel, drafts: readonly ArticleDraft[]): Promise<boolean> {
  const done = await app.act('article.add', { drafts }, 'toast')
  if (!done) return false
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
