import { addArticles, editArticle, removeArticles } from '#annotations/changes/actions/article-actions'
import type { RecordsView } from '#annotations/changes/records'
import { compareHighlights } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import { fail, ok, type Result } from '#annotations/model/result'
import type { ArticleView } from '#contract/views'
import { readPlainText } from '#main/import/plain-text'
import type { Desk } from '../desk'
import { briefsOf } from './briefs'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'
import type { Summaries } from './summaries'

export function articleHandlers(desk: Desk, summaries: Summaries): HandlersOf<'article'> {
  return {
    'article.list': () => ok(summaries.all()),
    'article.open': ({ id }) => viewOf(desk.records, id),
    'article.read': ({ source, text }) => readPlainText(text, source),
    'article.add': async ({ drafts }) => toDone(await desk.act(addArticles(drafts)), ({ ids }) => ({ ids })),
    'article.edit': async ({ id, patch }) => toDone(await desk.act(editArticle(id, patch))),
    'article.remove': async ({ ids }) => toDone(await desk.act(removeArticles(ids))),
  }
}

function viewOf(records: RecordsView, id: ArticleId): Result<ArticleView> {
  const article = records.articles.get(id)
  const revisionId = article?.revisions.at(-1)
  const revision = revisionId === undefined ? undefined : records.revisions.get(revisionId)
  if (!article || !revision) {
    return fail('not-found', 'This article is not in the desk any more.', { next: 'Undo may bring it back.' })
  }
  const highlights = [...records.highlightsOf(id)].flatMap((one) => records.highlights.get(one) ?? [])
  const links = linksOf(
    records,
    highlights.map((highlight) => highlight.id),
  )
  const ends = links.flatMap((link) => [link.from, link.to])
  return ok({
    article,
    revision,
    highlights: highlights.sort(compareHighlights),
    links,
    briefs: briefsOf(records, ends),
  })
}

function linksOf(records: RecordsView, highlights: readonly HighlightId[]): readonly Link[] {
  const ids = new Set(highlights.flatMap((id) => [...records.linksOf(id)]))
  return [...ids].flatMap((id) => records.links.get(id) ?? [])
}
