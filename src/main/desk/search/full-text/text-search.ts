import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change } from '#annotations/changes/change-set'
import { parseQuery } from '#annotations/search/query'
import { speakerDirectory } from '#annotations/speakers/directory'
import type { SearchPage, SearchProgress } from '#contract/search-views'
import type { Desk } from '../../desk'
import { layoutOf } from '../../files/layout'
import { allDocIds, type DocId, docOf, docsTouchedBy, isArticle } from './documents'
import { bundledSearchWorker, type EngineHost, hostInPlace, hostInThread } from './engine-host'
import { pageOf } from './search-page'
import { nameOf, snapshotOf, versionOf, versionShift } from './stamp'
import type { SearchDoc } from './text-index'

/** The index of a desk's words, kept up with the desk. It can be asked at once: what is not indexed yet is not found yet. */
export type TextSearch = {
  /** @param limit of articles */
  readonly find: (query: string, offset: number, limit: number) => Promise<SearchPage>
  /** Takes in a change set that the records have taken in already. */
  readonly update: (changes: readonly Change[]) => void
  /** Resolves once everything is indexed, with where that came from. It never fails. */
  readonly ready: Promise<'loaded' | 'built'>
  /** Writes the index where that is allowed, and ends its thread. */
  readonly close: () => Promise<void>
}

export type TextSearchOptions = {
  /** Where the index is kept between starts; null keeps none. */
  readonly file: string | null
  /** Told of exceptions, which are bugs or a full disk: the search goes on without a thread, or without its file. */
  readonly report: (error: unknown) => void
  /** Told how far the index is, at most a few times a second, and that it is complete. */
  readonly tell?: (progress: SearchProgress) => void
  /** The bundled worker; null for an index in this thread. */
  readonly worker?: string | null
}

/** Milliseconds of this thread at a time: half a frame, with room for what else happens in it. */
const SLICE = 5
/** UTF-16 units that go to the index at once, so that a query waits for no more; in this thread, what takes about a slice. */
const BATCH = 120_000
const BATCH_IN_PLACE = 30_000
/** Records between two looks at the clock. */
const FEW = 8
const TELL_EVERY = 200
/** Changes that are taken in at once. */
const AT_ONCE = 500
/** Milliseconds of quiet before the index is written: a copy of some megabytes, which a crash may cost. */
const SAVE_AFTER = 30_000

