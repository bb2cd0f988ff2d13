import type { Change } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { DeskChanged, UndoState } from '#contract/views'
import type { DeskEvent } from '../desk'
import { briefsOf } from './briefs'
import type { Summaries } from './summaries'

/** Changes that windows are told one by one: to tell them of 100,000 would hold up both sides for seconds. */
const MOST_TOLD = 2_000

/** What windows are told of a change: enough to show it without asking again. Takes the change into `summaries`. */
export function describeChange(
  event: Extract<DeskEvent, { type: 'changed' }>,
  records: RecordsView,
  summaries: Summaries,
  undo: UndoState,
): DeskChanged {
  const { changes, label } = event.changeSet
  const touched = summaries.update(changes)
  const unlisted = changes.length > MOST_TOLD
  return {
    label,
    kind: event.kind,
    changes: unlisted ? [] : changes,
    unlisted,
    summaries: [...touched].flatMap((id) => summaries.of(id) ?? []),
    removedArticles: removedArticles(changes),
    briefs: unlisted ? [] : briefsOf(records, shownElsewhere(changes, records)),
    undo,
    hasSample: summaries.hasSample(),
  }
}

function removedArticles(changes: readonly Change[]): ArticleId[] {
  return changes.flatMap((change) => (change.kind === 'article' && change.after === null ? [change.id] : []))
}

/**
 * Highlights whose brief may be new to a window: those that changed, those of an article whose title may have, both ends
 * of links that changed, and the other ends of links whose highlight came back.
 */
function* shownElsewhere(changes: readonly Change[], records: RecordsView): Generator<HighlightId> {
  for (const change of changes) {
    if (change.kind === 'highlight') {
      yield change.id
      for (const link of records.linksOf(change.id)) yield* endsOf(records, link)
    } else if (change.kind === 'link' && change.after) {
      yield change.after.from
      yield change.after.to
    } else if (change.kind === 'article' && change.before && change.after) {
      for (const id of records.highlightsOf(change.id)) if (records.linksOf(id).size > 0) yield id
    }
  }
}

function* endsOf(records: RecordsView, id: Parameters<RecordsView['links']['get']>[0]): Generator<HighlightId> {
  const link = records.links.get(id)
  if (link) {
    yield link.from
    yield link.to
  }
}
