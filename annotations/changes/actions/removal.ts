import type { Article } from '../../model/article'
import type { Highlight } from '../../model/highlight'
import type { Link } from '../../model/link'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'

/**
 * The changes that remove records and everything that depends on them: conflicts, verdicts and links first and articles last, so
 * that no step, and no step of the inverse, leaves a record that points at nothing.
 */
export function removalOf(
  records: RecordsView,
  what: {
    readonly articles?: readonly Article[]
    readonly highlights?: readonly Highlight[]
    readonly links?: readonly Link[]
  },
): Change[] {
  const articles = what.articles ?? []
  const highlights = new Set(what.highlights?.map((highlight) => highlight.id))
  for (const article of articles) for (const id of records.highlightsOf(article.id)) highlights.add(id)
  const links = new Set(what.links?.map((link) => link.id))
  for (const highlight of highlights) for (const id of records.linksOf(highlight)) links.add(id)
  const revisions = articles.flatMap((article) => article.revisions)

  return [
    ...conflictsOn(records, new Set<string>([...highlights, ...links, ...revisions, ...articles.map(({ id }) => id)])),
    ...present(records.verdicts, highlights).map(
      (before): Change => ({ kind: 'verdict', id: before.claim, before, after: null }),
    ),
    ...present(records.links, links).map((before): Change => ({ kind: 'link', id: before.id, before, after: null })),
    ...present(records.highlights, highlights).map(
      (before): Change => ({ kind: 'highlight', id: before.id, before, after: null }),
    ),
    ...present(records.revisions, revisions).map(
      (before): Change => ({ kind: 'revision', id: before.id, before, after: null }),
    ),
    ...articles.map((before): Change => ({ kind: 'article', id: before.id, before, after: null })),
  ]
}

/** The changes that remove what is undecided about some records: removing a record by hand decides it. */
function conflictsOn(records: RecordsView, ids: ReadonlySet<string>): Change[] {
  return [...records.conflicts.values()]
    .filter(({ of }) => ids.has(of.id))
    .map((before): Change => ({ kind: 'conflict', id: before.id, before, after: null }))
}

/** Each of the records that was asked for, once; null when one of them is not there. */
export function pickAll<K, V>(map: ReadonlyMap<K, V>, ids: readonly K[]): V[] | null {
  const unique = new Set(ids)
  const found = present(map, unique)
  return found.length === unique.size ? found : null
}

function present<K, V>(map: ReadonlyMap<K, V>, ids: Iterable<K>): V[] {
  return Array.from(ids, (id) => map.get(id)).filter((value) => value !== undefined)
}
