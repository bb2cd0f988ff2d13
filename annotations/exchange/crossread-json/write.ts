import type { RecordsView } from '../../changes/records'
import { type Article, textOf } from '../../model/article'
import type { Desk } from '../../model/desk'
import { compareHighlights, type Highlight, highlightSchema, speakerOf } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import { assertNever } from '../../model/result'
import type { Speaker } from '../../model/speaker'
import { speakerDirectory } from '../../speakers/directory'
import type { ExportScope } from '../scope'
import { type CrossreadFile, crossreadFileSchema, FORMAT, fileArticleSchema, fileLinkSchema, VERSION } from './format'

/**
 * A desk, some of its articles, or one tag of it, as Crossread JSON. A scope keeps the links with both ends inside and
 * counts the others; one tag brings the articles along that it occurs in. The same records give the same file: nothing
 * of the moment is in it.
 */
export function toCrossreadJson(records: RecordsView, desk: Desk, scope: ExportScope): CrossreadFile {
  // The schema also puts every record's keys in one order, and makes sure that no file leaves which would be refused.
  return crossreadFileSchema.parse(collectRecords(records, desk, scope))
}

/**
 * The same with the desk's own highlights and links, uncopied: a large export is not to double what lies in memory. Their keys
 * are in any order, which `crossreadJsonChunks` puts right record by record.
 */
export function collectRecords(records: RecordsView, desk: Desk, scope: ExportScope): CrossreadFile {
  const articles = articlesIn(records, scope).sort(byId)
  const all = articles.map((article) => highlightsIn(records, article))
  const chosen = all.map((highlights) => highlights.filter(({ tag }) => scope.kind !== 'tag' || tag === scope.tag))
  const highlights = chosen.flat()
  const inside = new Map(highlights.map((highlight) => [highlight.id, highlight.articleId]))
  const { links, oneEnded } = linksOf(records, inside)
  const verdicts = [...inside.keys()].sort().flatMap((claim) => records.verdicts.get(claim) ?? [])
  const speakers = speakersIn(records, scope, highlights)

  return {
    format: FORMAT,
    version: VERSION,
    desk,
    scope: scope.kind === 'articles' ? { kind: scope.kind, ids: [...new Set(scope.ids)].sort() } : scope,
    articles: articles.map((article) => fileArticleSchema.parse(withRevisions(records, article))),
    highlights,
    links,
    ...(verdicts.length > 0 ? { verdicts } : {}),
    ...(speakers.length > 0 ? { speakers } : {}),
    leftOut: { highlights: all.flat().length - highlights.length, links: oneEnded },
  }
}

/** The file's bytes: indented for people and for diffs, UTF-8, one line feed at the end. */
export function serialise(file: CrossreadFile): string {
  return [...crossreadJsonChunks(file)].join('')
}

/** The same bytes, a chunk a record. Each is put through its schema: its keys in one order, and nothing that would be refused. */
export function* crossreadJsonChunks(file: CrossreadFile): Iterable<string> {
  const { articles, highlights, links, verdicts, leftOut, ...head } = file
  yield `${indented(head, 0).slice(0, -2)},\n`
  yield* listed('articles', articles, (one) => fileArticleSchema.parse(one))
  yield* listed('highlights', highlights, (one) => highlightSchema.parse(one))
  yield* listed('links', links, (one) => fileLinkSchema.parse(one))
  if (verdicts) yield* listed('verdicts', verdicts, (one) => one)
  yield `  "leftOut": ${indented(leftOut, 2)}\n}\n`
}

function* listed<T>(name: string, items: readonly T[], normal: (item: T) => unknown): Iterable<string> {
  let separator = `  "${name}": [\n`
  for (const item of items) {
    yield `${separator}    ${indented(normal(item), 4)}`
    separator = ',\n'
  }
  yield items.length === 0 ? `  "${name}": [],\n` : '\n  ],\n'
}

/** As JSON.stringify indents, `by` spaces further in: a line feed within a text is escaped, so that each one is between lines. */
function indented(value: unknown, by: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`)
}

function articlesIn(records: RecordsView, scope: ExportScope): Article[] {
  const all = [...records.articles.values()]
  switch (scope.kind) {
    case 'desk':
      return all
    case 'articles': {
      const ids = new Set(scope.ids)
      return all.filter((article) => ids.has(article.id))
    }
    case 'tag':
      return all.filter((article) => highlightsIn(records, article).some(({ tag }) => tag === scope.tag))
    default:
      return assertNever(scope)
  }
}

/** Of a whole desk all, else those who are named in what goes out. */
function speakersIn(records: RecordsView, scope: ExportScope, highlights: readonly Highlight[]): Speaker[] {
  const { find } = speakerDirectory(records.speakers.values())
  const named = new Set(highlights.map((highlight) => find(speakerOf(highlight) ?? '')?.id))
  return [...records.speakers.values()].filter(({ id }) => scope.kind === 'desk' || named.has(id)).sort(byId)
}

/** In reading order, revision after revision. */
function highlightsIn(records: RecordsView, article: Article): Highlight[] {
  const place = new Map(article.revisions.map((id, index) => [id, index]))
  return Array.from(records.highlightsOf(article.id), (id) => records.highlights.get(id))
    .filter((highlight) => highlight !== undefined)
    .sort((a, b) => (place.get(a.revisionId) ?? 0) - (place.get(b.revisionId) ?? 0) || compareHighlights(a, b))
}

function withRevisions(records: RecordsView, article: Article) {
  const revisions = article.revisions
    .map((id) => records.revisions.get(id))
    .filter((revision) => revision !== undefined)
    .map(({ articleId: _, ...revision }) => ({ ...revision, text: textOf(revision.blocks) }))
  return { ...article, revisions }
}

function linksOf(records: RecordsView, inside: ReadonlyMap<HighlightId, Article['id']>) {
  const touching = new Set([...inside.keys()].flatMap((id) => [...records.linksOf(id)]))
  const links = [...touching]
    .map((id) => records.links.get(id))
    .filter((link) => link !== undefined)
    .sort(byId)
    .flatMap((link) => {
      const [fromArticleId, toArticleId] = [inside.get(link.from), inside.get(link.to)]
      return fromArticleId === undefined || toArticleId === undefined ? [] : [{ ...link, fromArticleId, toArticleId }]
    })
  return { links, oneEnded: touching.size - links.length }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
