import type { Change, ChangeSet } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { ArticleId, HighlightId } from '#annotations/model/ids'

/** Articles whose two files a change set touches. */
export type Touched = { readonly articles: ReadonlySet<ArticleId>; readonly annotations: ReadonlySet<ArticleId> }

/** Which files a change set touches, asked before it is applied: what it removes must still be found. */
export function touchedBy(records: RecordsView, changeSet: ChangeSet): Touched {
  const articles = new Set<ArticleId>()
  const annotations = new Set<ArticleId>()
  const articleOf: ArticleOf = (highlight) => records.highlights.get(highlight)?.articleId
  for (const change of changeSet.changes) {
    const target = fileKindOf(change) === 'articles' ? articles : annotations
    for (const article of homesOf(change, changeSet, articleOf)) target.add(article)
  }
  return { articles, annotations }
}

/** Which of an article's two files holds a record. */
export function fileKindOf(change: Change): 'articles' | 'annotations' {
  return change.kind === 'article' || change.kind === 'revision' ? 'articles' : 'annotations'
}

export type ArticleOf = (highlight: HighlightId) => ArticleId | undefined

/** The articles in whose files a record lay and lies: its own, for a link that of the highlight it starts in, for a verdict its claim's. */
export function homesOf(change: Change, changeSet: ChangeSet, articleOf: ArticleOf): readonly ArticleId[] {
  switch (change.kind) {
    case 'article':
      return [change.id]
    case 'revision':
    case 'highlight':
      return [change.before?.articleId, change.after?.articleId].filter((id) => id !== undefined)
    case 'link':
      return [change.before?.from, change.after?.from].flatMap((from) =>
        from === undefined ? [] : (articleOf(from) ?? homeInSet(from, changeSet) ?? []),
      )
    case 'speaker':
      // It belongs to the desk as a whole: desk.json, which is written with every checkpoint, holds it.
      return []
    case 'conflict':
      return [change.before?.articleId, change.after?.articleId].filter((id) => id !== undefined)
    case 'verdict': {
      const home = articleOf(change.id) ?? homeInSet(change.id, changeSet)
      return home === undefined ? [] : [home]
    }
  }
}

function homeInSet(highlight: HighlightId, changeSet: ChangeSet): ArticleId | undefined {
  for (const change of changeSet.changes) {
    if (change.kind === 'highlight' && change.id === highlight) return (change.after ?? change.before)?.articleId
  }
  return undefined
}
