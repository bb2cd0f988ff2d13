import type { Highlight } from '../model/highlight'
import type { CrossreadFile } from './crossread-json/format'
import { slug } from './slug'

export type FileArticle = CrossreadFile['articles'][number]
export type FileRevision = FileArticle['revisions'][number]
export type FileLink = CrossreadFile['links'][number]

/** One text of an export with what stands in it: most formats know texts, not articles that change. */
export type Document = {
  readonly article: FileArticle
  readonly revision: FileRevision
  /** A file name without its ending, which no other document of the export has, whatever the case of letters. */
  readonly name: string
  /** In reading order. */
  readonly highlights: readonly Highlight[]
  /** The links with both ends in this text. */
  readonly links: readonly FileLink[]
}

/** The texts of an export, article by article, each article's oldest first; and the links from one text to another. */
export function documentsOf(file: CrossreadFile): {
  readonly documents: readonly Document[]
  readonly across: readonly FileLink[]
} {
  const highlights = groupBy(file.highlights, ({ revisionId }) => revisionId)
  const home = new Map(file.highlights.map(({ id, revisionId }) => [id, revisionId]))
  const homeOf = ({ from, to }: FileLink) => (home.get(from) === home.get(to) ? home.get(from) : undefined)
  const links = groupBy(file.links, homeOf)
  const names = new Set<string>()

  const documents = file.articles.flatMap((article) =>
    article.revisions.map((revision) => ({
      article,
      revision,
      name: freshName(slug(article.title), names),
      highlights: highlights.get(revision.id) ?? [],
      links: links.get(revision.id) ?? [],
    })),
  )
  return { documents, across: links.get(undefined) ?? [] }
}

/** Items by a key, in the order that they come in. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function freshName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`
  taken.add(name)
  return name
}
