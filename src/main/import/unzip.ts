import { type UnzipFileInfo, unzipSync } from 'fflate'
import { BadFile } from './bad-file'
import { LIMITS, megabytes } from './limits'

/** Bytes that an archive may unpack to whatever its ratio: small files of much white space pack very well. */
const UNSUSPECTED = 10 * 1024 * 1024
const AGAIN = 'Open it in the program it was made with, and save it again or copy its text.'

/** Unpacked entries by their name. Names are only ever looked up, never used as paths on the disk. */
export type Entries = ReadonlyMap<string, Uint8Array>

/**
 * Unpacks the entries that `wanted` names, in memory. An entry never grows past the size that the archive states for it, and the
 * stated sizes are checked before anything is unpacked; so a zip bomb costs nothing.
 *
 * @throws BadFile for a damaged, oversized or booby-trapped archive
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Entries {
  let entries = 0
  let unpacked = 0
  let packed = 0
  const filter = (file: UnzipFileInfo): boolean => {
    entries++
    if (entries > LIMITS.entries) throw new BadFile(`holds more than ${LIMITS.entries} files.`, AGAIN)
    if (!wanted(file.name) || file.name.endsWith('/')) return false
    if (leadsOut(file.name)) throw new BadFile(`holds a file whose name leads out of it ("${file.name}").`, AGAIN)
    unpacked += file.originalSize
    packed += file.size
    if (isTooLarge(unpacked, packed)) throw tooLargeFor(unpacked)
    return true
  }
  return new Map(Object.entries(unzipSync(bytes, { filter })))
}

/** Whether so many bytes are more than an archive may hold, or than so many packed ones honestly make. */
export function isTooLarge(unpacked: number, packed: number): boolean {
  return unpacked > LIMITS.unpackedBytes || (unpacked > UNSUSPECTED && unpacked > packed * LIMITS.unpackedRatio)
}

export function tooLargeFor(unpacked: number): BadFile {
  const size =
    unpacked > LIMITS.unpackedBytes ? megabytes(LIMITS.unpackedBytes) : `${LIMITS.unpackedRatio} times its size`
  return new BadFile(`would unpack to more than ${size}, as no article does.`, AGAIN)
}

/** Whether a name would lead out of the archive's own folder. */
export function leadsOut(name: string): boolean {
  return /^([\\/]|[a-z]:)/i.test(name) || name.split(/[\\/]/).includes('..')
}

/** The names in an archive, without unpacking it; null when it is none. */
export function namesInZip(bytes: Uint8Array): ReadonlySet<string> | null {
  const names = new Set<string>()
  try {
    unzip(bytes, (name) => {
      names.add(name)
      return false
    })
    return names
  } catch (error) {
    if (error instanceof BadFile) throw error
    return null
  }
}
