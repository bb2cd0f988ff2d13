const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** What a GUID stands for; our ids are unique within one kind of record alone. */
export type Role = keyof typeof ROLES
const ROLES = { text: 1n, selection: 2n, coding: 3n, note: 4n, link: 5n, linkNote: 6n } as const

/**
 * One of our ids as a GUID. Both have 128 bits; the first four of ours are the highest of a time in milliseconds, which
 * stay zero until the year 2527, and say here what the GUID stands for.
 */
export function guidOf(id: string, role: Role): string {
  let bits = 0n
  for (const digit of id.slice(id.indexOf('_') + 1)) bits = bits * 32n + BigInt(CROCKFORD.indexOf(digit))
  return toGuid(BigInt.asUintN(128, bits ^ (ROLES[role] << 124n)))
}

/** The GUID of what is known by its name alone: the same for the same name, by FNV-1a with 128 bits (RFC 9923). */
export function guidOfName(name: string): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x0000000001000000000000000000013bn)
  }
  return toGuid(hash)
}

function toGuid(bits: bigint): string {
  const digits = bits.toString(16).toUpperCase().padStart(32, '0')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A GUID as it is compared: tools write either case, with or without braces. */
export function sameGuid(guid: string | undefined): string {
  return (guid ?? '').replace(/[{}]/g, '').toUpperCase()
}
