import { isSample } from '#annotations/changes/actions/article-actions'
import type { Change } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { Article, Revision } from '#annotations/model/article'
import { type Highlight, isOrphan, type Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { ArticleSummary } from '#contract/views'
import { countWords } from './count-words'

type Counts = { -readonly [T in Tag]: number } & { links: number; orphans: number }

/** What the library shows of each article, kept up from change sets, so that an action costs the same in any desk. */
export type Summaries = {
  readonly of: (id: ArticleId) => ArticleSummary | null
  readonly all: () => readonly ArticleSummary[]
  readonly hasSample: () => boolean
  /** Takes in a change set that the records have taken in already; answers the articles whose summary it touched. */
  readonly update: (changes: readonly Change[]) => ReadonlySet<ArticleId>
}

export function createSummaries(records: RecordsView): Summaries {
  const counts = new Map<ArticleId, Counts>()
  const wordsOf = new Map<RevisionId, number>()
  const sample = new Set<ArticleId>()

  const countsOf = (id: ArticleId): Counts => {
    const known = counts.get(id)
    if (known) return known
    const fresh = { claim: 0, attribution: 0, denial: 0, links: 0, orphans: 0 }
    counts.set(id, fresh)
    return fresh
  }
  const countLink = (link: Link, step: 1 | -1, articleOf: (id: HighlightId) => ArticleId | undefined) => {
    const ends = new Set([articleOf(link.from), articleOf(link.to)])
    for (const id of ends) if (id !== undefined) countsOf(id).links += step
    return ends
  }
  /** Only an article of several revisions has any, and only then are its highlights looked at one by one. */
  const countOrphans = (article: Article) => {
    let orphans = 0
    if (article.revisions.length > 1) {
      for (const id of records.highlightsOf(article.id)) {
        const highlight = records.highlights.get(id)
        if (highlight && isOrphan(highlight, article)) orphans++
      }
    }
    countsOf(article.id).orphans = orphans
  }
  const currentRevision = (article: Article): Revision | undefined => {
    const id = article.revisions.at(-1)
    return id === undefined ? undefined : records.revisions.get(id)
  }
  const noteSample = (id: ArticleId) => {
    const article = records.articles.get(id)
    if (article && isSample(records, article)) sample.add(id)
    else sample.delete(id)
  }
  const words = (article: Article): number => {
    const revision = currentRevision(article)
    if (!revision) return 0
    const known = wordsOf.get(revision.id)
    if (known !== undefined) return known
    const count = countWords(revision.blocks, article.language)
    wordsOf.set(revision.id, count)
    return count
  }
  const summarize = (article: Article): ArticleSummary => {
    const { links, orphans, ...tags } = countsOf(article.id)
    return { article, words: words(article), counts: tags, links, orphans, sample: sample.has(article.id) }
  }

  const articleInDesk = (id: HighlightId) => records.highlights.get(id)?.articleId
  for (const id of records.articles.keys()) noteSample(id)
  for (const { articleId, tag } of records.highlights.values()) countsOf(articleId)[tag]++
  for (const link of records.links.values()) countLink(link, 1, articleInDesk)
  for (const article of records.articles.values()) countOrphans(article)

  return {
    of(id) {
      const article = records.articles.get(id)
      return article ? summarize(article) : null
    },
    all: () => Array.from(records.articles.values(), summarize),
    hasSample: () => sample.size > 0,
    update(changes) {
      const touched = new Set<ArticleId>()
      const gone = removedHighlights(changes)
      const articleOf = (id: HighlightId) => articleInDesk(id) ?? gone.get(id)
      const touch = (ids: Iterable<ArticleId | undefined>) => {
        for (const id of ids) if (id !== undefined) touched.add(id)
      }
      for (const change of changes) {
        if (change.kind === 'link') {
          if (change.before) touch(countLink(change.before, -1, articleOf))
          if (change.after) touch(countLink(change.after, 1, articleOf))
        } else if (change.kind === 'highlight') {
          if (change.before) countsOf(change.before.articleId)[change.before.tag]--
          if (change.after) countsOf(change.after.articleId)[change.after.tag]++
          touch([change.before?.articleId, change.after?.articleId])
        } else if (change.kind === 'revision') {
          wordsOf.delete(change.id)
          touch([change.before?.articleId, change.after?.articleId])
        } else if (change.kind === 'article') {
          const revision = change.after?.revisions.at(-1)
          if (revision && change.before?.language !== change.after?.language) wordsOf.delete(revision)
          touched.add(change.id)
        }
      }
      for (const id of touched) {
        noteSample(id)
        const article = records.articles.get(id)
        if (article) countOrphans(article)
        else counts.delete(id)
      }
      return touched
    },
  }
}

/** Where the highlights were that a change set removed: its links must be taken off their articles' counts. */
function removedHighlights(changes: readonly Change[]): ReadonlyMap<HighlightId, Highlight['articleId']> {
  const gone = new Map<HighlightId, Highlight['articleId']>()
  for (const change of changes)
    if (change.kind === 'highlight' && change.before) gone.set(change.id, change.before.articleId)
  return gone
}
