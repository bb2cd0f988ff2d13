import type { RecordsView } from '#annotations/changes/records'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'

/** A highlight as it is shown away from its article. */
function briefOf(records: RecordsView, highlight: Highlight): HighlightBrief {
  const article = records.articles.get(highlight.articleId)
  return {
    id: highlight.id,
    articleId: highlight.articleId,
    articleTitle: article?.title ?? '',
    publisher: article?.publisher ?? null,
    published: article?.published ?? null,
    tag: highlight.tag,
    exact: highlight.anchor.quote.exact,
    speaker: speakerOf(highlight),
    start: highlight.anchor.start,
  }
}

/** Briefs of those that are still in the desk, each once. */
export function briefsOf(records: RecordsView, ids: Iterable<HighlightId>): HighlightBrief[] {
  const briefs: HighlightBrief[] = []
  for (const id of new Set(ids)) {
    const highlight = records.highlights.get(id)
    if (highlight) briefs.push(briefOf(records, highlight))
  }
  return briefs
}
