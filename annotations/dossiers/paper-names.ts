import type { RecordsView } from '../changes/records'
import type { Article } from '../model/article'
import type { ArticleId } from '../model/ids'
import { fold } from '../text/fold'

/**
 * What the papers of a desk are called: by their publisher, or by the title of the article where none is known. Articles that would
 * be called the same by their titles are told apart by site, by day, or by number.
 */
export function paperNames(records: RecordsView): (id: ArticleId) => string {
  const alike = new Map<string, Article[]>()
  for (const article of records.articles.values()) {
    if (article.publisher !== null) continue
    const key = fold(article.title)
    const group = alike.get(key)
    if (group) group.push(article)
    else alike.set(key, [article])
  }
  const told = new Map<ArticleId, string>()
  for (const group of alike.values()) {
    if (group.length === 1) continue
    const marks = marksOf(group.sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const [at, { id, title }] of group.entries()) told.set(id, `${title} (${marks[at]})`)
  }
  return (id) => {
    const article = records.articles.get(id)
    return told.get(id) ?? article?.publisher ?? article?.title ?? ''
  }
}

/** The first thing that tells all of them apart. */
function marksOf(group: readonly Article[]): readonly string[] {
  const sites = group.map(({ url }) => url && new URL(url).hostname.replace(/^www\./, ''))
  const days = group.map(({ published }) => published?.slice(0, '2023-05-04'.length) ?? null)
  return distinct(sites) ?? distinct(days) ?? group.map((_, at) => String(at + 1))
}

function distinct(marks: readonly (string | null)[]): readonly string[] | null {
  const known = marks.filter((mark) => mark !== null)
  return known.length === marks.length && new Set(known).size === known.length ? known : null
}
