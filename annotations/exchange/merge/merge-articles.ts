import type { RecordsView } from '../../changes/records'
import { type Article, type Revision, textOf } from '../../model/article'
import type { ArticleId, RevisionId } from '../../model/ids'
import { groupBy } from '../documents'
import type { Incoming } from './incoming'
import { judge } from './judge'
import type { Ledger } from './ledger'
import type { Past } from './past'
import { sameValue } from './same-value'

/**
 * Merges articles and their texts; answers the articles whose highlights are left alone, as they stay removed here or are of
 * another text under the same id. Revisions add up, in the order that they came, with those of strangers before our newest:
 * what the desk reads stays what it reads unless its own article went on.
 */
export function mergeArticles(
  records: RecordsView,
  incoming: Incoming,
  past: Past,
  ledger: Ledger,
  newsIn: ReadonlySet<ArticleId>,
): ReadonlySet<ArticleId> {
  const skipped = new Set<ArticleId>()
  const texts = mergeRevisions(records, incoming, past, ledger, skipped)
  const known = new Set<ArticleId>()

  for (const theirs of incoming.articles) {
    const { id } = theirs
    const ours = records.articles.get(id)
    known.add(id)
    if (skipped.has(id)) continue
    const standing = judge(past, 'article', id, ours, theirs)
    if (ours === undefined) {
      if (standing === 'removed' && !newsIn.has(id)) {
        ledger.pass(standing)
        skipped.add(id)
        continue
      }
      ledger.count('articles')
      ledger.changes.push({ kind: 'article', id, before: null, after: theirs })
      for (const after of texts.get(id) ?? [])
        ledger.changes.push({ kind: 'revision', id: after.id, before: null, after })
      if (standing !== 'new') ledger.dispute(id, { kind: 'article', id, other: null })
      continue
    }
    const details = standing === 'newer' ? theirs : ours
    const revisions = inOrder(records, ours, texts.get(id) ?? [])
    if (standing === 'newer') ledger.count('updated')
    else ledger.pass(standing)
    putArticle(ledger, ours, { ...details, revisions }, texts.get(id) ?? [])
    if (standing === 'conflict') ledger.dispute(id, { kind: 'article', id, other: theirs })
  }
  for (const [id, added] of texts) {
    const ours = records.articles.get(id)
    if (known.has(id) || !ours) continue
    putArticle(ledger, ours, { ...ours, revisions: beforeNewest(ours, added) }, added)
  }
  return skipped
}

function putArticle(ledger: Ledger, before: Article, details: Article, added: readonly Revision[]): void {
  for (const after of added) ledger.changes.push({ kind: 'revision', id: after.id, before: null, after })
  const modified = [details.modified, ...added.map((one) => one.added)].sort().at(-1) ?? details.modified
  const after = added.length > 0 ? { ...details, modified } : details
  if (!sameValue(before, after)) ledger.changes.push({ kind: 'article', id: before.id, before, after })
}

/** The texts that the desk has not, by their article. */
function mergeRevisions(
  records: RecordsView,
  { revisions }: Incoming,
  past: Past,
  ledger: Ledger,
  skipped: Set<ArticleId>,
): ReadonlyMap<ArticleId, readonly Revision[]> {
  const fresh: Revision[] = []
  for (const theirs of revisions) {
    const { id, articleId } = theirs
    const ours = records.revisions.get(id)
    if (ours === undefined) {
      fresh.push(theirs)
      continue
    }
    if (textOf(ours.blocks) !== textOf(theirs.blocks) || ours.articleId !== articleId) {
      const title = records.articles.get(ours.articleId)?.title ?? articleId
      ledger.notes.push(`Left out: “${title}”, whose text ${id} is another one in this desk.`)
      skipped.add(articleId)
      continue
    }
    const standing = judge(past, 'revision', id, ours, theirs)
    if (standing === 'newer') {
      ledger.count('updated')
      ledger.changes.push({ kind: 'revision', id, before: ours, after: theirs })
    } else if (standing === 'conflict') ledger.dispute(articleId, { kind: 'revision', id, other: theirs })
    else if (standing === 'waiting') ledger.pass(standing)
  }
  return groupBy(
    fresh.filter(({ articleId }) => !skipped.has(articleId)),
    ({ articleId }) => articleId,
  )
}

function inOrder(records: RecordsView, { revisions }: Article, fresh: readonly Revision[]): readonly RevisionId[] {
  if (fresh.length === 0) return revisions
  const added = new Map(fresh.map((one) => [one.id, one.added]))
  const when = (id: RevisionId) => added.get(id) ?? records.revisions.get(id)?.added ?? ''
  return [...revisions, ...added.keys()].sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
}

function beforeNewest({ revisions }: Article, fresh: readonly Revision[]): readonly RevisionId[] {
  return [...revisions.slice(0, -1), ...fresh.map(({ id }) => id), ...revisions.slice(-1)]
}
