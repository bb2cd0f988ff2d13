import type { ArticleId } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { sortArticles } from '../library/rows'
import type { OpenArticle } from '../state/open-article'

type Linked = Pick<OpenArticle, 'article' | 'links' | 'briefs'>

/** How many links every article of the desk has with those that are open; one among themselves counts for neither. */
export function linkedArticles(open: readonly (Linked | null)[]): ReadonlyMap<ArticleId, number> {
  const counts = new Map<ArticleId, number>()
  for (const shown of open) {
    if (!shown) continue
    for (const { from, to } of shown.links.values()) {
      const ends = [shown.briefs.get(from)?.articleId, shown.briefs.get(to)?.articleId]
      for (const id of ends) if (id && id !== shown.article.id) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}

/** The articles to choose from: the most linked first, then the newest. Those that stand beside come last: hardly anybody wants one twice. */
export function orderChoices(
  articles: Iterable<ArticleSummary>,
  links: ReadonlyMap<ArticleId, number>,
  beside: ReadonlySet<ArticleId>,
): ArticleSummary[] {
  const worth = ({ article: { id } }: ArticleSummary) => (beside.has(id) ? -1 : (links.get(id) ?? 0))
  const sorted = sortArticles(articles, { column: 'published', descending: true })
  return sorted.sort((a, b) => worth(b) - worth(a))
}

/** The articles in the order in which they stood, as far as they did; those that have come since follow. What is pointed at stays where it is. */
export function keepOrder(articles: readonly ArticleSummary[], stood: readonly ArticleId[]): readonly ArticleSummary[] {
  const places = new Map(stood.map((id, at) => [id, at]))
  const placeOf = ({ article }: ArticleSummary) => places.get(article.id) ?? places.size
  return articles.toSorted((a, b) => placeOf(a) - placeOf(b))
}
