import { putGreatestLast } from './put-greatest-last'
import type { TextIndex } from './text-index'

/** What a query found, the best articles first. */
export type Found = {
  readonly total: { readonly articles: number; readonly highlights: number; readonly links: number }
  readonly groups: readonly FoundGroup[]
  /** Words that are nowhere, or not with the others, and the like ones that were taken instead. */
  readonly alike: readonly { readonly word: string; readonly instead: readonly string[] }[]
}

/** One article of the page. */
export type FoundGroup = {
  readonly articleId: string
  /** Whether its text or title is a hit. */
  readonly text: boolean
  /** Ids of highlights and links, the best first; `more` were found and left out. */
  readonly records: readonly string[]
  readonly more: number
}

const MOST_RECORDS = 6
/** An article is at most one of 4,194,304, so that it fits beside its score into one number to sort. */
const ARTICLES = 2 ** 22

/** The articles of one page, with their hits, of those documents in the index's space that pass. */
export function pageOfDocs(
  index: TextIndex,
  passes: (doc: number) => boolean,
  offset: number,
  limit: number,
): Omit<Found, 'alike'> {
  const total = rankArticles(index, passes)
  const { docs, docCount, scores, order, shownAt } = index.space
  const ranked = order.subarray(0, total.articles)
  putGreatestLast(ranked, offset + limit)
  const groups: Group[] = []
  for (const key of ranked.subarray(Math.max(0, ranked.length - offset - limit), Math.max(0, ranked.length - offset))) {
    const article = ARTICLES - 1 - (key % ARTICLES)
    shownAt[article] = groups.push({ articleId: index.articles[article]?.id ?? '', text: false, records: [] })
  }
  for (let i = 0; i < docCount; i++) {
    const doc = docs[i] ?? 0
    const shown = shownAt[index.articleOf(doc)] ?? 0
    if (shown === 0) continue
    const group = groups[shown - 1]
    const id = index.docIds[doc]
    if (!group || !id) continue
    if (index.kindOf(doc) === 'text') group.text = true
    else group.records.push({ id, score: scores[doc] ?? 0 })
  }
  return { total, groups: groups.reverse().map(foundGroup) }
}

type Group = { readonly articleId: string; text: boolean; readonly records: { id: string; score: number }[] }

function foundGroup({ articleId, text, records }: Group): FoundGroup {
  return {
    articleId,
    text,
    records: records
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_RECORDS)
      .map(({ id }) => id),
    more: Math.max(0, records.length - MOST_RECORDS),
  }
}

/** Drops the documents that do not pass, and gathers the others' articles, each by its best score, in one number to sort. */
function rankArticles(index: TextIndex, passes: (doc: number) => boolean): Found['total'] {
  const { space } = index
  const { docs, scores, best, order, shownAt } = space
  const known = index.articles.length
  best.fill(-1, 0, known)
  shownAt.fill(0, 0, known)
  let count = 0
  let articles = 0
  let highlights = 0
  let links = 0
  for (let i = 0; i < space.docCount; i++) {
    const doc = docs[i] ?? 0
    if (!passes(doc)) continue
    docs[count++] = doc
    const article = index.articleOf(doc)
    const kind = index.kindOf(doc)
    if (kind === 'highlight') highlights++
    else if (kind === 'link') links++
    best[article] = Math.max(best[article] ?? 0, scores[doc] ?? 0)
  }
  space.docCount = count
  for (let article = 0; article < known; article++) {
    const score = best[article] ?? -1
    if (score >= 0) order[articles++] = Math.round(score * 1_000) * ARTICLES + (ARTICLES - 1 - article)
  }
  return { articles, highlights, links }
}
