/**
 * What one import may cost. A news article is thousands of times smaller than any of these; they stand between a hostile
 * file and the user's memory and patience. Stated for users in docs/formats/imports.md.
 */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 100 * 1024 * 1024,
  /** UTF-16 units of one text, after decoding: all that a revision can be asked to hold. */
  textLength: 20_000_000,
  /** Paragraphs of one article. */
  blocks: 200_000,
  /** Levels of elements within one another; deeper ones are lifted to this level. Readers recurse. */
  htmlDepth: 200,
  /** Elements of one page. */
  htmlElements: 400_000,
  /** Bytes of an archive's needed entries, unpacked. */
  unpackedBytes: 300 * 1024 * 1024,
  /** Unpacked to packed bytes of an archive's entries, once it is large enough to matter. */
  unpackedRatio: 200,
  /** Entries of an archive. */
  entries: 10_000,
  /** Pages of a PDF. */
  pages: 2_000,
  /** Articles in one file: lines of JSON Lines, rows of CSV, chapters of a book. */
  articles: 10_000,
  /** Files in one import, and folders within folders. */
  files: 10_000,
  folders: 32,
  /** Milliseconds for one file; then its worker is ended. */
  fileTime: 60_000,
  /** Megabytes of memory of the worker that reads files. */
  workerMemory: 1_024,
} as const

/** Bytes in words: "100 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`
}
