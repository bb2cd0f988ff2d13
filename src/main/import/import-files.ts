import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type AppError, fail, type Result } from '#annotations/model/result'
import type { Format } from './detect-format'
import type { Columns } from './formats/columns'
import type { ImportedArticle, ReadContext } from './imported-article'
import { LIMITS } from './limits'
import { tooLarge } from './read-articles'
import { WorkerReader } from './worker-reader'

/** A file or folder on the disk, or bytes that are already here: a drop, the clipboard, a fetched page. */
export type ImportItem =
  | { readonly path: string }
  | { readonly bytes: Uint8Array; readonly context: ReadContext; readonly format?: Format }

export type ImportOptions = {
  /** Called before each file, and once at the end with `done` equal to `total`. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly name: string }) => void
  readonly signal?: AbortSignal
  /** For tables and JSON; proposed from the columns' names when it is not given. */
  readonly columns?: Columns
}

export type ImportFailure = { readonly name: string; readonly error: AppError }

/** What came in, and what did not and why. `cancelled` when the user stopped it; what had been read until then is kept. */
export type ImportReport = {
  readonly articles: readonly ImportedArticle[]
  readonly failures: readonly ImportFailure[]
  readonly cancelled: boolean
}

export type Importer = {
  readonly importFiles: (items: readonly ImportItem[], options?: ImportOptions) => Promise<ImportReport>
  /** Ends the worker; a later import starts a new one. */
  readonly close: () => Promise<void>
}

/**
 * Reads files in a worker thread, one after the other, so that neither a slow nor a hostile one stops the app: a file that takes
 * longer than the limit is given up with its worker, and the next one gets a fresh worker.
 *
 * @param worker the bundled `import-worker.js`
 * @param fileTime milliseconds for one file
 */
export function createImporter(worker: URL, fileTime: number = LIMITS.fileTime): Importer {
  const reader = new WorkerReader(worker, fileTime)
  return {
    importFiles: (items, options = {}) => importAll(items, options, reader),
    close: () => reader.close(),
  }
}

async function importAll(
  items: readonly ImportItem[],
  { onProgress, signal, columns }: ImportOptions,
  reader: WorkerReader,
): Promise<ImportReport> {
  const articles: ImportedArticle[] = []
  const failures: ImportFailure[] = []
  const files = await listFiles(items, failures)
  let done = 0
  for (const file of files) {
    if (signal?.aborted) break
    const name = 'path' in file ? basename(file.path) : (file.context.source.name ?? 'The text')
    onProgress?.({ done, total: files.length, name })
    const read = await readOne(file, columns, reader, signal)
    if (signal?.aborted) break
    if (read.ok) articles.push(...read.value)
    else failures.push({ name, error: read.error })
    done++
  }
  onProgress?.({ done, total: files.length, name: '' })
  return { articles, failures, cancelled: signal?.aborted === true && done < files.length }
}

async function readOne(
  item: ImportItem,
  columns: Columns | undefined,
  reader: WorkerReader,
  signal: AbortSignal | undefined,
): Promise<Result<readonly ImportedArticle[]>> {
  const more = columns === undefined ? {} : { columns }
  if ('bytes' in item) {
    const { bytes, context, format } = item
    return await reader.read(
      { bytes, context: { ...context, ...more }, ...(format === undefined ? {} : { format }) },
      signal,
    )
  }
  const context: ReadContext = { source: { kind: 'file', name: basename(item.path) }, ...more }
  try {
    // Looked at before it is read: a file of many gigabytes must not be taken into memory to be refused.
    if ((await stat(item.path)).size > LIMITS.fileBytes) return tooLarge(context)
    return await reader.read({ bytes: new Uint8Array(await readFile(item.path)), context }, signal)
  } catch (error) {
    return unreadable(basename(item.path), error)
  }
}

/** Folders give their files, in the order of their names; hidden ones and links to elsewhere are passed over. */
async function listFiles(items: readonly ImportItem[], failures: ImportFailure[]): Promise<ImportItem[]> {
  const files: ImportItem[] = []
  const add = async (item: ImportItem, depth: number): Promise<void> => {
    if (!('path' in item)) return void files.push(item)
    const name = basename(item.path)
    try {
      if (!(await stat(item.path)).isDirectory()) return void files.push(item)
      if (depth > LIMITS.folders) return void failures.push({ name, error: tooDeep(name) })
      const entries = (await readdir(item.path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
      for (const entry of entries) {
        if (files.length >= LIMITS.files) return void failures.push({ name, error: tooMany(name) })
        if (entry.name.startsWith('.') || !(entry.isFile() || entry.isDirectory())) continue
        await add({ path: join(item.path, entry.name) }, depth + 1)
      }
    } catch (error) {
      const result = unreadable(name, error)
      if (!result.ok) failures.push({ name, error: result.error })
    }
  }
  for (const item of items) await add(item, 0)
  return files
}

function unreadable(name: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const why =
    code === 'ENOENT'
      ? 'is not there any more'
      : code === 'EACCES' || code === 'EPERM'
        ? 'may not be read by you'
        : 'could not be read from the disk'
  return fail('bad-file', `"${name}" ${why}.`, { next: 'Check the file, and import it again.' })
}

function tooDeep(name: string): AppError {
  return {
    code: 'bad-file',
    message: `"${name}" lies more than ${LIMITS.folders} folders deep.`,
    next: 'Import that folder itself.',
  }
}

function tooMany(name: string): AppError {
  return {
    code: 'bad-file',
    message: `"${name}" holds more files than one import takes (${LIMITS.files}).`,
    next: 'Import the rest of its files separately.',
  }
}
