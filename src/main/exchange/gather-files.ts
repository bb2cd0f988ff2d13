import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Fault } from '#annotations/exchange/bad-file'
import type { InFile } from '#annotations/exchange/format'
import { fail, ok, type Result } from '#annotations/model/result'
import { MOST_IMPORT_BYTES as MOST_BYTES, tooLargeToImport } from '#contract/exchange-limits'
import { megabytes } from '../import/limits'
import { unpackArchive } from './unpack-archive'

/** A file or folder on the disk, or a file's bytes; `name` is its name within what was chosen, which may have folders in it. */
export type GatherItem =
  | { readonly path: string; readonly name?: string }
  | { readonly name: string; readonly bytes: Uint8Array }

export type GatherOptions = {
  /** Told how many bytes of how many are read, and which file is next. */
  readonly onFile?: (done: number, total: number, name: string) => void
  /** A folder in which a packed desk is unpacked; the system's for such things unless told. */
  readonly scratch?: string
}

/** What was chosen: the folder of a desk, or files with annotations. */
export type Gathered =
  | {
      readonly kind: 'desk'
      readonly folder: string
      readonly name: string
      /** Removes the folder where it was unpacked for us. */
      readonly discard: () => Promise<void>
    }
  | {
      readonly kind: 'files'
      readonly name: string
      readonly files: readonly InFile[]
      readonly passed: readonly string[]
      /** Archives that are not whole, each with its sentence: `files` are those that are whole in them. */
      readonly faults: readonly Fault[]
    }

const MOST_FILES = 10_000
const MOST_FOLDERS = 16

/** Endings of files that some format has; all others are passed over. */
const EXCHANGE_FILES: readonly string[] = ['json', 'jsonl', 'ndjson', 'jsonld', 'csv', 'tsv', 'txt', 'ann']
/** Endings of what is a ZIP archive, whatever it is called. */
const ARCHIVES: readonly string[] = ['zip', 'xlsx', 'qdpx']
const ARCHIVE = new RegExp(`\\.(?:${ARCHIVES.join('|')})$`, 'i')
/** Workbooks and projects are archives of XML. */
const READ = new RegExp(`\\.(?:${EXCHANGE_FILES.join('|')}|xml|rels|qde)$`, 'i')

type Entry = { readonly name: string; readonly size: number; readonly bytes: () => Promise<Uint8Array> }

/**
 * Takes files, folders and ZIP archives apart into the files that a format may be read from, or finds that they are a desk.
 * Sizes are asked for before anything is read: fails with `bad-file` for what memory would not hold.
 */
export async function gatherFiles(
  items: readonly GatherItem[],
  { onFile = () => undefined, scratch = tmpdir() }: GatherOptions = {},
): Promise<Result<Gathered>> {
  try {
    const [only] = items
    if (only && items.length === 1 && 'path' in only && (await isDesk(only.path))) {
      return ok({ kind: 'desk', folder: only.path, name: basename(only.path), discard: async () => undefined })
    }
    const listed = await entriesOf(items)
    if (!listed.ok) return listed
    const unpacked = await unpackAll(listed.value)
    if (!unpacked.ok) return unpacked
    const name = nameOf(items)
    const { entries, faults } = unpacked.value
    const root = deskRootIn(entries)
    if (root === null) return await decodeAll(entries, name, faults, onFile)
    // A desk without some of its files is another desk.
    const [fault] = faults
    if (fault !== undefined) return refuse(fault.sentence, 'Copy the desk anew.')
    return ok(await unpackDesk(entries, root, name, scratch))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(`The files cannot be read: ${why}.`)
  }
}

function refuse(message: string, next?: string): Result<never> {
  return fail('bad-file', message, {
    kept: 'Nothing was imported; the desk is as it was.',
    ...(next === undefined ? {} : { next }),
  })
}

async function isDesk(path: string): Promise<boolean> {
  const found = await stat(join(path, 'desk.json')).catch(() => null)
  return found?.isFile() === true
}

