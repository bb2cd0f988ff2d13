import type { Layout } from '../files/layout'
import type { DeskFs, LogFile } from '../fs/desk-fs'
import { type Decoded, decodeEntry, type Position } from './entry'

/** One line as it lies in the history. `length` counts bytes, with its line feed. */
export type Line = Decoded & { readonly position: Position; readonly length: number }

/** A line that was not finished, which was therefore never acknowledged. */
export type HalfLine = { readonly state: 'half'; readonly position: Position; readonly bytes: Buffer }

const CHUNK = 64 * 1024
const LINE_FEED = 10

/** Months that have a history, oldest first. */
export async function monthsOf(fs: DeskFs, layout: Layout): Promise<string[]> {
  const names = await fs.list(layout.history)
  return names.flatMap((name) => /^(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []).sort()
}

/** Reads the history onwards from a place, null for its very start. */
export async function* linesFrom(fs: DeskFs, layout: Layout, from: Position | null): AsyncGenerator<Line | HalfLine> {
  for (const month of await monthsOf(fs, layout)) {
    if (from !== null && month < from.month) continue
    const log = await fs.openLog(layout.month(month), 'read')
    if (log === null) continue
    try {
      yield* linesOfMonth(log, month, month === from?.month ? from.at : 0)
    } finally {
      await log.close()
    }
  }
}

async function* linesOfMonth(log: LogFile, month: string, start: number): AsyncGenerator<Line | HalfLine> {
  let pending: Buffer = Buffer.alloc(0)
  let at = start
  for (let chunk = CHUNK; ; chunk *= 2) {
    const more = await log.read(at + pending.length, chunk)
    if (more.length === 0) break
    pending = Buffer.concat([pending, more])
    for (let end = pending.indexOf(LINE_FEED); end !== -1; end = pending.indexOf(LINE_FEED)) {
      yield { ...decodeEntry(pending.subarray(0, end)), position: { month, at }, length: end + 1 }
      at += end + 1
      pending = pending.subarray(end + 1)
      chunk = CHUNK
    }
  }
  if (pending.length > 0) yield { state: 'half', position: { month, at }, bytes: pending }
}

/** Reads the history backwards, beginning with the line that ends at a place. */
export async function* linesBefore(fs: DeskFs, layout: Layout, before: Position): AsyncGenerator<Line> {
  const months = await monthsOf(fs, layout)
  for (const month of months.reverse()) {
    if (month > before.month) continue
    const log = await fs.openLog(layout.month(month), 'read')
    if (log === null) continue
    try {
      yield* linesOfMonthBackwards(log, month, month === before.month ? before.at : await log.size())
    } finally {
      await log.close()
    }
  }
}

async function* linesOfMonthBackwards(log: LogFile, month: string, before: number): AsyncGenerator<Line> {
  let block: Buffer = Buffer.alloc(0)
  let start = before
  for (let chunk = CHUNK; start > 0; chunk *= 2) {
    const from = Math.max(0, start - chunk)
    block = Buffer.concat([await log.read(from, start - from), block])
    start = from
    for (;;) {
      // The last byte is the line feed that ends this line; the one before it ends the line before.
      const feed = block.length < 2 ? -1 : block.lastIndexOf(LINE_FEED, block.length - 2)
      if (feed === -1 && start > 0) break
      const line = block.subarray(feed + 1)
      if (line.length > 0)
        yield {
          ...decodeEntry(line.subarray(0, -1)),
          position: { month, at: start + feed + 1 },
          length: line.length,
        }
      if (feed === -1) return
      block = block.subarray(0, feed + 1)
      chunk = CHUNK
    }
  }
}
