import type { RecordsView } from '#annotations/changes/records'
import type { Desk } from '#annotations/model/desk'
import type { ArticleId } from '#annotations/model/ids'
import { annotationsFileOf, articleFileOf, deskFileOf, LEVELS } from './article-files'
import { annotationsFormat, articleFormat, type Checkpoint, deskFormat } from './files/formats'
import { writeJson } from './files/json-file'
import type { Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'
import type { Queue } from './queue'
import type { Touched } from './touched'

/** Milliseconds: after the last action, at most after the first, and before another try. */
const QUIET = 400
const AT_MOST = 5_000
const RETRY = 10_000
const AT_ONCE = 4

export type CheckpointerDeps = {
  readonly fs: DeskFs
  readonly layout: Layout
  readonly desk: Desk
  readonly records: RecordsView
  /** For work on the files, shared with the backups: a file must not vanish while it is copied. */
  readonly queue: Queue
  /** What the history holds at this moment. */
  readonly seen: () => Omit<Checkpoint, 'articles' | 'annotations'>
  /** Milliseconds of quiet to wait for. */
  readonly quiet?: number | undefined
  readonly onDone: () => void
  readonly onFailed: (error: unknown) => void
}

/** Brings the files up to date with the history, shortly after actions and off their path. */
export type Checkpointer = {
  readonly touch: (touched: Touched) => void
  readonly touchAll: () => void
  /** Writes what is behind now. Resolves to whether the files have seen everything. */
  readonly flush: () => Promise<boolean>
  readonly stop: () => void
}

export function createCheckpointer(deps: CheckpointerDeps): Checkpointer {
  const { fs, layout, records, queue } = deps
  const articles = new Set<ArticleId>()
  const annotations = new Set<ArticleId>()
  let behind = false
  let firstTouch = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const schedule = (delay: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), delay)
  }

  const flush = () =>
    queue(async () => {
      clearTimeout(timer)
      if (!behind) return true
      behind = false
      // The marker is taken before the files are: what they hold beyond it is replayed once more, which changes nothing.
      const marker = markerOf()
      const dirty = { articles: [...articles], annotations: [...annotations] }
      articles.clear()
      annotations.clear()
      try {
        await write(dirty, marker)
      } catch (error) {
        behind = true
        for (const id of dirty.articles) articles.add(id)
        for (const id of dirty.annotations) annotations.add(id)
        deps.onFailed(error)
        schedule(RETRY)
        return false
      }
      deps.onDone()
      return true
    })

  const markerOf = (): Checkpoint => ({
    ...deps.seen(),
    articles: records.articles.size,
    annotations: [...records.articles.keys()].filter((id) => records.highlightsOf(id).size > 0).length,
  })

  /** Files first, marker last; a crash in between costs a replay. Removed files go before the marker: they would come back. */
  const write = async (dirty: { articles: ArticleId[]; annotations: ArticleId[] }, marker: Checkpoint) => {
    const { seq } = marker
    await inParallel(dirty.articles, async (id) => {
      const file = articleFileOf(records, id, seq)
      if (file) await writeJson(fs, layout.article(id), articleFormat, file, LEVELS.article)
      else await fs.remove(layout.article(id))
    })
    await inParallel(dirty.annotations, async (id) => {
      const file = annotationsFileOf(records, id, seq)
      if (file) await writeJson(fs, layout.annotationsOf(id), annotationsFormat, file, LEVELS.annotations)
      else await fs.remove(layout.annotationsOf(id))
    })
    if (dirty.articles.length > 0) await fs.syncFolder(layout.articles)
    if (dirty.annotations.length > 0) await fs.syncFolder(layout.annotations)
    await writeJson(fs, layout.desk, deskFormat, deskFileOf(records, deps.desk, marker), LEVELS.desk)
    await fs.syncFolder(layout.folder)
  }

  const touched = () => {
    if (!behind) firstTouch = performance.now()
    behind = true
    schedule(Math.max(0, Math.min(deps.quiet ?? QUIET, firstTouch + AT_MOST - performance.now())))
  }

  return {
    touch(set) {
      for (const id of set.articles) articles.add(id)
      for (const id of set.annotations) annotations.add(id)
      touched()
    },
    touchAll() {
      for (const id of records.articles.keys()) articles.add(id)
      for (const id of records.articles.keys()) if (records.highlightsOf(id).size > 0) annotations.add(id)
      touched()
    },
    flush,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const results = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of rest) await work(item)
    }),
  )
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
