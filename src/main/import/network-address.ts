import { BlockList, isIP } from 'node:net'

/** Addresses that are nobody's on the public internet, by the registries of RFC 6890: this machine, its networks, and what tunnels to them. */
const INNER = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  INNER.addSubnet(address, bits, 'ipv4')
}
for (const [address, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  INNER.addSubnet(address, bits, 'ipv6')
}

/** Whether an IP address leads to this machine or its own network, or to none at all. What is no address counts as inner. */
export function isInnerAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? ''
  const version = isIP(plain)
  if (version === 4) return INNER.check(plain, 'ipv4')
  // An IPv4 address in IPv6's clothes is judged as what it is; BlockList does so itself for ::ffff:0:0/96.
  return version === 6 ? INNER.check(plain, 'ipv6') : true
}

/** Whether a host's name says that it is inside: an inner address, `localhost`, a name without a dot, or a local ending. */
export function isInnerName(host: string): boolean {
  const name = host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (isIP(name) !== 0) return isInnerAddress(name)
  return !name.includes('.') || /\.(localhost|local|lan|internal|intranet|home\.arpa|corp|home)$/.test(name)
}
