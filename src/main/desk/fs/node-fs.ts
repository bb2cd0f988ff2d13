import { constants, fstatSync, readFileSync, writeSync } from 'node:fs'
import { copyFile, type FileHandle, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import lockfile from 'proper-lockfile'
import { type DeskFs, errorCode, type LogFile } from './desk-fs'

/** Not `a+`: Linux appends there whatever place is asked for. */
const LOG_FLAGS = { read: 'r', write: 'r+', create: constants.O_RDWR | constants.O_CREAT } as const

/** The real disk. */
export const nodeFs: DeskFs = {
  // Synchronous: opening a desk reads a thousand small files and can do nothing else before it has them. A file takes 40 µs so, and
  // four turns through the thread pool otherwise.
  read: (path) =>
    missingAs(
      null,
      attempt(() => readFileSync(path)),
    ),
  list: (path) => missingAs([], readdir(path)),
  stat: async (path) => {
    const found = await missingAs(null, stat(path))
    return found && { size: found.size, modified: found.mtimeMs }
  },
  replace: replaceFile,
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true })
  },
  move: rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  copy: copyWithTime,
  link: (from, to) => link(from, to).catch(() => copyWithTime(from, to)),
  syncFolder,
  openLog: async (path, mode) => {
    const handle = await missingAs(null, open(path, LOG_FLAGS[mode]))
    return handle && logFile(handle)
  },
  lock: (path, staleAfter, onLost) =>
    // Named by its own path: proper-lockfile keeps one lock a name, and a desk has two.
    lockfile.lock(path, {
      lockfilePath: path,
      realpath: false,
      stale: staleAfter,
      update: staleAfter / 4,
      onCompromised: onLost,
    }),
}

/**
 * Write beside, fsync, rename. Not `write-file-atomic`, whose single `write` may stop half-way on a full disk without an
 * error, and whose rename then replaces a good file by half of one; `writeFile` on a handle goes on until all is written.
 */
export function replaceFile(path: string, contents: string | Uint8Array): Promise<void> {
  return replaceWith(path, (handle) => handle.writeFile(contents))
}

/** The same for contents that are made while they are written, and never lie in memory together. */
export function replaceFileByPieces(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  return replaceWith(path, async (handle) => {
    for (const piece of pieces) await handle.writeFile(piece)
  })
}

async function replaceWith(path: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`
  try {
    const handle = await open(beside, 'w')
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

async function copyWithTime(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  const { atime, mtime } = await stat(from)
  await utimes(to, atime, mtime)
}

/** Windows cannot open a folder to flush it, and needs not: NTFS journals its names. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function logFile(handle: FileHandle): LogFile {
  return {
    size: async () => (await handle.stat()).size,
    // Synchronous because the page cache takes a line in 10 µs, against 50 for a turn through the thread pool; the wait for the
    // disk, which is long, is `sync`.
    async write(bytes, at) {
      for (let done = 0; done < bytes.length; )
        done += writeSync(handle.fd, bytes, done, bytes.length - done, at + done)
    },
    async read(at, length) {
      const bytes = Buffer.alloc(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, at + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    truncate: (size) => handle.truncate(size),
    // Times are not needed to read the line back; a changed size is, and fdatasync flushes it (fdatasync(2)).
    sync: () => handle.datasync(),
    // Touches no disk: 2 µs.
    isUnlinked: () => fstatSync(handle.fd).nlink === 0,
    close: () => handle.close(),
  }
}

async function missingAs<T, F>(fallback: F, found: Promise<T>): Promise<T | F> {
  try {
    return await found
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return fallback
    throw error
  }
}

async function attempt<T>(run: () => T): Promise<T> {
  return run()
}
