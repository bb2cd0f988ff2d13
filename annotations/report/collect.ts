import type { RecordsView } from '../changes/records'
import { sortClaims } from '../dossiers/arrange'
import { type ClaimRow, claimRowOf, claimRows, namesIn } from '../dossiers/claim-row'
import { compileDossier, type Dossier } from '../dossiers/dossier'
import { compareDates, storyOf } from '../dossiers/stories'
import type { Article } from '../model/article'
import { compareHighlights, type Highlight, isOrphan } from '../model/highlight'
import type { ArticleId, HighlightId } from '../model/ids'
import type { Link } from '../model/link'
import type { ReportScope } from './scope'

/** Everything a report speaks of, each once, in its order. */
export type Collected = {
  readonly stories: readonly { readonly row: ClaimRow; readonly dossier: Dossier }[]
  /** Of the scope, but in no story of it. By article, then as they are read. */
  readonly others: readonly Highlight[]
  /** Links between passages of the report that no story tells. */
  readonly otherLinks: readonly Link[]
  /** Passages that were not found again in their article's newest text. */
  readonly toCheck: readonly Highlight[]
  /** Every article that is quoted, by the day it was published. */
  readonly articles: readonly Article[]
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
}

/** Picks what a scope covers. Claims that are not in the desk are passed over. */
export function collect(records: RecordsView, scope: ReportScope): Collected {
  const stories = rowsIn(records, scope).flatMap((row) => {
    const story = storyOf(records, row.id)
    return story ? [{ row, dossier: compileDossier(records, story) }] : []
  })
  const told = new Set(stories.flatMap(({ dossier }) => [...passagesIn(dossier)]))
  const inScope = scope.kind === 'claims' ? [] : highlightsIn(records, scope.kind === 'desk' ? null : scope.ids)
  const others = inScope.filter(({ id }) => !told.has(id))
  const highlights = [...present(records.highlights, told), ...others]
  const ids = new Set(highlights.map(({ id }) => id))
  const links = linksWithin(records, ids)
  const byStories = linksToldBy(stories.map(({ dossier }) => dossier))
  return {
    stories,
    others,
    otherLinks: links.filter((link) => !byStories(link)),
    toCheck: highlights.filter((highlight) => {
      const article = records.articles.get(highlight.articleId)
      return article !== undefined && isOrphan(highlight, article)
    }),
    articles: articlesOf(records, highlights),
    highlights,
    links,
  }
}

function rowsIn(records: RecordsView, scope: ReportScope): readonly ClaimRow[] {
  if (scope.kind === 'desk') return sortClaims(claimRows(records), 'contested')
  const chosen =
    scope.kind === 'claims'
      ? scope.ids
      : highlightsIn(records, scope.ids).flatMap(({ id, tag }) => (tag === 'claim' ? [id] : []))
  const names = namesIn(records)
  const rows = new Map<HighlightId, ClaimRow>()
  for (const id of chosen) {
    const story = storyOf(records, id)
    if (story && !rows.has(story.id)) rows.set(story.id, claimRowOf(records, story, names))
  }
  return scope.kind === 'claims' ? [...rows.values()] : sortClaims([...rows.values()], 'contested')
}

function highlightsIn(records: RecordsView, ids: readonly ArticleId[] | null): Highlight[] {
  const articles = ids === null ? [...records.articles.values()] : present(records.articles, new Set(ids))
  return articles
    .toSorted(byPublication)
    .flatMap(({ id }) => present(records.highlights, records.highlightsOf(id)).sort(compareHighlights))
}

function* passagesIn({ tellings, ties }: Dossier): Generator<HighlightId> {
  for (const { claim, sources } of tellings) yield* [claim, ...sources]
  for (const { other, sources } of ties) yield* [other, ...sources]
}

function linksWithin(records: RecordsView, ids: ReadonlySet<HighlightId>): Link[] {
  const all = new Set([...ids].flatMap((id) => [...records.linksOf(id)]))
  return present(records.links, [...all].sort()).filter(({ from, to }) => ids.has(from) && ids.has(to))
}

/** A dossier tells every link of its claims, and who the passages that are tied to them are attributed to. */
function linksToldBy(dossiers: readonly Dossier[]): (link: Link) => boolean {
  const claims = new Set(dossiers.flatMap(({ tellings }) => tellings.map(({ claim }) => claim)))
  const tied = new Set(dossiers.flatMap(({ ties }) => ties.map(({ other }) => other)))
  return ({ from, to, relation }) => claims.has(from) || claims.has(to) || (relation === 'attributes' && tied.has(to))
}

function articlesOf(records: RecordsView, highlights: readonly Highlight[]): Article[] {
  return present(records.articles, new Set(highlights.map(({ articleId }) => articleId))).sort(byPublication)
}

function byPublication(a: Article, b: Article): number {
  return compareDates(a.published, b.published) || (a.id < b.id ? -1 : 1)
}

function present<K, V>(map: ReadonlyMap<K, V>, ids: Iterable<K>): V[] {
  return Array.from(ids, (id) => map.get(id)).filter((value) => value !== undefined)
}
