import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { changeSetSchema } from '#annotations/changes/change-set'
import { checksum, inDigits } from '../files/seal'

/** A place in the history: a month's file, and a byte in it. */
export const positionSchema = z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), at: z.int().nonnegative() })
export type Position = z.infer<typeof positionSchema>

/** A line that can be undone or redone: where it is, how long (bytes, with its line feed), and what it is called. */
export const stackRefSchema = z.strictObject({ ...positionSchema.shape, length: z.int().positive(), label: z.string() })
export type StackRef = z.infer<typeof stackRefSchema>

/**
 * One line of the history. `undo` and `redo` are the stacks below this line: a line that did or redid something lies on top
 * of `undo`, one that undid lies on top of `redo`. So the last line alone tells both stacks, however deep, and taking one
 * back reads one line.
 */
export const entrySchema = z.strictObject({
  v: z.literal(1),
  seq: z.int().positive(),
  kind: z.enum(['do', 'undo', 'redo']),
  undo: stackRefSchema.nullable(),
  redo: stackRefSchema.nullable(),
  changeSet: changeSetSchema,
})
export type Entry = z.infer<typeof entrySchema>

export type Stacks = { readonly undo: StackRef | null; readonly redo: StackRef | null }

/** The stacks once a line has been written at a place. */
export function stacksAfter(entry: Entry, at: Position, length: number): Stacks {
  const self: StackRef = { month: at.month, at: at.at, length, label: entry.changeSet.label }
  return entry.kind === 'undo' ? { undo: entry.undo, redo: self } : { undo: self, redo: entry.redo }
}

const CHECK = /,"crc":"([0-9a-f]{8})"\}$/
const CHECK_LENGTH = ',"crc":"00000000"}'.length

/** Changes that are encoded together. */
const IN_A_ROW = 500

/**
 * The line as bytes, with its check sum and line feed, in pieces of some milliseconds each: the line of an import holds hundreds
 * of thousands of records.
 */
export function* encodeEntry({ changeSet: { changes, ...rest }, ...line }: Entry): Generator<Buffer> {
  let sum = 0
  const piece = (text: string) => {
    const bytes = Buffer.from(text)
    sum = crc32(bytes, sum)
    return bytes
  }
  yield piece(JSON.stringify({ ...line, changeSet: { ...rest, changes: [] } }).slice(0, -']}}'.length))
  for (let at = 0; at < changes.length; at += IN_A_ROW) {
    const some = JSON.stringify(changes.slice(at, at + IN_A_ROW)).slice(1, -1)
    yield piece(at === 0 ? some : `,${some}`)
  }
  yield piece(']}')
  yield Buffer.from(`,"crc":"${inDigits(sum)}"}\n`)
}

export type Decoded =
  | { readonly state: 'sound'; readonly entry: Entry }
  | { readonly state: 'broken' }
  | { readonly state: 'newer'; readonly version: number }

const newerSchema = z.looseObject({ v: z.int().min(2) })

/** Reads one line, given without its line feed. */
export function decodeEntry(line: Buffer): Decoded {
  const text = line.toString('utf8')
  const check = CHECK.exec(text)?.[1]
  if (check === undefined || checksum(line.subarray(0, line.length - CHECK_LENGTH)) !== check)
    return { state: 'broken' }
  const raw: unknown = parseOrNull(`${text.slice(0, -CHECK_LENGTH)}}`)
  const newer = newerSchema.safeParse(raw)
  if (newer.success) return { state: 'newer', version: newer.data.v }
  const entry = entrySchema.safeParse(raw)
  return entry.success ? { state: 'sound', entry: entry.data } : { state: 'broken' }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
