import { counted } from '#annotations/changes/actions/wording'
import type { RecordsView } from '#annotations/changes/records'
import type { Fault, OnFault } from '#annotations/exchange/bad-file'
import { FORMAT } from '#annotations/exchange/crossread-json/format'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import type { ImportFormat, InFile, KnownArticle, Label, ReadContext } from '#annotations/exchange/format'
import { importFormats } from '#annotations/exchange/formats'
import { gatherStates, type States } from '#annotations/exchange/merge/past'
import type { MergeVerb } from '#annotations/exchange/merge/plan-merge'
import type { ToMerge } from '#annotations/exchange/merge/plan-merges'
import type { Tag } from '#annotations/model/highlight'
import type { Relation } from '#annotations/model/relation'
import { fail, ok, type Result } from '#annotations/model/result'
import { openDesk } from '../desk/open-desk'
import type { Gathered } from './gather-files'
import { readStates, wantedStates } from './states'

/** What the labels of a format mean here; a null tag leaves its highlights out. */
export type LabelMap = {
  readonly tags: Readonly<Record<string, Tag | null>>
  readonly relations: Readonly<Record<string, Relation>>
}

/** What was read, ready to be merged into a desk. */
export type Exchange = {
  readonly format: { readonly id: string; readonly title: string }
  /** The name of the file or desk. */
  readonly name: string
  readonly verb: MergeVerb
  /** What is merged, in this order: one, or several Crossread files. */
  readonly files: readonly ToMerge[]
  /** What was left out or changed on purpose. */
  readonly notes: readonly string[]
  /** What is wrong with the files: what it took is not in `files`. */
  readonly faults: readonly Fault[]
  readonly labels: { readonly tags: readonly Label[]; readonly relations: readonly Label[] }
  /** The other desk's past, of the records that differ; null for a file. */
  readonly theirs: States | null
}

const CROSSREAD_JSON = { id: 'crossread-json', title: 'Crossread JSON' } as const
const A_DESK = { id: 'desk', title: 'Crossread desk' } as const

/**
 * Reads what was gathered, in whatever format it is. Records at fault are told and left out; it fails with `bad-file` when
 * nothing can be read at all.
 *
 * @param mapOf what the labels of a format mean, by its id
 */
export async function readExchange(
  gathered: Gathered,
  records: RecordsView,
  context: Omit<ReadContext, 'tags' | 'relations' | 'known' | 'onFault'>,
  mapOf: (format: string) => LabelMap,
): Promise<Result<Exchange>> {
  if (gathered.kind === 'desk') return await readDesk(gathered.folder, gathered.name, records)
  const { files, name, passed } = gathered
  const own = files.filter(isCrossreadJson)
  const faults: Fault[] = [...gathered.faults]
  const onFault: OnFault = (sentence, took = 'record') => void faults.push({ sentence, took })
  if (own.length > 0) {
    const left = files.filter((one) => !own.includes(one))
    return readOwn(own, name, passedOver([...left.map((one) => one.name), ...passed]), faults)
  }
  const chosen = chooseFormat(files)
  if (chosen === null) {
    return fail('bad-file', `${name} is in no format that Crossread can import.`, {
      kept: 'Nothing was imported; the desk is as it was.',
      next: `It imports Crossread JSON, and ${importFormats.map(({ title }) => title).join(', ')}.`,
    })
  }
  const { format, ours, others } = chosen
  const { tags, relations } = mapOf(format.id)
  const read = format.read(ours, {
    ...context,
    known: knownOf(records),
    tags: new Map(Object.entries(tags)),
    relations: new Map(Object.entries(relations)),
    onFault,
  })
  if (!read.ok) return read
  const { file, notes, labels } = read.value
  const [fault] = faults
  if (fault !== undefined && file.articles.length + file.highlights.length === 0 && labels.tags.length === 0) {
    return fail('bad-file', fault.sentence, { kept: 'Nothing was imported; the desk is as it was.' })
  }
  return ok({
    format: { id: format.id, title: format.title },
    name,
    verb: 'Import',
    files: [{ name, file }],
    notes: [...notes, ...passedOver([...others, ...passed])],
    faults,
    labels,
    theirs: null,
  })
}

