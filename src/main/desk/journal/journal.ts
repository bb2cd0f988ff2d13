import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Layout } from '../files/layout'
import { type DeskFs, diskError, type LogFile } from '../fs/desk-fs'
import { decodeEntry, type Entry, encodeEntry, type Position, type StackRef } from './entry'

/** The history, open for appending. One line at a time: the caller queues. */
export type Journal = {
  /** Where the next line will begin; null before the first. */
  readonly end: () => Position | null
  /**
   * Appends a line and waits until it is on the disk. Throws what the disk threw; the history is then as it was, or is cut
   * back to that before the next line: a half line is never glued to a whole one.
   */
  readonly append: (entry: Entry, month: string) => Promise<{ readonly position: Position; readonly length: number }>
  /** Forgets the files it appended to, which are gone, and begins again behind whatever there is. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

type OpenMonth = { readonly log: LogFile; readonly month: string }

export function openJournal(fs: DeskFs, layout: Layout, endAtOpening: Position | null): Journal {
  let end = endAtOpening
  let open: OpenMonth | null = null

  const shut = async () => {
    const shutting = open
    open = null
    await shutting?.log.close().catch(() => undefined)
  }

  /** The month's file, cut to where we know that it ends. */
  const openMonth = async (month: string): Promise<OpenMonth & { readonly at: number }> => {
    if (open?.month === month && end?.month === month) return { ...open, at: end.at }
    await shut()
    const path = layout.month(month)
    const known = end?.month === month ? end.at : null
    const log = await fs.openLog(path, known === null ? 'create' : 'write')
    if (log === null) throw diskError('ENOENT', path)
    open = { log, month }
    const size = await log.size()
    if (known === null) {
      await fs.syncFolder(layout.history)
      return { ...open, at: size }
    }
    if (size < known) throw diskError('ENOENT', `${path} is shorter than it was`)
    if (size > known) await log.truncate(known)
    return { ...open, at: known }
  }

  return {
    end: () => end,
    async append(entry, thisMonth) {
      // A clock that was set back must not put a line before older ones.
      const month = end !== null && end.month > thisMonth ? end.month : thisMonth
      const pieces = await inTurns(encodeEntry(entry))
      try {
        const { log, at } = await openMonth(month)
        end = { month, at }
        let length = 0
        for (const part of inParts(pieces)) {
          await log.write(part, at + length)
          length += part.length
        }
        await log.sync()
        if (log.isUnlinked()) throw diskError('ENOENT', `${layout.month(month)} was removed`)
        end = { month, at: at + length }
        return { position: { month, at }, length }
      } catch (error) {
        if (open !== null && end?.month === open.month) await open.log.truncate(end.at).catch(() => undefined)
        await shut()
        throw error
      }
    },
    async restart() {
      await shut()
      end = null
    },
    close: shut,
  }
}

/** All pieces; whoever waits in this process gets a turn between two of them. */
async function inTurns(pieces: Iterable<Buffer>): Promise<readonly Buffer[]> {
  const all: Buffer[] = []
  for (const piece of pieces) {
    all.push(piece)
    if (all.length % A_FEW === 0) await nextTurn()
  }
  return all
}

/** A usual line as one; the line of an import in parts that are copied within a few milliseconds. */
function* inParts(pieces: readonly Buffer[]): Generator<Buffer> {
  let [part, bytes]: [Buffer[], number] = [[], 0]
  for (const piece of pieces) {
    part.push(piece)
    bytes += piece.length
    if (bytes < MOST_AT_ONCE) continue
    yield Buffer.concat(part)
    part = []
    bytes = 0
  }
  if (part.length > 0) yield Buffer.concat(part)
}

/** Bytes of one write. */
const MOST_AT_ONCE = 8 * 1024 * 1024
/** Pieces of a usual line: it waits for nobody. */
const A_FEW = 4

/** The line that a stack points to; null when it can no longer be read. */
export async function readEntry(fs: DeskFs, layout: Layout, ref: StackRef): Promise<Entry | null> {
  const log = await fs.openLog(layout.month(ref.month), 'read')
  if (log === null) return null
  try {
    const line = decodeEntry((await log.read(ref.at, ref.length)).subarray(0, -1))
    return line.state === 'sound' ? line.entry : null
  } finally {
    await log.close()
  }
}
