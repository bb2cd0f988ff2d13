import type { RecordsView } from '#annotations/changes/records'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { type SpeakerDirectory, speakerDirectory } from '#annotations/speakers/directory'
import type { HighlightBrief } from '#contract/views'

/** A highlight as it is shown away from its article. */
function briefOf(records: RecordsView, highlight: Highlight, { nameOf }: SpeakerDirectory): HighlightBrief {
  const speaker = speakerOf(highlight)
  const name = speaker === null ? null : nameOf(speaker)
  const article = records.articles.get(highlight.articleId)
  return {
    id: highlight.id,
    articleId: highlight.articleId,
    articleTitle: article?.title ?? '',
    publisher: article?.publisher ?? null,
    published: article?.published ?? null,
    tag: highlight.tag,
    exact: highlight.anchor.quote.exact,
    speaker,
    ...(name === speaker || name === null ? {} : { speakerName: name }),
    start: highlight.anchor.start,
  }
}

/** Briefs of those that are still in the desk, each once. */
export function briefsOf(records: RecordsView, ids: Iterable<HighlightId>): HighlightBrief[] {
  const directory = speakerDirectory(records.speakers.values())
  const briefs: HighlightBrief[] = []
  for (const id of new Set(ids)) {
    const highlight = records.highlights.get(id)
    if (highlight) briefs.push(briefOf(records, highlight, directory))
  }
  return briefs
}