/** One Crossread file, or several. Of several, one that cannot be read at all is a fault like any other: the rest may come in. */
function readOwn(own: readonly InFile[], name: string, notes: readonly string[], faults: Fault[]): Result<Exchange> {
  const [only, ...others] = own
  const alone = others.length === 0 ? only : undefined
  const files: ToMerge[] = []
  for (const one of own) {
    const told: OnFault = (sentence, took = 'record') =>
      void faults.push({
        sentence: alone || sentence.startsWith(one.name) ? sentence : `${one.name}: ${sentence}`,
        took,
      })
    const file = fromCrossreadJson(one.text, told, one.name)
    if (file.ok) files.push({ name: one.name, file: file.value })
    else if (alone) return inFile(one.name, file)
    else told(file.error.message, 'part')
  }
  const [fault] = faults
  if (files.length === 0 && fault !== undefined)
    return fail('bad-file', fault.sentence, { kept: 'Nothing was imported; the desk is as it was.' })
  return ok({
    format: CROSSREAD_JSON,
    name: own[0]?.name === name && !alone ? `${name} and ${others.length} more` : (alone?.name ?? name),
    verb: 'Import',
    files,
    notes,
    faults,
    labels: { tags: [], relations: [] },
    theirs: null,
  })
}

async function readDesk(folder: string, name: string, records: RecordsView): Promise<Result<Exchange>> {
  const opened = await openDesk(folder, { readOnly: true })
  if (!opened.ok) return opened
  const other = opened.value
  try {
    const file = toCrossreadJson(other.records, other.record, { kind: 'desk' })
    const from = name === '' ? other.record.name : name
    const theirs = gatherStates(wantedStates(records, file))
    const read = await readStates(other, theirs)
    return ok({
      format: A_DESK,
      name: from,
      verb: 'Merge',
      files: [{ name: from, file }],
      notes: [
        ...other.problems().map(({ message }) => `In that desk: ${message}`),
        ...(other.records.conflicts.size > 0
          ? [`Left out: ${counted(other.records.conflicts.size, 'conflict')} that nobody has decided in that desk.`]
          : []),
        ...(read.ok ? [] : ['Its history cannot be read: what differs is asked about.']),
      ],
      faults: [],
      labels: { tags: [], relations: [] },
      theirs,
    })
  } finally {
    await other.close()
  }
}

const OWN_FILE = new RegExp(`^\\ufeff?\\s*{[^{[]*"format"\\s*:\\s*"${FORMAT}"`)

/** Whether a file says of itself that it is Crossread JSON. */
export function isCrossreadJson({ text }: Pick<InFile, 'text'>): boolean {
  return OWN_FILE.test(text.slice(0, 1_000))
}

/** Files that belong to a format without being known as such: texts, and what our exports put beside them. */
const BESIDE: Readonly<Record<string, RegExp>> = {
  brat: /(?:\.(?:txt|ann)|(?:^|\/)crossread\.json)$/i,
  'label-studio': /\.(?:json|xml)$/i,
  xlsx: /\.(?:xml|rels)$/i,
  qdpx: /./,
  'webanno-tsv': /(?:\.tsv|(?:^|\/)crossread\.json)$/i,
}

/** Whether a file is one that an import reads as annotations; its first 20,000 units do. */
export function isExchangeFile(file: InFile): boolean {
  return isCrossreadJson(file) || importFormats.some((format) => format.recognise(file))
}

/** The format of most files, which of them are its own, and the names of the others. */
function chooseFormat(files: readonly InFile[]) {
  const byFormat = new Map<ImportFormat, InFile[]>()
  for (const file of files) {
    const format = importFormats.find((one) => one.recognise(file))
    if (format) byFormat.set(format, [...(byFormat.get(format) ?? []), file])
  }
  const [most] = [...byFormat].sort(([, a], [, b]) => b.length - a.length)
  if (!most) return null
  const [format, known] = most
  const beside = BESIDE[format.id]
  const ours = files.filter((file) => known.includes(file) || beside?.test(file.name))
  return { format, ours, others: files.filter((file) => !ours.includes(file)).map(({ name }) => name) }
}

const MOST_NAMED = 3

function passedOver(names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const more = names.length - MOST_NAMED
  const named = names.slice(0, MOST_NAMED).join(', ')
  return [
    `Passed over, for it is in no format or in another one: ${named}${more > 0 ? ` and ${more} more files` : ''}.`,
  ]
}

/** The articles of a desk with their texts, as readers match against. */
export function knownOf(records: RecordsView): readonly KnownArticle[] {
  return Array.from(records.articles.values(), (article) => ({
    article,
    revisions: article.revisions.flatMap((id) => records.revisions.get(id) ?? []),
  }))
}

function inFile(name: string, failed: Result<never>): Result<never> {
  return failed.ok ? failed : { ok: false, error: { ...failed.error, message: `${name}: ${failed.error.message}` } }
}
