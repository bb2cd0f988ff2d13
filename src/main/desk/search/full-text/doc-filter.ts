import type { Filters } from '#annotations/search/query'
import { relationBits, type TextIndex } from './text-index'

/** Whether a document is alive and passes the filters. Articles and speakers are judged once each. */
export function passesFilters(index: TextIndex, filters: Filters): (doc: number) => boolean {
  const { tags, relations, speakers, publishers, articles, date, linked } = filters
  const { docIds } = index
  const bits = relationBits(relations)
  const ofHighlights = tags.length > 0 || speakers.length > 0 || linked !== null
  const ofArticles = publishers.length > 0 || articles.length > 0 || date !== null
  if (!ofHighlights && !ofArticles && bits === 0) return (doc) => docIds[doc] !== null
  const articleFits = judgeOnce(index.articles.length, (at) => {
    const article = index.articles[at]
    if (!article) return false
    if (publishers.length > 0 && !publishers.some((words) => hasWords(article.publisher, words))) return false
    if (articles.length > 0 && !articles.some(({ id, words }) => id === article.id || hasWords(article.title, words)))
      return false
    if (date === null) return true
    if (article.day === null) return false
    return (date.from === null || article.day >= date.from) && (date.to === null || article.day <= `${date.to}~`)
  })
  const speakerFits = judgeOnce(index.speakers.length, (at) =>
    speakers.some((words) => hasWords(index.speakers[at] ?? '', words)),
  )
  return (doc) => {
    if (docIds[doc] === null) return false
    if (ofHighlights && index.kindOf(doc) !== 'highlight') return false
    const tag = tags.length > 0 ? index.tagOf(doc) : null
    if (tags.length > 0 && (tag === null || !tags.includes(tag))) return false
    if (linked !== null && (index.relationsOf(doc) !== 0) !== linked) return false
    if (bits !== 0 && (index.relationsOf(doc) & bits) === 0) return false
    if (speakers.length > 0 && !speakerFits(index.speakerOf(doc))) return false
    return !ofArticles || articleFits(index.articleOf(doc))
  }
}

function hasWords(spaced: string, words: readonly string[]): boolean {
  return words.every((word) => spaced.includes(` ${word}`))
}

function judgeOnce(count: number, judge: (at: number) => boolean): (at: number) => boolean {
  const known = new Uint8Array(count)
  return (at) => {
    if (known[at] === 0) known[at] = judge(at) ? 1 : 2
    return known[at] === 1
  }
}
