import { join } from 'node:path'
import type { ArticleId } from '#annotations/model/ids'
import { articleIdSchema } from '#annotations/model/ids'

/** Where everything of a desk lies: docs/formats/desk-folder.md. */
export type Layout = {
  readonly folder: string
  readonly desk: string
  readonly settings: string
  readonly articles: string
  readonly annotations: string
  readonly history: string
  readonly backups: string
  readonly broken: string
  /** A copy of the desk's words that is made anew when it is missing. */
  readonly searchIndex: string
  readonly lock: string
  readonly lockGuard: string
  readonly lockOwner: string
  readonly article: (id: ArticleId) => string
  readonly annotationsOf: (id: ArticleId) => string
  readonly month: (month: string) => string
}

export function layoutOf(folder: string): Layout {
  const articles = join(folder, 'articles')
  const annotations = join(folder, 'annotations')
  const history = join(folder, 'history')
  return {
    folder,
    desk: join(folder, 'desk.json'),
    settings: join(folder, 'settings.json'),
    articles,
    annotations,
    history,
    backups: join(folder, 'backups'),
    broken: join(folder, 'broken'),
    searchIndex: join(folder, 'search.index'),
    lock: join(folder, 'lock'),
    lockGuard: join(folder, 'lock.guard'),
    lockOwner: join(folder, 'lock.json'),
    article: (id) => join(articles, `${id}.json`),
    annotationsOf: (id) => join(annotations, `${id}.json`),
    month: (month) => join(history, `${month}.jsonl`),
  }
}

/** The ids of the articles that a folder's files are named after; other files are not ours and are left alone. */
export function articleIdsIn(names: readonly string[]): ArticleId[] {
  return names.flatMap((name) => {
    const id = articleIdSchema.safeParse(name.endsWith('.json') ? name.slice(0, -5) : '')
    return id.success ? [id.data] : []
  })
}
