import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { PlaceLists } from './place-lists'
import { TermStore } from './term-store'
import { type SavedDocs, TextIndex } from './text-index'
import { FIELDS, WordRecords } from './word-records'

/**
 * The index on the disk: a line of JSON, then the strings as JSON, then the numbers as they lie in memory. It is a copy of what
 * the desk's own files say and may be deleted at any time; a file with another stamp, sum or version is not read.
 */
const MAGIC = 'crossread-search-index'
/** Rises whenever words are folded, or numbers laid out, in another way. */
const VERSION = 3

type Header = {
  readonly format: typeof MAGIC
  readonly version: number
  readonly stamp: string
  /** Numbers lie as the machine has them. */
  readonly littleEndian: boolean
  readonly crc: number
  /** Bytes of each part. */
  readonly parts: readonly number[]
  readonly terms: number
  readonly bytes: number
}

/** Writes an index beside, and then in place of, the file. Throws what the disk throws. */
export function writeIndex(file: string, index: TextIndex, stamp: string): void {
  const { terms, places, docs } = index
  const parts = [
    Buffer.from(JSON.stringify(index.saved())),
    bytesOf(terms.units.subarray(0, terms.starts[terms.count] ?? 0)),
    bytesOf(terms.starts.subarray(0, terms.count + 1)),
    bytesOf(places.bytes.subarray(0, places.used)),
    bytesOf(terms.records.numbers.subarray(0, terms.count * FIELDS)),
    bytesOf(index.docArticles.subarray(0, docs)),
    bytesOf(index.docFacts.subarray(0, docs)),
    bytesOf(index.docHeads.subarray(0, docs)),
    bytesOf(index.docLengths.subarray(0, docs)),
  ]
  const header: Header = {
    format: MAGIC,
    version: VERSION,
    stamp,
    littleEndian: LITTLE_ENDIAN,
    crc: parts.reduce((sum, part) => crc32(part, sum), 0),
    parts: parts.map((part) => part.length),
    terms: terms.count,
    bytes: places.used,
  }
  const beside = `${file}.tmp`
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts]))
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** The index in a file, if it is whole and has this stamp; null in every other case. */
export function readIndex(file: string, stamp: string): TextIndex | null {
  try {
    const contents = readFileSync(file)
    const end = contents.indexOf(0x0a)
    const header: Partial<Header> = JSON.parse(contents.toString('utf8', 0, end))
    if (header.format !== MAGIC || header.version !== VERSION || header.stamp !== stamp) return null
    if (header.littleEndian !== LITTLE_ENDIAN || !header.parts || header.terms === undefined) return null
    const body = contents.subarray(end + 1)
    if (header.parts.reduce((sum, length) => sum + length, 0) !== body.length || crc32(body) !== header.crc) return null
    let at = 0
    const [docs, units, starts, bytes, words, articles, facts, heads, lengths] = header.parts.map((length) => {
      const part = body.subarray(at, at + length)
      at += length
      return part
    })
    if (!docs || !units || !starts || !bytes || !words || !articles || !facts || !heads || !lengths) return null
    // The sum fits: these are the bytes that `writeIndex` wrote.
    const saved = JSON.parse(docs.toString('utf8')) as SavedDocs
    const records = new WordRecords(new Int32Array(aligned(words)), header.terms)
    const terms = new TermStore(records, new Uint16Array(aligned(units)), new Uint32Array(aligned(starts)))
    const places = new PlaceLists(records, new Uint8Array(aligned(bytes)), header.bytes)
    return TextIndex.restore(terms, places, saved, {
      docArticles: new Uint32Array(aligned(articles)),
      docFacts: new Uint32Array(aligned(facts)),
      docHeads: new Uint16Array(aligned(heads)),
      docLengths: new Uint32Array(aligned(lengths)),
    })
  } catch {
    return null
  }
}

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

function bytesOf(numbers: Uint8Array | Uint16Array | Uint32Array | Int32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** A copy of its own: numbers have to begin at a multiple of their size. */
function aligned(part: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(part.length)
  new Uint8Array(copy).set(part)
  return copy
}
