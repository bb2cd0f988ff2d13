import type { Change } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { ok } from '#annotations/model/result'
import { fold } from '#annotations/text/fold'
import type { HistoryEntry } from '#contract/views'
import type { Desk, HistoryLine } from '../desk'
import type { HandlersOf } from './handlers-of'

const MOST_TITLES = 3

/** Changes that are read at a time when some are searched for, and at most for one answer: others may ask in between. */
const STRETCH = 200
const MOST_READ = 2000

export function historyHandlers(desk: Desk): HandlersOf<'history'> {
  return {
    async 'history.list'({ before, limit, text = '' }) {
      const words = fold(text).split(' ').filter(Boolean)
      const entries: HistoryEntry[] = []
      let cursor = before
      for (let read = 0; ; ) {
        const page = await desk.history(cursor, words.length === 0 ? limit : STRETCH)
        if (!page.ok) return page
        const { lines, next } = page.value
        for (const line of lines) {
          const entry = toEntry(line, desk.records)
          if (hasWords(entry, words)) entries.push(entry)
        }
        read += lines.length
        cursor = next
        if (words.length === 0 || next === null || entries.length >= limit || read >= MOST_READ)
          return ok({ entries, next })
      }
    },
  }
}

function hasWords({ label, annotator, articles }: HistoryEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = fold([label, annotator, ...articles.map(({ title }) => title)].join(' '))
  return words.every((word) => text.includes(word))
}

function toEntry({ kind, changeSet }: HistoryLine, records: RecordsView): HistoryEntry {
  const { id, label, annotator, at, changes } = changeSet
  const articles: { id: ArticleId; title: string }[] = []
  for (const articleId of articlesOf(changes, records)) {
    const article = records.articles.get(articleId)
    if (article) articles.push({ id: article.id, title: article.title })
    if (articles.length === MOST_TITLES) break
  }
  return { id, label, annotator, at, kind, size: changes.length, articles }
}

/** The articles that changes touched, each once. A removed highlight is found in the change set itself. */
function articlesOf(changes: readonly Change[], records: RecordsView): ReadonlySet<ArticleId> {
  const found = new Set<ArticleId>()
  const changed = new Map<HighlightId, ArticleId>()
  for (const change of changes) {
    if (change.kind === 'article') found.add(change.id)
    else if (change.kind === 'conflict') {
      const record = change.after ?? change.before
      if (record) found.add(record.articleId)
    } else if (change.kind === 'revision' || change.kind === 'highlight') {
      const record = change.after ?? change.before
      if (record) found.add(record.articleId)
      if (record && change.kind === 'highlight') changed.set(change.id, record.articleId)
    }
  }
  for (const change of changes) {
    for (const end of endsOf(change)) {
      const articleId = changed.get(end) ?? records.highlights.get(end)?.articleId
      if (articleId) found.add(articleId)
    }
  }
  return found
}

/** The highlights that a link joins, or that a verdict is of. */
function endsOf(change: Change): readonly HighlightId[] {
  if (change.kind === 'verdict') return [change.id]
  const link = change.kind === 'link' ? (change.after ?? change.before) : null
  return link ? [link.from, link.to] : []
}