export function createTextSearch(desk: Desk, options: TextSearchOptions): TextSearch {
  const { records } = desk
  const { file, tell = () => undefined } = options
  let closed = false
  // What is cut off by closing is no bug.
  const report = (error: unknown) => (closed ? undefined : options.report(error))
  let host = startHost(options)
  let progress: SearchProgress | null = { done: 0, total: 0 }
  /** The sum of all versions, known once all records have been looked at; until then what changed since. */
  let shift = 0
  let sum: number | null = null
  /** Whether the index knows what its file does not. */
  let unsaved = false
  /** Change sets of which the index does not know all yet. */
  let catchingUp = 0
  let saveTimer: NodeJS.Timeout | undefined
  let lastTold = 0

  const stamp = () => `${desk.record.id} ${desk.seq()} ${sum === null ? '' : (sum + shift) >>> 0}`

  const put = async (ids: Iterable<DocId>) => {
    const docs: SearchDoc[] = []
    const removed: string[] = []
    const speakers = speakerDirectory(records.speakers.values())
    for (const id of ids) {
      const doc = docOf(records, id, speakers)
      if (doc) docs.push(doc)
      else removed.push(id)
    }
    unsaved = true
    await host.call('put', { docs, removed })
  }

  /** Goes through all records, a slice at a time. */
  const addUp = async () => {
    const all = snapshotOf(records)
    let total = 0
    let until = performance.now() + SLICE
    for (const [at, record] of all.entries()) {
      total = (total + versionOf(nameOf(record), record)) >>> 0
      if (at % (FEW * FEW) === 0 && performance.now() > until) {
        await nextTurn()
        until = performance.now() + SLICE
      }
    }
    sum = total
  }

  /** Puts many records, a slice of this thread at a time; `onPart` is told how many are done. */
  const inSlices = async (ids: readonly DocId[], onPart: (done: number) => void = () => undefined) => {
    const most = host.inPlace ? BATCH_IN_PLACE : BATCH
    let answers: Promise<void>[] = []
    for (let at = 0; at < ids.length && !closed; ) {
      const until = performance.now() + SLICE
      const batch: DocId[] = []
      for (let size = 0; at < ids.length && size < most; at++) {
        const id = ids[at]
        if (id === undefined) break
        batch.push(id)
        size += sizeOf(desk, id)
        if (batch.length % FEW === 0 && performance.now() > until) break
      }
      answers.push(put(batch))
      // One is read by the thread while the next is made ready.
      if (answers.length > 1) {
        await answers[0]
        answers = answers.slice(1)
      }
      onPart(at)
      await nextTurn()
    }
    await Promise.all(answers)
  }

  const build = async () => {
    const ids = allDocIds(records)
    await inSlices(ids, (done) => {
      progress = { done, total: ids.length }
      if (performance.now() - lastTold <= TELL_EVERY) return
      lastTold = performance.now()
      tell(progress)
    })
  }

  /** Everything from the start, in this thread: the other one is gone. */
  const startAnew = async (error: unknown) => {
    report(error)
    if (closed || host.inPlace) return
    host = hostInPlace()
    progress = { done: 0, total: allDocIds(records).length }
    await build().catch(report)
    progress = null
  }

  /** What an import changed, a slice at a time. Each record is put as it is by then, so that none is put older than it is. */
  const catchUp = async (changes: readonly Change[]) => {
    catchingUp++
    try {
      await nextTurn()
      const ids = [...docsTouchedBy(changes, records)]
      await inSlices(ids)
      tell({ done: ids.length, total: ids.length })
    } finally {
      catchingUp--
    }
    saveLater()
  }

  const save = async () => {
    clearTimeout(saveTimer)
    if (file === null || !unsaved || desk.readOnly !== null || progress !== null || catchingUp > 0 || host.isDead())
      return
    unsaved = false
    await host.call('save', { file, stamp: stamp() }).catch((error) => {
      unsaved = true
      report(error)
    })
  }
  const saveLater = () => {
    clearTimeout(saveTimer)
    saveTimer = setTimeout(() => void save(), SAVE_AFTER)
    saveTimer.unref()
  }

  const start = async () => {
    await nextTurn()
    if (file !== null) await addUp()
    const loaded = file !== null && desk.asWritten && shift === 0 && (await host.call('load', { file, stamp: stamp() }))
    if (!loaded) await build()
    return loaded ? ('loaded' as const) : ('built' as const)
  }
  const ready = start()
    .catch(async (error) => {
      await startAnew(error)
      return 'built' as const
    })
    .then((origin) => {
      progress = null
      const total = allDocIds(records).length
      tell({ done: total, total })
      saveLater()
      return origin
    })

  return {
    ready,
    async find(text, offset, limit) {
      const query = parseQuery(text)
      const call = () => host.call('find', { query, offset, limit })
      const found = await call().catch(async (error) => {
        if (!host.isDead()) throw error
        await startAnew(error)
        return await call()
      })
      return await pageOf(records, query, found, progress)
    },
    update(changes) {
      shift = (shift + versionShift(changes)) >>> 0
      // At once, for the next query is about what was just done; an import of many records has to wait for its turns.
      if (changes.length <= AT_ONCE) void put(docsTouchedBy(changes, records)).catch(report)
      else void catchUp(changes).catch(report)
      saveLater()
    },
    async close() {
      if (progress === null) await save()
      closed = true
      clearTimeout(saveTimer)
      await host.close()
    },
  }
}

/** Where a desk's index is kept. */
export function searchIndexOf(desk: Pick<Desk, 'folder'>): string {
  return layoutOf(desk.folder).searchIndex
}

function startHost({ worker = bundledSearchWorker(), report }: TextSearchOptions): EngineHost {
  try {
    return worker === null ? hostInPlace() : hostInThread(worker)
  } catch (error) {
    report(error)
    return hostInPlace()
  }
}

/** About how much there is to read in a record, in UTF-16 units. */
function sizeOf({ records }: Desk, id: DocId): number {
  const revision = isArticle(id) ? records.articles.get(id)?.revisions.at(-1) : undefined
  const blocks = (revision && records.revisions.get(revision)?.blocks) ?? []
  return blocks.reduce((sum, { text }) => sum + text.length, 200)
}
