import { type Adapter, Low } from 'lowdb'
import type { DeskFs } from '../fs/desk-fs'
import { type Format, type Parsed, parseFormat } from './migrate'
import { readableJson } from './readable-json'
import { isSealed, seal } from './seal'

/** What is known of a file. Reading never throws for what is in it, only for a disk that cannot be read. */
export type FileState<T> = { readonly state: 'missing' } | Parsed<T>

/**
 * One JSON file of a desk as a lowdb database. lowdb's own adapters neither validate nor fsync, and one of its presets keeps
 * everything in memory under `NODE_ENV=test`.
 *
 * @param levels how deep records are broken over lines
 */
export function jsonFile<T>(fs: DeskFs, path: string, format: Format<T>, levels: number): Low<FileState<T>> {
  const adapter: Adapter<FileState<T>> = {
    async read() {
      const bytes = await fs.read(path)
      if (bytes === null) return { state: 'missing' }
      const raw = parseJson(bytes)
      if (raw === undefined) return { state: 'broken', why: 'it is not JSON' }
      return parseFormat(format, raw, isSealed(bytes, format.kind))
    },
    async write(data) {
      if (data.state === 'sound') await fs.replace(path, seal(readableJson(data.value, levels), format.kind))
    },
  }
  return new Low<FileState<T>>(adapter, { state: 'missing' })
}

export async function readJson<T>(fs: DeskFs, path: string, format: Format<T>): Promise<FileState<T>> {
  const file = jsonFile(fs, path, format, 0)
  await file.read()
  return file.data
}

/** Durable once the folder is synced too, which the caller does once for many files. */
export async function writeJson<T>(
  fs: DeskFs,
  path: string,
  format: Format<T>,
  value: T,
  levels: number,
): Promise<void> {
  const file = jsonFile(fs, path, format, levels)
  file.data = { state: 'sound', value }
  await file.write()
}

/** Undefined, which no JSON says, when the bytes are not JSON. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
