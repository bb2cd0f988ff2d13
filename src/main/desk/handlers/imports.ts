import { fail, ok, type Result } from '#annotations/model/result'
import type { ImportFailure, ImportProgress, ImportItem as Item } from '#contract/import-views'
import type { InputOf } from '#contract/methods'
import { fetchPage } from '../../import/fetch-page'
import type { Importer, ImportItem } from '../../import/import-files'
import type { Desk } from '../desk'
import { createTwinFinders, type TwinFinder } from '../search/twins'
import type { HandlersOf } from './handlers-of'
import type { PickedFiles } from './picked-files'

/** What an import keeps from call to call. */
type Session = { readonly stop: AbortController; readonly twins: Promise<TwinFinder> }

/** Windows that went away leave their imports behind; so many are kept. */
const MOST_SESSIONS = 8

/** Reads articles of every format for the user to look at. Nothing is saved here: that is `article.add`. */
export function importHandlers(
  desk: Desk,
  importer: Importer | null,
  picked: PickedFiles,
  tell: (progress: ImportProgress) => void,
): HandlersOf<'import'> {
  const sessions = new Map<string, Session>()
  // One worker reads for all windows: a second reading waits for the first.
  let queue: Promise<unknown> = Promise.resolve()
  const finders = createTwinFinders(desk.records)
  const end = (id: string) => {
    sessions.get(id)?.stop.abort()
    sessions.delete(id)
  }
  const sessionOf = (id: string): Session => {
    const known = sessions.get(id)
    if (known) return known
    const [oldest] = sessions.keys()
    if (oldest !== undefined && sessions.size >= MOST_SESSIONS) end(oldest)
    const session = { stop: new AbortController(), twins: finders() }
    sessions.set(id, session)
    return session
  }

  return {
    async 'import.read'({ id, items, columns }: InputOf<'import.read'>) {
      if (importer === null) return fail('unavailable', 'This desk reads no files.')
      const { stop, twins } = sessionOf(id)
      const found: ImportItem[] = []
      const missing: ImportFailure[] = []
      for (const item of items) {
        const taken = await take(item, picked, stop.signal)
        if (taken.ok) found.push(taken.value)
        else missing.push({ name: nameOf(item), error: taken.error })
      }
      const reading = queue.then(() =>
        importer.importFiles(found, {
          signal: stop.signal,
          onProgress: (progress) => tell({ id, ...progress }),
          ...(columns === undefined ? {} : { columns }),
        }),
      )
      queue = reading.catch(() => undefined)
      const report = await reading
      const twinOf = await twins
      return ok({
        drafts: report.articles.map((article) => ({ ...article, twin: twinOf(article.draft) })),
        failures: stop.signal.aborted ? report.failures : [...missing, ...report.failures],
        cancelled: stop.signal.aborted,
      })
    },
    'import.cancel'({ id }) {
      end(id)
      return ok(null)
    },
  }
}

/** The bytes, or the path, of what is to be read. */
async function take(item: Item, picked: PickedFiles, signal: AbortSignal): Promise<Result<ImportItem>> {
  switch (item.kind) {
    case 'file':
      return ok({ bytes: Buffer.from(item.base64, 'base64'), context: { source: { kind: 'file', name: item.name } } })
    case 'clip':
      return ok({
        bytes: Buffer.from(item.html),
        context: { source: { kind: 'paste' }, charset: 'utf-8' },
        format: 'html',
      })
    case 'page':
      return await fetchPage(item.url, signal)
    case 'picked': {
      const path = picked.pathOf(item.token)
      return path === null
        ? fail('not-found', 'This file is not known any more.', { next: 'Choose it again.' })
        : ok({ path })
    }
  }
}

function nameOf(item: Item): string {
  switch (item.kind) {
    case 'file':
      return item.name
    case 'page':
      return item.url
    case 'clip':
      return 'The clipboard'
    case 'picked':
      return 'A file'
  }
}
