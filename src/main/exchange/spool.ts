import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, ok, type Result } from '#annotations/model/result'
import { MOST_IMPORT_BYTES, tooLargeToImport } from '#contract/exchange-limits'
import type { GatherItem } from './gather-files'

/** Files that a page sends, put down on the disk part by part: so they never lie in memory while they come. */
export type Spool = {
  /** Takes the next part; a file ends with the part after which there is no more of it. */
  readonly add: (name: string, bytes: Uint8Array, more: boolean) => Promise<Result<void>>
  /** The files that came in whole. */
  readonly items: () => readonly GatherItem[]
  readonly remove: () => Promise<void>
}

export function createSpool(): Spool {
  const items: GatherItem[] = []
  let folder: Promise<string> | null = null
  let [number, total] = [0, 0]
  return {
    async add(name, bytes, more) {
      total += bytes.length
      if (total > MOST_IMPORT_BYTES) {
        return fail('bad-file', tooLargeToImport(name, total), { kept: 'The desk is as it was.' })
      }
      folder ??= mkdtemp(join(tmpdir(), 'crossread-files-'))
      const path = join(await folder, String(number))
      try {
        await appendFile(path, bytes)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return fail('save-failed', `${name} cannot be put down to be read: ${why}.`, { kept: 'The desk is as it was.' })
      }
      if (more) return ok(undefined)
      number++
      items.push({ path, name })
      return ok(undefined)
    },
    items: () => items,
    async remove() {
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}
