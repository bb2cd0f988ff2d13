import type { RecordsView } from '../changes/records'
import { compareHighlights, type Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'

/** Claims that say the same, joined by `repeats`, in the order they were told. It is named after the first. */
export type Story = { readonly id: HighlightId; readonly claims: readonly [Highlight, ...Highlight[]] }

/** Every claim of the desk in the one story that it belongs to, in no promised order. */
export function storiesOf(records: RecordsView): Story[] {
  const seen = new Set<HighlightId>()
  const stories: Story[] = []
  for (const highlight of records.highlights.values()) {
    if (highlight.tag !== 'claim' || seen.has(highlight.id)) continue
    const story = gather(records, highlight, seen)
    stories.push(story)
  }
  return stories
}

/** The story that a claim belongs to; null when there is no such claim. */
export function storyOf(records: RecordsView, claim: HighlightId): Story | null {
  const highlight = records.highlights.get(claim)
  return highlight?.tag === 'claim' ? gather(records, highlight, new Set()) : null
}

function gather(records: RecordsView, claim: Highlight, seen: Set<HighlightId>): Story {
  const claims: [Highlight, ...Highlight[]] = [claim]
  seen.add(claim.id)
  // The list grows while it is walked: what a repetition repeats is a repetition too.
  for (const { id } of claims) {
    for (const linkId of records.linksOf(id)) {
      const link = records.links.get(linkId)
      if (link?.relation !== 'repeats') continue
      const other = records.highlights.get(link.from === id ? link.to : link.from)
      if (other?.tag !== 'claim' || seen.has(other.id)) continue
      seen.add(other.id)
      claims.push(other)
    }
  }
  claims.sort((a, b) => compareTold(records, a, b))
  return { id: claims[0].id, claims }
}

/** Who said it first: by the day their articles were published, the undated last, and within an article as it is read. */
export function compareTold(records: RecordsView, a: Highlight, b: Highlight): number {
  if (a.articleId === b.articleId) return compareHighlights(a, b)
  return compareDates(publishedOf(records, a), publishedOf(records, b)) || (a.articleId < b.articleId ? -1 : 1)
}

/** When a passage was published, as its article has it: a day or a moment of ISO 8601. */
export function publishedOf(records: RecordsView, highlight: Highlight): string | null {
  return records.articles.get(highlight.articleId)?.published ?? null
}

/** `2023-05-04`. */
const DAY = 10

/** The earlier first, the unknown last. A day counts as its first moment in UTC. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  // Most dates are days, and sorting thousands of lines compares each of them some dozen times.
  if (a.length === DAY && b.length === DAY) return a < b ? -1 : 1
  return Date.parse(a) - Date.parse(b)
}
