import { Unzip, UnzipInflate } from 'fflate'
import { type Entries, isTooLarge, leadsOut, tooLargeFor } from './unzip'

/** What is left of an archive that is cut off or damaged. */
export type Salvaged = {
  /** The entries that could be unpacked to their end. */
  readonly whole: Entries
  /** The one in which the archive breaks off, as far as it goes; null where it breaks off between two. */
  readonly cut: { readonly name: string; readonly bytes: Uint8Array } | null
  /** The names of those that are spoilt. */
  readonly damaged: readonly string[]
}

/**
 * What can be read of an archive without its end, where its table of contents would be: each entry is read from its own
 * header on, until one breaks off.
 *
 * @throws BadFile for more than may be unpacked
 */
export function salvageZip(bytes: Uint8Array, wanted: (name: string) => boolean): Salvaged {
  const whole = new Map<string, Uint8Array>()
  const parts = new Map<string, readonly Uint8Array[]>()
  const damaged: string[] = []
  let last = ''
  let unpacked = 0
  let tooLarge = false
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = []
    last = file.name
    if (!wanted(file.name) || leadsOut(file.name)) return
    parts.set(file.name, chunks)
    file.ondata = (error, chunk, isLast) => {
      if (error) damaged.push(file.name)
      if (error || tooLarge) return
      unpacked += chunk.length
      tooLarge = isTooLarge(unpacked, bytes.length)
      chunks.push(chunk)
      if (isLast) whole.set(file.name, Buffer.concat(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !tooLarge; at += STEP) unzip.push(bytes.subarray(at, at + STEP))
  } catch {
    // What breaks off is no entry; those before it are whole.
  }
  if (tooLarge) throw tooLargeFor(unpacked)
  const begun = parts.get(last)
  const isCut = begun !== undefined && !whole.has(last) && !damaged.includes(last)
  return { whole, cut: isCut ? { name: last, bytes: Buffer.concat(begun) } : null, damaged: [...new Set(damaged)] }
}

/** Bytes that are unpacked between two looks at how much has come of them. */
const STEP = 64 * 1024
