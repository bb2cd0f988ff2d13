import { counted } from '#annotations/changes/actions/wording'
import type { Fault } from '#annotations/exchange/bad-file'
import { fail, ok, type Result } from '#annotations/model/result'
import { BadFile } from '../import/bad-file'
import { type Salvaged, salvageZip } from '../import/salvage-zip'
import { type Entries, unzip } from '../import/unzip'
import { namesInHeaders, spoiltIn } from '../import/zip-headers'

/** What an archive holds, and what is wrong with it. */
export type Unpacked = { readonly inside: Entries; readonly faults: readonly Fault[] }

const AGAIN = 'Get it again from where it came from, or export it there once more.'
/** Files of which a reader finds by itself how far they go; of all others half would be taken for the whole. */
const SAYS_ITS_END = /\.(?:json|jsonl|ndjson|jsonld|xml|qde)$/i

/**
 * The files in an archive that `wanted` names. Of one that is cut off or damaged, those that can be read, and the rest as
 * faults; it fails with `bad-file` where nothing can, and says what the archive was.
 */
export function unpackArchive(name: string, bytes: Uint8Array, wanted: (inside: string) => boolean): Result<Unpacked> {
  try {
    return ok(withoutSpoilt(name, bytes, unzip(bytes, wanted)))
  } catch (error) {
    if (error instanceof BadFile) return refuse(`${name} ${error.message}`, error.next)
  }
  try {
    return ofBroken(name, bytes, salvageZip(bytes, wanted))
  } catch (error) {
    if (error instanceof BadFile) return refuse(`${name} ${error.message}`, error.next)
    throw error
  }
}

function withoutSpoilt(name: string, bytes: Uint8Array, entries: Entries): Unpacked {
  const spoilt = new Set(spoiltIn(bytes, entries))
  const inside = new Map([...entries].filter(([one]) => !spoilt.has(one)))
  return { inside, faults: spoilt.size === 0 ? [] : [damagedAt(name, [...spoilt])] }
}

function ofBroken(name: string, bytes: Uint8Array, { whole, cut, damaged }: Salvaged): Result<Unpacked> {
  const good = withoutSpoilt(name, bytes, whole)
  const part = cut && SAYS_ITS_END.test(cut.name) ? wholeLetters(cut.bytes) : null
  if (good.inside.size === 0 && (part === null || part.length === 0)) return refuse(nothingIn(name, bytes), AGAIN)
  const inside = new Map(good.inside)
  if (cut && part && part.length > 0) inside.set(cut.name, part)
  return ok({
    inside,
    faults: [
      ...good.faults,
      ...(damaged.length > 0 ? [damagedAt(name, damaged)] : []),
      ...(cut || damaged.length === 0 ? [cutOff(name, good.inside, cut?.name ?? null)] : []),
    ],
  })
}

function damagedAt(name: string, names: readonly string[]): Fault {
  const [first, ...others] = names
  const more = others.length === 0 ? '' : ` and ${counted(others.length, 'other file')}`
  return { sentence: `${name} is damaged: ${first}${more} in it cannot be unpacked.`, took: 'part' }
}

function cutOff(name: string, whole: Entries, within: string | null): Fault {
  const where = within === null ? `after ${[...whole.keys()].at(-1)}` : `in ${within}`
  const before =
    whole.size === 0
      ? 'no whole file stands'
      : `${counted(whole.size, 'whole file')} ${whole.size === 1 ? 'stands' : 'stand'}`
  return { sentence: `${name} breaks off ${where}: ${before} before it.`, took: 'part' }
}

function nothingIn(name: string, bytes: Uint8Array): string {
  const names = namesInHeaders(bytes)
  const what = kindOf(name, names)
  const [first] = names
  if (first === undefined) {
    return what === null
      ? `${name} is no ZIP archive, or its beginning is damaged: nothing in it can be read.`
      : `${name} is named as ${what}, which is a ZIP archive. It is none, or its beginning is damaged: nothing in it can be read.`
  }
  const where =
    names.length === 1
      ? `it breaks off in its first file, ${first}`
      : `none of its ${names.length} files can be unpacked`
  return `${name}, ${what ?? 'a ZIP archive of unknown content'}, is not whole: ${where}.`
}

const KINDS: readonly { readonly title: string; readonly name?: RegExp; readonly inside: RegExp }[] = [
  { title: 'a REFI-QDA project', name: /\.qdpx$/i, inside: /(?:^|\/)[^/]*\.qde$/i },
  { title: 'an Excel workbook', name: /\.xlsx$/i, inside: /^xl\// },
  { title: 'a Crossread desk', inside: /(?:^|\/)desk\.json$/ },
  { title: 'a brat or PolNeAR corpus', inside: /\.ann$/i },
  { title: 'an export to Label Studio', inside: /\.label-studio\.json$/i },
  { title: 'WebAnno TSV', inside: /\.tsv$/i },
  { title: 'CSV tables', inside: /-(?:articles|revisions|highlights|links)\.csv$/i },
]

/** What an archive is, by its name or those in it. */
function kindOf(name: string, inside: readonly string[]): string | null {
  const named = KINDS.find((kind) => kind.name?.test(name))
  return (named ?? KINDS.find((kind) => inside.some((one) => kind.inside.test(one))))?.title ?? null
}

/** Bytes up to the last that is a letter by itself: half a character is no UTF-8. */
function wholeLetters(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte < 0x80) + 1)
}

function refuse(message: string, next: string): Result<never> {
  return fail('bad-file', message, { kept: 'Nothing was imported; the desk is as it was.', next })
}
