import { analyse } from 'chardet'
import { BadFile } from '../bad-file'
import { LIMITS } from '../limits'

/** What detection may answer. Any other that a page declares is honoured too, if the platform knows it. */
const GUESSED: readonly string[] = ['windows-1251', 'windows-1252', 'windows-1256']
/** chardet's names of what are, for text on the web, the same three. */
const ALIASES: { readonly [name: string]: string } = { 'iso-8859-1': 'windows-1252', 'iso-8859-6': 'windows-1256' }

/** Bytes: enough letters to count, few enough to be quick in a large file. */
const SAMPLE = 64 * 1024

/** Latin letters between which a high byte is an accented letter, not a word of another script. */
const FOREIGN_WORD = /[\u0400-\u04ff\u0600-\u06ff]{3}/

/**
 * Bytes as text: by byte order mark, then as declared, then as UTF-8 if they are valid UTF-8, then UTF-16 by its zero bytes,
 * then the likeliest of windows-1251, 1252 and 1256. A byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text = decodeWith(decoder(bytes, declared), bytes)
  if (text.length > LIMITS.textLength) {
    throw new BadFile(
      `holds more than ${LIMITS.textLength / 1_000_000} million characters, more than Crossread takes as one article.`,
      'Split it into smaller files.',
    )
  }
  return text
}

/** What windows-1252 has where Latin-1 has controls, from 0x80 on; a control stands for the five that it leaves free. */
const TYPOGRAPHIC = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Some releases of Node 20 to 23 decode windows-1252 as Latin-1, and so lose its quotation marks and dashes. */
export function decodeWith(by: TextDecoder, bytes: Uint8Array): string {
  const text = by.decode(bytes)
  if (by.encoding !== 'windows-1252') return text
  return text.replace(/[\x80-\x9f]/g, (control) => TYPOGRAPHIC[control.charCodeAt(0) - 0x80] ?? control)
}

function decoder(bytes: Uint8Array, declared: string | undefined): TextDecoder {
  const mark = markOf(bytes)
  if (mark !== null) return new TextDecoder(mark)
  const named = declared === undefined ? null : decoderNamed(declared)
  // A page that declares UTF-8 and is not was saved by a program that did not look; the bytes are the better witness.
  if (named !== null && (named.encoding !== 'utf-8' || isUtf8(bytes))) return named
  if (isUtf8(bytes)) return new TextDecoder('utf-8')
  return new TextDecoder(wideOf(bytes) ?? narrowOf(bytes))
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** A declared UTF-16 without a mark is a lie more often than not: a page that could be read to its declaration is not UTF-16. */
function decoderNamed(label: string): TextDecoder | null {
  try {
    const named = new TextDecoder(label.trim())
    return named.encoding.startsWith('utf-16') ? null : named
  } catch {
    return null
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  // Zero bytes are valid UTF-8 and in no text: ASCII in UTF-16 must not pass for it.
  if (bytes.subarray(0, SAMPLE).includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * UTF-16 without a mark, by what every text in it has: spaces and line ends, whose high byte is zero, on one side only.
 * Letters need not be Latin.
 */
function wideOf(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length - (bytes.length % 2), SAMPLE)
  let little = 0
  let big = 0
  for (let i = 0; i < end; i += 2) {
    const [first, second] = [bytes[i] ?? 0, bytes[i + 1] ?? 0]
    if (second === 0 && (first === 0x20 || first === 0x0a)) little++
    if (first === 0 && (second === 0x20 || second === 0x0a)) big++
  }
  const least = Math.max(1, end / 200)
  if (little >= least && big * 10 <= little) return 'utf-16le'
  return big >= least && little * 10 <= big ? 'utf-16be' : null
}

function narrowOf(bytes: Uint8Array): string {
  for (const { name } of analyse(bytes.subarray(0, SAMPLE))) {
    const known = ALIASES[name.toLowerCase()] ?? name.toLowerCase()
    if (GUESSED.includes(known) && isPlausible(bytes, known)) return known
  }
  return 'windows-1252'
}

/** A guess of Cyrillic or Arabic must show words of it: single high bytes among Latin letters are accents. */
function isPlausible(bytes: Uint8Array, name: string): boolean {
  return name === 'windows-1252' || FOREIGN_WORD.test(new TextDecoder(name).decode(bytes.subarray(0, SAMPLE)))
}
