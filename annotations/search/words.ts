import { fold } from '../text/fold'

/** Code units of a word that count; what is longer is cut, in texts and queries alike. */
const MOST_UNITS = 64

/**
 * Told of each word as search sees it: its folded code units (the first `length` of a buffer that is used again), two hashes
 * of them that together tell it from any other (see `wordHashes`), and where it stands in the text, in UTF-16 units, end-exclusive.
 */
export type WordVisitor = (
  units: Uint16Array,
  length: number,
  hash: number,
  second: number,
  start: number,
  end: number,
) => void

/** What a code unit is to a word: a folded unit, or one of these. */
const BREAKS = 0
const IS_NOTHING = 1
const EXPANDS = 2
const SURROGATE = 3
const UNKNOWN = 0xffff

/** Filled as units are met: all 65,536 at once would hold up whoever asks first. */
const units = new Uint16Array(65_536).fill(UNKNOWN)
const expansions = new Map<number, readonly number[]>()

const buffer = new Uint16Array(MOST_UNITS)
/** FNV-1a (isthe.com/chongo/tech/comp/fnv), and another multiplicative hash. */
const FIRST_SEED = 0x811c9dc5
const FIRST_PRIME = 0x01000193
const SECOND_SEED = 0x9747b28c
const SECOND_PRIME = 0x5bd1e995

/**
 * Visits the words of a text: runs of letters and digits, folded as `fold` does, so that case, accents, vowel signs and kinds
 * of spaces and quotes do not count, and letters that only look alike in Arabic and Urdu are one. Of scripts that set no
 * spaces every letter is a word. One pass without making a string: most of the cost of indexing a desk is here.
 */
export function forEachWord(text: string, visit: WordVisitor): void {
  let length = 0
  let hash = FIRST_SEED
  let second = SECOND_SEED
  let start = 0
  let end = 0
  const push = (unit: number, from: number, to: number) => {
    if (length === 0) start = from
    end = to
    if (length === MOST_UNITS) return
    buffer[length++] = unit
    hash = Math.imul(hash ^ unit, FIRST_PRIME)
    second = Math.imul((second + unit) ^ (second >>> 15), SECOND_PRIME)
  }
  const flush = () => {
    if (length > 0) visit(buffer, length, hash >>> 0, second >>> 0, start, end)
    length = 0
    hash = FIRST_SEED
    second = SECOND_SEED
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let unit = units[code] ?? BREAKS
    if (unit === UNKNOWN) unit = learn(code)
    if (unit > SURROGATE) {
      const alone = unit >= 0x0e00 && standsAlone(unit)
      if (alone) flush()
      push(unit, at, at + 1)
      if (alone) flush()
    } else if (unit === BREAKS) {
      flush()
    } else if (unit === EXPANDS) {
      for (const one of expansions.get(code) ?? []) push(one, at, at + 1)
    } else if (unit === SURROGATE) {
      const pair = String.fromCodePoint(text.codePointAt(at) ?? 0)
      if (pair.length === 2 && IS_WORD.test(pair)) {
        for (const one of unitsOf(pair)) push(one, at, at + 2)
      } else flush()
      at += pair.length - 1
    } else if (length > 0) {
      // A mark belongs to the letter before it.
      end = at + 1
    }
  }
  flush()
}

/** The hashes of a folded word. That two words share all 64 bits happens once in a thousand million desks. */
export function wordHashes(units: Uint16Array): { readonly hash: number; readonly second: number } {
  let hash = FIRST_SEED
  let second = SECOND_SEED
  for (const unit of units) {
    hash = Math.imul(hash ^ unit, FIRST_PRIME)
    second = Math.imul((second + unit) ^ (second >>> 15), SECOND_PRIME)
  }
  return { hash: hash >>> 0, second: second >>> 0 }
}

/** The words of a text as strings. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  forEachWord(text, (units, length) => words.push(String.fromCharCode(...units.subarray(0, length))))
  return words
}

const IS_WORD = /[\p{L}\p{N}]/u
/** Marks, tatweel, and what shows nothing: soft hyphens, joiners, direction marks. */
const SHOWS_NOTHING = /^[\p{M}\p{Cf}\u0640]$/u

function learn(code: number): number {
  const unit = classify(code)
  units[code] = unit
  return unit
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  const character = String.fromCharCode(code)
  if (SHOWS_NOTHING.test(character)) return IS_NOTHING
  if (!IS_WORD.test(character)) return BREAKS
  const folded = unitsOf(character)
  const [only] = folded
  if (only === undefined) return IS_NOTHING
  if (folded.length === 1 && only > SURROGATE) return only
  expansions.set(code, folded)
  return EXPANDS
}

function unitsOf(character: string): number[] {
  const plain = Array.from(fold(character), (one) => LIKENESS.get(one) ?? one).join('')
  return Array.from(plain.replace(/[^\p{L}\p{N}]+/gu, '').split(''), (one) => one.charCodeAt(0))
}

/** Letters that no normal form parts or joins, though readers take them for the same. */
const LIKENESS: ReadonlyMap<string, string> = new Map([
  ...pairs('øłđðıħŧς', 'olddihtσ'),
  ...pairs('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...pairs('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
  // Arabic yeh, kaf, heh and teh marbuta as Urdu and Persian keyboards write them.
  ...pairs('يىكهة', 'ییکہہ'),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (character, at) => [character, to.charAt(at)])
}

/** Kana, Han, Thai, Lao, Burmese and Khmer: words are not set apart. */
function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3041 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  )
}
