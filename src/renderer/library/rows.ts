import type { Tag } from '#annotations/model/highlight'
import { fold } from '#annotations/text/fold'
import type { ArticleSummary } from '#contract/views'
import type { LibrarySort } from '../state/library-route'
import { languageName } from '../ui/format'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Folding hundreds of titles at every key press would be felt; a summary is replaced whenever its article changes. */
const searchTexts = new WeakMap<ArticleSummary, string>()

/** The articles in which every word of `filter` occurs, in title, publisher, byline or language. */
export function filterArticles(articles: Iterable<ArticleSummary>, filter: string): ArticleSummary[] {
  const words = fold(filter).split(' ').filter(Boolean)
  return Array.from(articles).filter((summary) => {
    const text = searchText(summary)
    return words.every((word) => text.includes(word))
  })
}

/** A sorted copy. What is unknown comes last either way; equals are ordered by title, then by id, so that nothing jumps. */
export function sortArticles(articles: Iterable<ArticleSummary>, sort: LibrarySort): ArticleSummary[] {
  const sign = sort.descending ? -1 : 1
  // Read once each: a comparison that parses dates would do so thousands of times.
  return Array.from(articles, (summary) => ({ summary, value: sortValue(summary, sort.column) }))
    .sort((a, b) => compareValues(a.value, b.value, sign) || compareTitles(a.summary, b.summary))
    .map(({ summary }) => summary)
}

/** The articles with highlights that wait for a place in a new text, in the sidebar's order. */
export function articlesToCheck(articles: Iterable<ArticleSummary>): ArticleSummary[] {
  return sortArticles(articles, { column: 'published', descending: true }).filter(({ orphans }) => orphans > 0)
}

function compareTitles({ article: a }: ArticleSummary, { article: b }: ArticleSummary): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
}

type Value = string | number | null

function compareValues(a: Value, b: Value, sign: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * collator.compare(String(a), String(b))
}

function sortValue({ article, counts, links }: ArticleSummary, column: LibrarySort['column']): Value {
  switch (column) {
    case 'title':
      return article.title
    case 'publisher':
      return article.publisher
    case 'published':
      return article.published === null ? null : Date.parse(article.published)
    case 'language':
      return article.language === null ? null : languageName(article.language)
    case 'links':
      return links
    default:
      return counts[column satisfies Tag]
  }
}

function searchText(summary: ArticleSummary): string {
  const known = searchTexts.get(summary)
  if (known !== undefined) return known
  const { title, publisher, byline, language } = summary.article
  const parts = [title, publisher, byline, language, language && languageName(language)]
  const text = fold(parts.filter(Boolean).join(' '))
  searchTexts.set(summary, text)
  return text
}
