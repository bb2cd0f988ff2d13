import type { RecordsView } from '../../changes/records'
import { type Article, type Revision, textOf } from '../../model/article'
import type { ArticleId, RevisionId } from '../../model/ids'
import { groupBy } from '../documents'
import type { Incoming } from './incoming'

/** Whose articles and texts of this desk those of a file are, though they have other ids. */
export type Matches = {
  readonly articles: ReadonlyMap<ArticleId, ArticleId>
  readonly revisions: ReadonlyMap<RevisionId, RevisionId>
}

/**
 * Finds the articles of a file that two analysts added each for herself: the same text to the letter, or else the same
 * address. Articles whose id this desk knows, or knew, are none of these.
 */
export function matchArticles(
  records: RecordsView,
  { articles, revisions }: Incoming,
  isKnown: (id: ArticleId) => boolean,
): Matches {
  const strangers = articles.filter(({ id }) => !isKnown(id))
  const [ofArticle, ofRevision] = [new Map<ArticleId, ArticleId>(), new Map<RevisionId, RevisionId>()]
  if (strangers.length === 0 || records.articles.size === 0) return { articles: ofArticle, revisions: ofRevision }

  const theirs = groupBy(revisions, ({ articleId }) => articleId)
  const texts = new Map<string, Revision>()
  for (const revision of records.revisions.values()) texts.set(textOf(revision.blocks), revision)
  const urls = new Map<string, Article>()
  for (const article of records.articles.values()) if (article.url !== null) urls.set(article.url, article)

  for (const { id, url } of strangers) {
    const own = theirs.get(id) ?? []
    const same = own.toReversed().flatMap(({ blocks }) => texts.get(textOf(blocks)) ?? [])[0]
    const match = same ? records.articles.get(same.articleId) : url === null ? undefined : urls.get(url)
    if (!match) continue
    ofArticle.set(id, match.id)
    for (const revision of own) {
      const twin = texts.get(textOf(revision.blocks))
      if (twin?.articleId === match.id) ofRevision.set(revision.id, twin.id)
    }
  }
  return { articles: ofArticle, revisions: ofRevision }
}

/** The records of a file, with the ids that this desk has for the same articles and texts; those texts are left out. */
export function withMatches(incoming: Incoming, { articles, revisions }: Matches): Incoming {
  if (articles.size === 0) return incoming
  const home = (id: ArticleId) => articles.get(id) ?? id
  return {
    ...incoming,
    articles: incoming.articles.filter(({ id }) => !articles.has(id)),
    revisions: incoming.revisions
      .filter(({ id }) => !revisions.has(id))
      .map((revision) => ({ ...revision, articleId: home(revision.articleId) })),
    highlights: incoming.highlights.map((one) =>
      articles.has(one.articleId)
        ? { ...one, articleId: home(one.articleId), revisionId: revisions.get(one.revisionId) ?? one.revisionId }
        : one,
    ),
  }
}
