import { fold } from './fold'

/** Words in a shingle, and numbers in a sketch: with 128, the likeness of two texts is known to about ± 0.04. */
const SHINGLE = 4
const SKETCH = 128
/** Bands of equal numbers by which the index finds candidates: texts that are 0.5 alike share one of 32 in 88 % of cases, 0.7 in 99.98 %. */
const BANDS = 32
const ROWS = SKETCH / BANDS

/** A text in 128 numbers; the share of equal ones estimates the share of common shingles (Broder, 1997). */
export type Sketch = Uint32Array

/** The sketch of a text. Case, accents, typographic signs and spaces do not count. */
export function sketchOf(text: string): Sketch {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const sketch = new Uint32Array(SKETCH).fill(0xffffffff)
  const count = Math.max(1, words.length - SHINGLE + 1)
  for (let start = 0; start < count; start++) {
    const hash = hashOf(words, start, Math.min(words.length, start + SHINGLE))
    for (let i = 0; i < SKETCH; i++) {
      const mixed = mix(hash, i)
      if (mixed < (sketch[i] ?? 0)) sketch[i] = mixed
    }
  }
  return sketch
}

/** How much of two texts is the same, 0 to 1: the Jaccard likeness of their shingles, estimated. */
export function likeness(a: Sketch, b: Sketch): number {
  let equal = 0
  for (let i = 0; i < SKETCH; i++) if (a[i] === b[i]) equal++
  return equal / SKETCH
}

/** An address without what does not change the page: the scheme, `www.`, the fragment, tracking parameters, a slash at the end. */
export function sameAddressKey(url: string): string | null {
  try {
    const { hostname, pathname, searchParams } = new URL(url)
    const kept = [...searchParams].filter(
      ([name]) => !/^(utm_|fbclid$|gclid$|mc_|ref$|ref_src$|cmpid$|share$)/i.test(name),
    )
    const query = kept
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('&')
    return `${hostname.replace(/^(www|m|amp)\./, '')}${pathname.replace(/\/(amp\/?)?$/, '')}${query === '' ? '' : `?${query}`}`
  } catch {
    return null
  }
}

export type Likely<Key> = { readonly key: Key; readonly likeness: number; readonly sameAddress: boolean }

/** Articles by their sketches and addresses, to find those that a new one repeats. */
export class SimilarIndex<Key> {
  readonly #sketches = new Map<Key, Sketch>()
  readonly #bands = new Map<string, Key[]>()
  readonly #addresses = new Map<string, Key[]>()

  add(key: Key, sketch: Sketch, url: string | null): void {
    this.#sketches.set(key, sketch)
    for (const band of bandsOf(sketch)) push(this.#bands, band, key)
    const address = url === null ? null : sameAddressKey(url)
    if (address !== null) push(this.#addresses, address, key)
  }

  /**
   * Articles that share the address, or at least `least` of the text, the likeliest first. From about 0.9 a text is a duplicate;
   * from about 0.4 it tells the same story in much the same words, as a revision does.
   */
  find(sketch: Sketch, url: string | null, least = 0.4): Likely<Key>[] {
    const address = url === null ? null : sameAddressKey(url)
    const sameAddress = new Set(address === null ? [] : this.#addresses.get(address))
    const candidates = new Set(sameAddress)
    for (const band of bandsOf(sketch)) for (const key of this.#bands.get(band) ?? []) candidates.add(key)
    return [...candidates]
      .map((key) => {
        const other = this.#sketches.get(key)
        return { key, likeness: other === undefined ? 0 : likeness(sketch, other), sameAddress: sameAddress.has(key) }
      })
      .filter((found) => found.sameAddress || found.likeness >= least)
      .sort((a, b) => Number(b.sameAddress) - Number(a.sameAddress) || b.likeness - a.likeness)
  }
}

function bandsOf(sketch: Sketch): string[] {
  return Array.from({ length: BANDS }, (_, band) => `${band}:${sketch.subarray(band * ROWS, (band + 1) * ROWS).join()}`)
}

function push<Key>(map: Map<string, Key[]>, at: string, key: Key): void {
  const list = map.get(at)
  if (list === undefined) map.set(at, [key])
  else list.push(key)
}

/** FNV-1a over the words from `start` to `end`. */
function hashOf(words: readonly string[], start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) {
    const word = words[i] ?? ''
    for (let c = 0; c < word.length; c++) hash = Math.imul(hash ^ word.charCodeAt(c), 0x01000193)
    hash = Math.imul(hash ^ 0x20, 0x01000193)
  }
  return hash >>> 0
}

/** One of 128 permutations of a hash: murmur3's finaliser over the hash and the permutation's number. */
function mix(hash: number, index: number): number {
  let x = hash ^ Math.imul(index + 1, 0x9e3779b1)
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
