import { fail, ok, type Result } from '#annotations/model/result'
import type { HistoryLine } from './desk'
import { diskWords } from './disk-words'
import type { Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'
import { type Position, positionSchema } from './journal/entry'
import { linesBefore } from './journal/lines'

export type HistoryPage = { readonly lines: readonly HistoryLine[]; readonly next: string | null }

/**
 * One page of the history, newest first. A line that cannot be read is left out; it was told when the desk was opened, or is
 * when it is undone.
 *
 * @param before a cursor from an earlier page: the place of its last line
 */
export async function readHistory(
  fs: DeskFs,
  layout: Layout,
  end: Position | null,
  before: string | null,
  limit: number,
): Promise<Result<HistoryPage>> {
  const from = before === null ? end : parseCursor(before)
  if (before !== null && from === null) return fail('invalid-input', 'This page of the history is not known.')
  const lines: HistoryLine[] = []
  if (from === null) return ok({ lines, next: null })
  try {
    for await (const line of linesBefore(fs, layout, from)) {
      if (line.state !== 'sound') continue
      lines.push({ kind: line.entry.kind, changeSet: line.entry.changeSet })
      if (lines.length === limit) return ok({ lines, next: line.entry.seq > 1 ? cursorOf(line.position) : null })
    }
  } catch (error) {
    return fail('bad-file', `The history cannot be read. ${diskWords(error, layout.folder).message}`)
  }
  return ok({ lines, next: null })
}

function cursorOf({ month, at }: Position): string {
  return `${month}:${at}`
}

function parseCursor(cursor: string): Position | null {
  const [month, at] = cursor.split(':')
  const position = positionSchema.safeParse({ month, at: Number(at) })
  return position.success ? position.data : null
}
