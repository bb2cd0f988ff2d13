import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type OutFile, textOfFile, type Written } from '#annotations/exchange/format'

/** An export as one file to save: its only one as text, or several in a ZIP archive, as base64. */
export type OneFile = {
  readonly fileName: string
  readonly contents: string
  readonly encoding: 'utf-8' | 'base64'
}

/** The earliest day that an archive can hold: the moment of the export is no part of it, so its bytes are the same again. */
const NO_DAY = new Date(1980, 0, 1)

type Out = Pick<Written, 'files' | 'archive'>

export function toOneFile(out: Out, name: string): OneFile {
  const only = onlyFile(out)
  if (only) return { fileName: only.name, contents: textOfFile(only), encoding: 'utf-8' }
  const archive = Buffer.concat([...archiveOf(out.files)])
  return { fileName: `${name}.${out.archive ?? 'zip'}`, contents: archive.toString('base64'), encoding: 'base64' }
}

/** The bytes of an export, a piece at a time: its only file, or several in a ZIP archive. */
export function bytesOf(out: Out): Iterable<Uint8Array> {
  const only = onlyFile(out)
  return only ? piecesOf(only) : archiveOf(out.files)
}

/** The file that is the export; null where it is an archive. */
export function onlyFile({ files, archive }: Out): OutFile | null {
  const [only, ...others] = files
  return only && others.length === 0 && archive === undefined ? only : null
}

function* archiveOf(files: readonly OutFile[]): Iterable<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  for (const file of files) {
    const entry = new ZipDeflate(file.name)
    entry.mtime = NO_DAY
    zip.add(entry)
    for (const piece of piecesOf(file)) {
      entry.push(piece)
      yield* packed.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* packed.splice(0)
  }
  zip.end()
  yield* packed.splice(0)
}

/** UTF-16 units that are encoded together: a record alone is too little work for a call. */
const PIECE = 256 * 1024

function* piecesOf(file: OutFile): Iterable<Uint8Array> {
  let held: string[] = []
  let length = 0
  for (const chunk of file.chunks()) {
    held.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    yield strToU8(held.join(''))
    held = []
    length = 0
  }
  if (length > 0) yield strToU8(held.join(''))
}
