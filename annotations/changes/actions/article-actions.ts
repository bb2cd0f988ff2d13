import type { Article, Revision } from '../../model/article'
import type { ArticleDetails, ArticleDraft } from '../../model/article-draft'
import type { ArticleId } from '../../model/ids'
import { fail, ok, type Result } from '../../model/result'
import type { ActionContext, Plan } from '../action'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'
import { pickAll, removalOf } from './removal'
import { counted, quoted, realChanges } from './wording'

/** Adds articles, each with its first revision. `ids` are in the order of the drafts. */
export function addArticles(drafts: readonly ArticleDraft[]): Plan<{ readonly ids: readonly ArticleId[] }> {
  return (_records, context) => {
    const made = drafts.map((draft) => make(draft, context))
    const [only] = drafts
    return ok({
      label: `Add ${only && drafts.length === 1 ? quoted(only.title) : counted(drafts.length, 'article')}`,
      changes: made.flatMap(({ article, revision }): Change[] => [
        { kind: 'article', id: article.id, before: null, after: article },
        { kind: 'revision', id: revision.id, before: null, after: revision },
      ]),
      ids: made.map(({ article }) => article.id),
    })
  }
}

function make(draft: ArticleDraft, { ids, now }: ActionContext): { article: Article; revision: Revision } {
  const { blocks, source, ...details } = draft
  const articleId = ids.article()
  const revision: Revision = { id: ids.revision(), articleId, added: now, source, blocks }
  return { article: { id: articleId, ...details, revisions: [revision.id], created: now, modified: now }, revision }
}

/** Changes what is known of an article besides its text. */
export function editArticle(
  id: ArticleId,
  patch: { readonly [K in keyof ArticleDetails]?: ArticleDetails[K] | undefined },
): Plan {
  return (records, { now }) => {
    const before = records.articles.get(id)
    if (!before) return articleMissing()
    const changed = realChanges<ArticleDetails>(before, patch)
    const label = `Edit ${quoted(changed.title ?? before.title)}`
    if (Object.keys(changed).length === 0) return ok({ label, changes: [] })
    return ok({ label, changes: [{ kind: 'article', id, before, after: { ...before, ...changed, modified: now } }] })
  }
}

/** Removes articles with their revisions, their highlights, and every link that touches one of these. */
export function removeArticles(ids: readonly ArticleId[], label?: string): Plan {
  return (records) => {
    const articles = pickAll(records.articles, ids)
    if (!articles) return articleMissing()
    const [only] = articles
    const what = only && articles.length === 1 ? quoted(only.title) : counted(articles.length, 'article')
    return ok({ label: label ?? `Remove ${what}`, changes: removalOf(records, { articles }) })
  }
}

/** Removes the articles that came with the sample, and all that was made on them. Does nothing where there are none. */
export const removeSample: Plan = (records, context) =>
  removeArticles(
    [...records.articles.values()].filter((article) => isSample(records, article)).map((article) => article.id),
    'Remove the sample',
  )(records, context)

/** Whether an article came with the sample. */
export function isSample(records: RecordsView, article: Article): boolean {
  return article.revisions.some((id) => records.revisions.get(id)?.source.kind === 'sample')
}

export function articleMissing(): Result<never> {
  return fail('not-found', 'This article is not in the desk any more.', {
    next: 'It may have been removed in another window: undo brings it back.',
  })
}
