import type { Change, ChangeSet } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { ArticleId, HighlightId } from '#annotations/model/ids'

/** Articles whose two files a change set touches. */
export type Touched = { readonly articles: ReadonlySet<ArticleId>; readonly annotations: ReadonlySet<ArticleId> }

/** Which files a change set touches, asked before it is applied: what it removes must still be found. */
export function touchedBy(records: RecordsView, changeSet: ChangeSet): Touched {
  const articles = new Set<ArticleId>()
  const annotations = new Set<ArticleId>()
  const articleOf = withOwnOf(changeSet, (highlight) => records.highlights.get(highlight)?.articleId)
  for (const change of changeSet.changes) {
    const target = fileKindOf(change) === 'articles' ? articles : annotations
    for (const article of homesOf(change, articleOf)) target.add(article)
  }
  return { articles, annotations }
}

/** Which of an article's two files holds a record. */
export function fileKindOf(change: Change): 'articles' | 'annotations' {
  return change.kind === 'article' || change.kind === 'revision' ? 'articles' : 'annotations'
}

export type ArticleOf = (highlight: HighlightId) => ArticleId | undefined

/**
 * The articles in whose files a record lay and lies: its own, for a link that of the highlight it starts in, for a verdict its
 * claim's.
 */
export function homesOf(change: Change, articleOf: ArticleOf): readonly ArticleId[] {
  switch (change.kind) {
    case 'article':
      return [change.id]
    case 'revision':
    case 'highlight':
      return [change.before?.articleId, change.after?.articleId].filter((id) => id !== undefined)
    case 'link':
      return [change.before?.from, change.after?.from].flatMap((from) =>
        from === undefined ? [] : (articleOf(from) ?? []),
      )
    case 'speaker':
      // It belongs to the desk as a whole: desk.json, which is written with every checkpoint, holds it.
      return []
    case 'conflict':
      return [change.before?.articleId, change.after?.articleId].filter((id) => id !== undefined)
    case 'verdict': {
      const home = articleOf(change.id)
      return home === undefined ? [] : [home]
    }
  }
}

/** Knows the highlights of a change set as well. An import's links are looked up among its 100,000 highlights: each once. */
export function withOwnOf({ changes }: ChangeSet, articleOf: ArticleOf): ArticleOf {
  let own: Map<HighlightId, ArticleId> | null = null
  return (highlight) => {
    const known = articleOf(highlight)
    if (known !== undefined) return known
    own ??= homesAmong(changes)
    return own.get(highlight)
  }
}

function homesAmong(changes: readonly Change[]): Map<HighlightId, ArticleId> {
  const homes = new Map<HighlightId, ArticleId>()
  for (const change of changes) {
    const highlight = change.kind === 'highlight' ? (change.after ?? change.before) : null
    if (highlight && !homes.has(highlight.id)) homes.set(highlight.id, highlight.articleId)
  }
  return homes
}
