import type { RecordsView } from '../../changes/records'
import type { Highlight } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import { type Link, sameLink } from '../../model/link'

/**
 * Finds, for a highlight with an id of its own, the desk's highlight that says the same: the same passage, tag and
 * annotator. Each is found once. Two analysts who marked the same passage are two highlights, which can be compared.
 */
export function twinFinder(
  records: RecordsView,
  isIncoming: (id: HighlightId) => boolean,
): (highlight: Highlight) => Highlight | null {
  const byPlace = new Map<Highlight['articleId'], Map<string, Highlight[]>>()
  const placesOf = (article: Highlight['articleId']) => {
    const known = byPlace.get(article)
    if (known) return known
    const places = new Map<string, Highlight[]>()
    for (const id of records.highlightsOf(article)) {
      const highlight = records.highlights.get(id)
      if (!highlight || isIncoming(id)) continue
      const there = places.get(placeOf(highlight))
      if (there) there.push(highlight)
      else places.set(placeOf(highlight), [highlight])
    }
    byPlace.set(article, places)
    return places
  }
  return (highlight) => placesOf(highlight.articleId).get(placeOf(highlight))?.shift() ?? null
}

function placeOf({ revisionId, tag, annotator, anchor }: Highlight): string {
  return `${revisionId} ${anchor.start} ${anchor.end} ${tag} ${annotator}`
}

/** The desk's link that says the same as another: the same ends and relation, either way round where it reads alike. */
export function twinLink(records: RecordsView, link: Link): Link | null {
  for (const id of records.linksOf(link.from)) {
    const other = records.links.get(id)
    if (other && id !== link.id && sameLink(other, link)) return other
  }
  return null
}
