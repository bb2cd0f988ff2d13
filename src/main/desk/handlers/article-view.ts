import type { RecordsView } from '#annotations/changes/records'
import type { Article, Revision } from '#annotations/model/article'
import { compareHighlights, type Highlight } from '#annotations/model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import { fail, ok, type Result } from '#annotations/model/result'
import type { ArticleView, RevisionInfo } from '#contract/views'
import type { Carrier } from '../carry/carrier'
import { briefsOf } from './briefs'
import { groupByRevision } from './group-by-revision'

/** An article as its reader shows it, in its newest revision or another. */
export async function viewOf(
  records: RecordsView,
  carrier: Carrier,
  id: ArticleId,
  revisionId?: RevisionId,
): Promise<Result<ArticleView>> {
  const article = records.articles.get(id)
  const newest = article?.revisions.at(-1)
  const wanted = revisionId ?? newest
  const revision = wanted === undefined ? undefined : records.revisions.get(wanted)
  if (!article) {
    return fail('not-found', 'This article is not in the desk any more.', { next: 'Undo may bring it back.' })
  }
  if (!revision || revision.articleId !== id) {
    return fail('not-found', 'This article has no such text any more.', {
      next: 'Its newest one opens from the library.',
    })
  }
  const own = [...records.highlightsOf(id)].flatMap((one) => records.highlights.get(one) ?? [])
  const highlights = revision.id === newest ? own : await shownIn(records, carrier, revision, own)
  const links = linksOf(
    records,
    own.map((highlight) => highlight.id),
  )
  const ends = links.flatMap((link) => [link.from, link.to])
  return ok({
    article,
    revision,
    revisions: revisionsOf(records, article),
    highlights: [...highlights].sort(compareHighlights),
    links,
    briefs: briefsOf(records, ends),
  })
}

/** Highlights as they lie in an older revision: those that are found in it are shown there, whatever revision they are of. */
async function shownIn(
  records: RecordsView,
  carrier: Carrier,
  revision: Revision,
  highlights: readonly Highlight[],
): Promise<readonly Highlight[]> {
  const groups = groupByRevision(
    records,
    highlights.filter((highlight) => highlight.revisionId !== revision.id),
  )
  if (groups.length === 0) return highlights
  const { outcomes } = await carrier({ newBlocks: revision.blocks, groups, want: 'outcomes', compareWith: null })
  const found = new Map(outcomes.flat().map((outcome) => [outcome.id, outcome]))
  return highlights.map((highlight) => {
    const outcome = found.get(highlight.id)
    return outcome?.outcome === 'found' ? { ...highlight, revisionId: revision.id, anchor: outcome.anchor } : highlight
  })
}

/** An article's revisions without their text, oldest first. */
function revisionsOf(records: RecordsView, article: Article): RevisionInfo[] {
  return article.revisions.flatMap((id) => {
    const revision = records.revisions.get(id)
    return revision ? [infoOf(revision)] : []
  })
}

export function infoOf({ id, added, source }: Revision): RevisionInfo {
  return { id, added, source }
}

function linksOf(records: RecordsView, highlights: readonly HighlightId[]): readonly Link[] {
  const ids = new Set(highlights.flatMap((id) => [...records.linksOf(id)]))
  return [...ids].flatMap((id) => records.links.get(id) ?? [])
}
