import { crc32 } from 'node:zlib'

/**
 * A seal is a check sum as the last field of a file: whoever finds it whole knows that the bytes are those that Crossread wrote,
 * which only writes what its schemas took. It saves no file from being checked, but most from being checked twice: validating
 * 100,000 highlights again takes longer than all the rest of opening them. A change by hand breaks the seal, and goes through
 * the schema.
 */
const SEAL = /,\n {2}"crc": "([0-9a-f]{8})"\n\}\n$/
const SEAL_LENGTH = ',\n  "crc": "00000000"\n}\n'.length
const END = '\n}\n'

/**
 * Puts the seal at the end of readable JSON of an object that has at least one field.
 *
 * @param kind what the file is, which the sum covers too: one put in the place of another is not sealed
 */
export function seal(json: string, kind: string): string {
  const body = json.slice(0, -END.length)
  return `${body},\n  "crc": "${checksum(Buffer.from(body), kind)}"${END}`
}

/** Whether a file's seal is there and whole. */
export function isSealed(bytes: Buffer, kind: string): boolean {
  if (bytes.length < SEAL_LENGTH) return false
  const found = SEAL.exec(bytes.toString('latin1', bytes.length - SEAL_LENGTH))?.[1]
  return found !== undefined && found === checksum(bytes.subarray(0, bytes.length - SEAL_LENGTH), kind)
}

/** CRC-32 of a prefix and the bytes after it, in eight hexadecimal digits. */
export function checksum(bytes: Buffer, prefix = ''): string {
  return inDigits(crc32(bytes, crc32(prefix)))
}

/** A sum of 32 bits in eight hexadecimal digits. */
export function inDigits(sum: number): string {
  return sum.toString(16).padStart(8, '0')
}
