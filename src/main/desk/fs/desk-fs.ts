/** Only what the desk asks of a disk, so that tests can make any of it fail: full, read-only, gone. Paths are absolute. */
export type DeskFs = {
  /** Null when there is no such file. */
  readonly read: (path: string) => Promise<Buffer | null>
  /** Names in a folder, without an order; none when it is missing. */
  readonly list: (path: string) => Promise<readonly string[]>
  readonly stat: (path: string) => Promise<FileStat | null>
  /** Replaces a file whole or not at all; on return its bytes are on the disk, its name after `syncFolder`. */
  readonly replace: (path: string, text: string) => Promise<void>
  readonly makeFolder: (path: string) => Promise<void>
  readonly move: (from: string, to: string) => Promise<void>
  /** Removes a file or a folder with all that is in it; does nothing when it is missing. */
  readonly remove: (path: string) => Promise<void>
  /** Copies a file with its time of change. */
  readonly copy: (from: string, to: string) => Promise<void>
  /** Makes a second name for a file; falls back to a copy where the disk cannot. */
  readonly link: (from: string, to: string) => Promise<void>
  /** Makes new, renamed and removed names in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>
  /** Null when it is missing, except with `create`. */
  readonly openLog: (path: string, mode: LogMode) => Promise<LogFile | null>
  /** Holds a lock folder until it is released; `onLost` is called when it was taken away or removed meanwhile. */
  readonly lock: (path: string, staleAfter: number, onLost: () => void) => Promise<() => Promise<void>>
}

export type LogMode = 'read' | 'write' | 'create'

export type FileStat = { readonly size: number; readonly modified: number }

/** A file that grows at its end, held open. Offsets and sizes are bytes. */
export type LogFile = {
  readonly size: () => Promise<number>
  readonly write: (bytes: Buffer, at: number) => Promise<void>
  readonly read: (at: number, length: number) => Promise<Buffer>
  readonly truncate: (size: number) => Promise<void>
  /** Waits until what was written is on the disk. */
  readonly sync: () => Promise<void>
  /** Whether the file has no name left: what is written to it now would be lost. */
  readonly isUnlinked: () => boolean
  readonly close: () => Promise<void>
}

/** The `code` of a file system error, e.g. `ENOSPC`; an empty string for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** An error with a code, as the disk gives them. */
export function diskError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code })
}
