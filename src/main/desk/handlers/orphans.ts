import type { HighlightOutcome, Proposal } from '#annotations/anchoring/carry/carry-highlights'
import { graphemeEnd, graphemeStart } from '#annotations/anchoring/segments'
import { settleOrphan } from '#annotations/changes/actions/revision-actions'
import { type Article, textOf } from '#annotations/model/article'
import { compareHighlights, isOrphan } from '#annotations/model/highlight'
import { ok } from '#annotations/model/result'
import type { InContext, OrphanView } from '#contract/revision-views'
import type { Carrier } from '../carry/carrier'
import type { Desk } from '../desk'
import { infoOf } from './article-view'
import { toDone } from './done'
import { groupByRevision } from './group-by-revision'
import type { HandlersOf } from './handlers-of'

/** UTF-16 units shown on each side of a passage: enough to know the sentence. */
const AROUND = 90

/** The highlights that a new revision left behind, and what the analyst makes of them. */
export function orphanHandlers(desk: Desk, carrier: Carrier): HandlersOf<'orphan'> {
  const { records } = desk
  const orphansOf = async (article: Article): Promise<OrphanView[]> => {
    const newest = article.revisions.at(-1)
    const revision = newest === undefined ? undefined : records.revisions.get(newest)
    const orphans = [...records.highlightsOf(article.id)]
      .flatMap((id) => records.highlights.get(id) ?? [])
      .filter((highlight) => isOrphan(highlight, article))
    if (!revision || orphans.length === 0) return []
    const groups = groupByRevision(records, orphans.sort(compareHighlights))
    const { outcomes } = await carrier({ newBlocks: revision.blocks, groups, want: 'proposals', compareWith: null })
    const text = textOf(revision.blocks)
    return groups.flatMap((group, g) => {
      const oldText = textOf(group.oldBlocks)
      return group.highlights.flatMap((highlight, h): OrphanView[] => {
        const old = records.revisions.get(highlight.revisionId)
        if (!old) return []
        const { start, end } = highlight.anchor
        return [
          {
            highlight,
            articleId: article.id,
            articleTitle: article.title,
            revision: infoOf(old),
            old: inContext(oldText, start, end),
            proposals: placesOf(outcomes[g]?.[h]).map((place) => ({
              ...place,
              ...inContext(text, place.start, place.end),
            })),
          },
        ]
      })
    })
  }
  return {
    async 'orphan.list'({ articleId }) {
      const one = articleId === null ? null : records.articles.get(articleId)
      const articles = articleId === null ? [...records.articles.values()] : one ? [one] : []
      const found: OrphanView[] = []
      for (const article of articles) found.push(...(await orphansOf(article)))
      return ok(found)
    },
    'orphan.settle': async ({ id, to }) => toDone(await desk.act(settleOrphan(id, to))),
  }
}

/** An orphan that can be found for certain now, e.g. one that came with an import, is still the analyst's to confirm. */
function placesOf(outcome: HighlightOutcome | undefined): readonly Proposal[] {
  if (!outcome) return []
  if (outcome.outcome === 'doubtful') return outcome.proposals
  const { anchor, score } = outcome
  return [{ start: anchor.start, end: anchor.end, score, why: 'found' }]
}

/** A passage with what stands around it in its paragraph. */
function inContext(text: string, start: number, end: number): InContext {
  const first = text.lastIndexOf('\n', start - 1) + 1
  const feed = text.indexOf('\n', end)
  const last = feed === -1 ? text.length : feed
  const from = start - first > AROUND ? graphemeStart(text, start - AROUND) : first
  const to = last - end > AROUND ? graphemeEnd(text, end + AROUND) : last
  return {
    before: `${from > first ? '…' : ''}${text.slice(from, start)}`,
    exact: text.slice(start, end),
    after: `${text.slice(end, to)}${to < last ? '…' : ''}`,
  }
}
