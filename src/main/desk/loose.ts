import type { Records } from '#annotations/changes/records'
import type { Conflict } from '#annotations/model/conflict'
import type { Highlight } from '#annotations/model/highlight'
import type { Link } from '#annotations/model/link'
import type { Verdict } from '#annotations/model/verdict'

export type Loose = {
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
  readonly verdicts: readonly Verdict[]
  readonly conflicts: readonly Conflict[]
}

/** Takes out what lost its hold when files were lost for good: highlights without a text, links without one of their ends, verdicts without their claim, conflicts without their record. */
export function takeLoose(records: Records): Loose {
  const highlights = [...records.highlights.values()].filter(
    (highlight) => !records.articles.has(highlight.articleId) || !records.revisions.has(highlight.revisionId),
  )
  for (const highlight of highlights) records.putHighlight(highlight.id, null)
  const links = [...records.links.values()].filter(
    (link) => !records.highlights.has(link.from) || !records.highlights.has(link.to),
  )
  for (const link of links) records.putLink(link.id, null)
  const verdicts = [...records.verdicts.values()].filter(({ claim }) => !records.highlights.has(claim))
  for (const { claim } of verdicts) records.putVerdict(claim, null)
  const conflicts = [...records.conflicts.values()].filter(({ of }) => !isThere(records, of))
  for (const { id } of conflicts) records.putConflict(id, null)
  return { highlights, links, verdicts, conflicts }
}

function isThere(records: Records, { kind, id }: Conflict['of']): boolean {
  switch (kind) {
    case 'article':
      return records.articles.has(id)
    case 'revision':
      return records.revisions.has(id)
    case 'highlight':
      return records.highlights.has(id)
    case 'link':
      return records.links.has(id)
    case 'verdict':
      return records.highlights.has(id)
  }
}
