import { crc32 } from 'node:zlib'

const [LOCAL, CENTRAL, END] = ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06']
/** Bytes of the record at the end of an archive, and of the longest comment after it. */
const END_RECORD = 22
const MOST_COMMENT = 65_535

/** The names that the headers of an archive's entries give, whether it is whole or not; none where it is no archive. */
export function namesInHeaders(bytes: Uint8Array): readonly string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = view.indexOf(LOCAL, 0, 'latin1'); at !== -1; at = view.indexOf(LOCAL, at + 4, 'latin1')) {
    if (at + 30 > view.length) break
    const name = view.toString('utf8', at + 30, at + 30 + view.readUInt16LE(at + 26))
    if (name !== '' && !name.includes('\0')) names.push(name)
  }
  return names
}

/** The entries whose bytes are not those that the archive's table of contents has a check sum of. Unpacking does not look. */
export function spoiltIn(bytes: Uint8Array, entries: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const sums = checkSums(bytes)
  return [...entries].flatMap(([name, contents]) => {
    const sum = sums.get(name)
    return sum === undefined || sum === crc32(contents) ? [] : [name]
  })
}

/** By name; empty for an archive without a table of contents. */
function checkSums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sums = new Map<string, number>()
  const end = view.lastIndexOf(END, Math.max(0, view.length - END_RECORD), 'latin1')
  if (end === -1 || end < view.length - END_RECORD - MOST_COMMENT) return sums
  let at = view.readUInt32LE(end + 16)
  for (let left = view.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > view.length || view.toString('latin1', at, at + 4) !== CENTRAL) break
    const [name, extra, comment] = [28, 30, 32].map((place) => view.readUInt16LE(at + place))
    sums.set(view.toString('utf8', at + 46, at + 46 + (name ?? 0)), view.readUInt32LE(at + 16))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return sums
}
