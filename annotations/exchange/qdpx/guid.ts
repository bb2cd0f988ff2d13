const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** What a GUID stands for; our ids are unique within one kind of record alone. */
export type Role = keyof typeof ROLES
const ROLES = { text: 1, selection: 2, coding: 3, note: 4, link: 5, linkNote: 6 } as const

/** The value of each digit, by its character's code. */
const VALUES = new Uint8Array(128)
for (const [value, digit] of Array.from(CROCKFORD).entries()) VALUES[digit.charCodeAt(0)] = value
const HEX = '0123456789ABCDEF'
/** Where a GUID's dashes stand: before these of its 32 digits. */
const DASHES = new Set([8, 12, 16, 20])
const DIGITS = 32

/**
 * One of our ids as a GUID. Both have 128 bits; the first four of ours are the highest of a time in milliseconds, which
 * stay zero until the year 2527, and say here what the GUID stands for.
 */
export function guidOf(id: string, role: Role): string {
  const start = id.indexOf('_') + 1
  let guid = ''
  let [held, bits, made] = [0, 0, 0]
  // From the last digit on, five bits in and four out: with big integers, a large project spends its time here.
  for (let at = id.length - 1; made < DIGITS; at--) {
    if (at >= start) held |= (VALUES[id.charCodeAt(at)] ?? 0) << bits
    bits += 5
    for (; bits >= 4 && made < DIGITS; bits -= 4) {
      made++
      const nibble = (held & 15) ^ (made === DIGITS ? ROLES[role] : 0)
      guid = `${DASHES.has(DIGITS - made) ? '-' : ''}${HEX.charAt(nibble)}${guid}`
      held >>>= 4
    }
  }
  return guid
}

/** The GUID of what is known by its name alone: the same for the same name, by FNV-1a with 128 bits (RFC 9923). */
export function guidOfName(name: string): string {
  const known = byName.get(name)
  if (known !== undefined) return known
  let hash = 0x6c62272e07bb014262b821756295c58dn
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x0000000001000000000000000000013bn)
  }
  if (byName.size >= MOST_KEPT) byName.clear()
  const guid = toGuid(hash)
  byName.set(name, guid)
  return guid
}

/** The few who annotate are named by each of their records. */
const byName = new Map<string, string>()
const MOST_KEPT = 1_000

function toGuid(bits: bigint): string {
  const digits = bits.toString(16).toUpperCase().padStart(32, '0')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A GUID as it is compared: tools write either case, with or without braces. */
export function sameGuid(guid: string | undefined): string {
  return (guid ?? '').replace(/[{}]/g, '').toUpperCase()
}
