import { Unzip, UnzipInflate } from 'fflate'
import { type Entries, isTooLarge, leadsOut, tooLargeFor } from './unzip'

/**
 * The entries that are whole in an archive without its end, where its table of contents would be: each is read from its own
 * header on, until one breaks off.
 *
 * @throws BadFile for more than may be unpacked
 */
export function salvageZip(bytes: Uint8Array, wanted: (name: string) => boolean): Entries {
  const whole = new Map<string, Uint8Array>()
  let unpacked = 0
  let tooLarge = false
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = []
    if (!wanted(file.name) || leadsOut(file.name)) return
    file.ondata = (error, chunk, isLast) => {
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
  return whole
}

/** Bytes that are unpacked between two looks at how much has come of them. */
const STEP = 64 * 1024
