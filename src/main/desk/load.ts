import { setImmediate as nextTurn } from 'node:timers/promises'
import { createRecords, type Records } from '#annotations/changes/records'
import type { ArticleId } from '#annotations/model/ids'
import { annotationsFormat, articleFormat } from './files/formats'
import { type FileState, readJson } from './files/json-file'
import { articleIdsIn, type Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'

export type FileKind = 'articles' | 'annotations'
export type FileName = { readonly kind: FileKind; readonly id: ArticleId }

export type LoadedFiles = {
  readonly records: Records
  readonly found: { readonly [K in FileKind]: ReadonlySet<ArticleId> }
  readonly broken: readonly (FileName & { readonly why: string })[]
  readonly newer: readonly (FileName & { readonly version: number })[]
  /** Records that are in the files more than once, by the file that holds them again. */
  readonly twice: readonly (FileName & { readonly record: string })[]
  /** The last line of the history that any file has seen. */
  readonly seq: number
  /** Whether every file is as Crossread wrote it. */
  readonly sealed: boolean
}

/** Files after which whoever waits in this process gets a turn. */
const IN_A_ROW = 16

export function pathOf(layout: Layout, { kind, id }: FileName): string {
  return kind === 'articles' ? layout.article(id) : layout.annotationsOf(id)
}

/** Reads and validates every article and its annotations. A file that cannot be used is named, never skipped in silence. */
export async function loadFiles(fs: DeskFs, layout: Layout): Promise<LoadedFiles> {
  const records = createRecords()
  const broken: (FileName & { why: string })[] = []
  const newer: (FileName & { version: number })[] = []
  const twice: (FileName & { record: string })[] = []
  let seq = 0
  let sealed = true

  const readAll = async <T extends { readonly seq: number }>(
    kind: FileKind,
    ids: readonly ArticleId[],
    read: (id: ArticleId) => Promise<FileState<T>>,
    put: (id: ArticleId, file: T) => string | null,
  ) => {
    for (const [at, id] of ids.entries()) {
      if (at % IN_A_ROW === 0) await nextTurn()
      const file = await read(id)
      if (file.state === 'newer') newer.push({ kind, id, version: file.version })
      if (file.state === 'broken') broken.push({ kind, id, why: file.why })
      if (file.state !== 'sound') continue
      sealed &&= file.sealed
      const why = put(id, file.value)
      if (why !== null) broken.push({ kind, id, why })
      seq = Math.max(seq, file.value.seq)
    }
  }

  const articles = articleIdsIn(await fs.list(layout.articles))
  await readAll(
    'articles',
    articles,
    (id) => readJson(fs, layout.article(id), articleFormat),
    (id, file) => {
      if (file.article.id !== id || file.revisions.some((revision) => revision.articleId !== id))
        return 'it is of another article'
      records.putArticle(id, file.article)
      for (const revision of file.revisions) records.putRevision(revision.id, revision)
      return null
    },
  )
  const annotations = articleIdsIn(await fs.list(layout.annotations))
  await readAll(
    'annotations',
    annotations,
    (id) => readJson(fs, layout.annotationsOf(id), annotationsFormat),
    (id, file) => {
      if (file.article !== id || file.highlights.some((highlight) => highlight.articleId !== id))
        return 'it is of another article'
      const once = (there: ReadonlyMap<string, unknown>, record: string) => {
        if (there.has(record)) twice.push({ kind: 'annotations', id, record })
      }
      for (const highlight of file.highlights) {
        once(records.highlights, highlight.id)
        records.putHighlight(highlight.id, highlight)
      }
      for (const link of file.links) {
        once(records.links, link.id)
        records.putLink(link.id, link)
      }
      for (const verdict of file.verdicts ?? []) records.putVerdict(verdict.claim, verdict)
      for (const conflict of file.conflicts ?? []) {
        once(records.conflicts, conflict.id)
        records.putConflict(conflict.id, conflict)
      }
      return null
    },
  )
  return {
    records,
    broken,
    newer,
    twice,
    seq,
    sealed,
    found: { articles: new Set(articles), annotations: new Set(annotations) },
  }
}
