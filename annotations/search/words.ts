import { fold } from '../text/fold'

/** Code units of a word that count; what is longer is cut, in texts and queries alike. */
const MOST_UNITS = 64

/**
 * Told of each word as search sees it: its folded code units, which are the first `length` of a buffer that is used again, and
 * where it stands in the text, in UTF-16 units, end-exclusive.
 */
export type WordVisitor = (units: Uint16Array, length: number, start: number, end: number) => void

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

/**
 * Visits the words of a text: runs of letters and digits, folded as `fold` does, so that case, accents, vowel signs and kinds
 * of spaces and quotes do not count, and letters that only look alike in Arabic and Urdu are one. Of scripts that set no
 * spaces every letter is a word. One pass that makes no string and calls nothing but `visit` for plain letters: much of the
 * cost of indexing a desk is here. `visit` must not look for words itself.
 */
export function forEachWord(text: string, visit: WordVisitor): void {
  let length = 0
  let start = 0
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let unit = units[code] ?? BREAKS
    if (unit === UNKNOWN) unit = learn(code)
    if (unit === IS_NOTHING) {
      // A mark belongs to the letter before it.
      if (length > 0) end = at + 1
      continue
    }
    const alone = unit >= FIRST_ALONE && standsAlone(unit)
    if ((unit === BREAKS || alone) && length > 0) {
      visit(buffer, length, start, end)
      length = 0
    }
    if (unit === BREAKS) continue
    if (length === 0) start = at
    end = at + 1
    if (unit > SURROGATE) {
      if (length < MOST_UNITS) buffer[length++] = unit
    } else if (unit === EXPANDS) {
      length = append(expansions.get(code) ?? NONE, length)
    } else {
      const pair = String.fromCodePoint(text.codePointAt(at) ?? 0)
      const isWord = pair.length === 2 && IS_WORD.test(pair)
      if (isWord) length = append(unitsOf(pair), length)
      else if (length > 0) {
        visit(buffer, length, start, at)
        length = 0
      }
      at += pair.length - 1
      end = at + 1
    }
    if (alone) {
      visit(buffer, length, start, end)
      length = 0
    }
  }
  if (length > 0) visit(buffer, length, start, end)
}

const NONE: readonly number[] = []

/** Answers the new length. */
function append(more: readonly number[], length: number): number {
  let at = length
  for (const unit of more) if (at < MOST_UNITS) buffer[at++] = unit
  return at
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

const FIRST_ALONE = 0x0e00

/** Kana, Han, Thai, Lao, Burmese and Khmer: words are not set apart. */
function standsAlone(unit: number): boolean {
  return (
    (unit >= FIRST_ALONE && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3041 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  )
}