async function entriesOf(items: readonly GatherItem[]): Promise<Result<readonly Entry[]>> {
  const entries: Entry[] = []
  let bytes = 0
  const add = (entry: Entry): string | null => {
    entries.push(entry)
    bytes += entry.size
    if (entries.length > MOST_FILES) return `These are more than ${MOST_FILES} files.`
    return bytes > MOST_BYTES ? tooLarge(entry, bytes) : null
  }
  const walk = async (path: string, name: string, depth: number): Promise<string | null> => {
    const found = await stat(path)
    if (found.isFile()) return add({ name, size: found.size, bytes: () => readFile(path) })
    if (!found.isDirectory() || depth > MOST_FOLDERS) return null
    for (const entry of (await readdir(path)).sort()) {
      if (entry.startsWith('.')) continue
      const wrong = await walk(join(path, entry), `${name}/${entry}`, depth + 1)
      if (wrong !== null) return wrong
    }
    return null
  }
  for (const item of items) {
    const wrong =
      'path' in item
        ? await walk(item.path, item.name ?? basename(item.path), 0)
        : add({ name: item.name, size: item.bytes.length, bytes: async () => item.bytes })
    if (wrong !== null) return refuse(wrong, 'Import it in parts, or merge the folder of its desk.')
  }
  return ok(entries)
}

function tooLarge({ name, size }: Entry, bytes: number): string {
  return size > MOST_BYTES
    ? tooLargeToImport(name, size)
    : `These files have more than ${megabytes(bytes)} together, and one import takes at most ${megabytes(MOST_BYTES)}.`
}

type AllUnpacked = { readonly entries: readonly Entry[]; readonly faults: readonly Fault[] }

/** Files of archives in place of the archives. */
async function unpackAll(entries: readonly Entry[]): Promise<Result<AllUnpacked>> {
  const all: Entry[] = []
  const faults: Fault[] = []
  let bytes = 0
  for (const entry of entries) {
    if (!ARCHIVE.test(entry.name)) {
      all.push(entry)
      continue
    }
    const unpacked = unpackArchive(entry.name, await entry.bytes(), (inside) => READ.test(inside))
    if (!unpacked.ok) return unpacked
    const { inside, faults: found } = unpacked.value
    faults.push(...found)
    for (const [name, contents] of inside) {
      bytes += contents.length
      all.push({ name, size: contents.length, bytes: async () => contents })
    }
    if (bytes > MOST_BYTES) return refuse(`${entry.name} holds more than ${megabytes(MOST_BYTES)}, unpacked.`)
  }
  return ok({ entries: all, faults })
}

/** Of a desk, what its records and their past are in. */
const OF_A_DESK = /^(?:desk\.json|(?:articles|annotations)\/[a-z]+_[0-9a-z]+\.json|history\/\d{4}-\d\d\.jsonl)$/

/** The folder within files in which a desk lies, ending in a slash; null when there is none. */
function deskRootIn(entries: readonly Entry[]): string | null {
  const names = new Set(entries.map(({ name }) => name))
  for (const name of names) {
    if (basename(name) !== 'desk.json') continue
    const root = name.slice(0, -'desk.json'.length)
    if ([...names].some((other) => other.startsWith(`${root}articles/`))) return root
  }
  return null
}

async function unpackDesk(entries: readonly Entry[], root: string, name: string, scratch: string): Promise<Gathered> {
  const folder = await mkdtemp(join(scratch, 'crossread-desk-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    for (const entry of entries) {
      const inside = entry.name.startsWith(root) ? entry.name.slice(root.length) : ''
      if (!OF_A_DESK.test(inside)) continue
      await mkdir(dirname(join(folder, inside)), { recursive: true })
      await writeFile(join(folder, inside), await entry.bytes())
    }
  } catch (error) {
    await discard()
    throw error
  }
  return { kind: 'desk', folder, name: basename(root) || name, discard }
}

async function decodeAll(
  entries: readonly Entry[],
  name: string,
  faults: readonly Fault[],
  onFile: NonNullable<GatherOptions['onFile']>,
): Promise<Result<Gathered>> {
  const files: InFile[] = []
  const passed: string[] = []
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const entry of entries) {
    onFile(done, total, entry.name)
    done += entry.size
    const text = READ.test(entry.name) ? decode(await entry.bytes()) : null
    if (text === null) passed.push(entry.name)
    else files.push({ name: entry.name, text })
  }
  if (files.length > 0) return ok({ kind: 'files', name, files, passed, faults })
  return refuse(
    `${name} holds no file that Crossread can import.`,
    `It reads files that end in ${[...EXCHANGE_FILES, ...ARCHIVES].join(', ')}, texts encoded as UTF-8.`,
  )
}

/** By the byte order mark, else as UTF-8, which all these formats are; null for what is neither. */
function decode(bytes: Uint8Array): string | null {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function nameOf(items: readonly GatherItem[]): string {
  const [first] = items
  if (!first) return 'The selection'
  const name = first.name ?? ('path' in first ? basename(first.path) : '')
  return items.length === 1 ? name : (name.split('/')[0] ?? name)
}
