/**
 * Bytes of all files of one import. It is one change set and so one line of the history, which must fit into a string (some
 * 512 million UTF-16 units) and into the memory of a thread, next to what is made of it.
 */
export const MOST_IMPORT_BYTES = 256 * 1024 * 1024

const MEGABYTE = 1024 * 1024

/** Why a file is not even begun. */
export function tooLargeToImport(name: string, bytes: number): string {
  return `${name} has ${Math.round(bytes / MEGABYTE)} MB, and one import takes at most ${MOST_IMPORT_BYTES / MEGABYTE} MB.`
}
