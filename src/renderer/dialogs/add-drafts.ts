import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppModel } from '../state/app-model'
import { WHOLE_LIBRARY } from '../state/library-route'
import { fromForm } from './article-form'
import type { ImportRow } from './use-import'

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
  else app.router.go(WHOLE_LIBRARY)
  return true
}

/**
 * Adds what was chosen in the preview: all articles in one action, then each revision in one of its own, so that each can be taken
 * back with the places of its highlights. False when the desk refused.
 */
export async function addRows(app: AppModel, rows: readonly ImportRow[], leftOut: string | null): Promise<boolean> {
  const drafts = rows
    .filter(({ asRevision }) => !asRevision)
    .map(({ draft, form }) => ({ ...draft, ...fromForm(form, draft.published) }))
  if (drafts.length > 0 && !(await addDrafts(app, drafts, leftOut))) return false
  for (const { draft, twin, asRevision } of rows) {
    if (!asRevision || !twin?.id) continue
    const { blocks, source } = draft
    if (!(await app.act('revision.add', { articleId: twin.id, blocks, source }, 'toast'))) return false
    if (drafts.length === 0) app.router.go({ view: 'article', id: twin.id, highlight: null })
  }
  return true
}

/** Whether the library has an article of this title already: most likely the same one, added twice. */
export function isInDesk(app: AppModel, title: string): boolean {
  const library = app.library.store.get()
  if (library.state !== 'ready') return false
  const wanted = title.trim().toLowerCase()
  return [...library.articles.values()].some(({ article }) => article.title.toLowerCase() === wanted)
}
