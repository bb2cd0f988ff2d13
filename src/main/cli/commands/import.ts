import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { addArticles } from '#annotations/changes/actions/article-actions'
import type { InFile } from '#annotations/exchange/format'
import { importFormats } from '#annotations/exchange/formats'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppError } from '#annotations/model/result'
import type { LabelMap } from '#contract/exchange-views'
import type { Desk } from '../../desk/desk'
import { createTwinFinders } from '../../desk/search/twins'
import { type GatherItem, gatherFiles } from '../../exchange/gather-files'
import { isCrossreadJson, isExchangeFile, readExchange } from '../../exchange/read-exchange'
import { createImporter } from '../../import/import-files'
import { LIMITS } from '../../import/limits'
import type { Command } from '../command'
import { type ExitCode, fail, type Output } from '../output'
import {
  mapIn,
  type Outcome,
  readContext,
  readInput,
  TAKE_IN,
  TAKE_IN_HELP,
  takeIn,
  type Wanted,
  wantedIn,
  withDeskToChange,
} from '../take-in'

export const importFiles: Command = {
  name: 'import',
  summary: 'add articles or annotations of any format',
  help: `Usage: crossread import FILES… [--map LABEL=WORD]… [--partial] [--dry-run] [--duplicates] [--desk DIR]

Adds articles from files of every format that Crossread reads, and from all that lies in folders, in one action that
undo takes back. A text that is in the desk already, word for word, is left out. One bad file never stops the others: each
is named, with the reason. A desk that does not exist is made. For - the standard input is read.

Annotations come from Crossread JSON, ${importFormats.map(({ title }) => title).join(', ')}:
files, folders of them, or ZIP archives. Their articles are known by id, address or text, their passages by the quote where
the offsets disagree. Labels that are no tags or relations of ours are left out, unless --map says what they mean. What is
in the desk already is skipped; what differs becomes a conflict, to be decided in the app or with crossread conflicts.

  --map LABEL=WORD   what a label means: a tag, a relation, or none to leave it out; may be given again
${TAKE_IN_HELP}
  --duplicates       add texts that are in the desk already, too

  crossread import ~/Downloads/*.html
  crossread import project.jsonl --map PER=attribution --map DENY=denial --map about=relates
  crossread import brat-folder/ --partial --json`,
  options: { ...TAKE_IN, duplicates: { type: 'boolean' }, map: { type: 'string', multiple: true } },
  async run(given, out) {
    const { words, values, importWorker } = given
    if (words.length === 0) return fail(out, { code: 'invalid-input', message: 'Name the files to import.' }, 2)
    const map = mapIn(given)
    if (!map.ok) return fail(out, map.error, 2)
    const wanted = { ...wantedIn(given), duplicates: values.duplicates === true, map: map.value, importWorker }
    return await withDeskToChange(given, out, (desk) => importAll(desk, words, wanted, out))
  },
}

type ImportWanted = Wanted & { readonly duplicates: boolean; readonly map: LabelMap; readonly importWorker: URL }

async function importAll(desk: Desk, paths: readonly string[], wanted: ImportWanted, out: Output): Promise<ExitCode> {
  const { exchanges, files } = await sortOut(paths)
  let failures = 0
  const say = (error: AppError) => {
    failures++
    fail(out, error)
  }
  const outcomes: Outcome[] = []
  for (const items of exchanges) {
    const gathered = await gatherFiles(items)
    if (!gathered.ok) {
      say(gathered.error)
      continue
    }
    try {
      const exchange = await readExchange(gathered.value, desk.records, readContext(desk, wanted), () => wanted.map)
      const taken = exchange.ok ? await takeIn(desk, exchange.value, null, wanted, out) : null
      if (!exchange.ok) say(exchange.error)
      else if (taken === null || taken.failed) failures++
      if (taken) outcomes.push(taken.outcome)
    } finally {
      if (gathered.value.kind === 'desk') await gathered.value.discard()
    }
  }
  const added: string[] = []
  if (files.length > 0) {
    const { drafts, repeated, errors } = await readDrafts(desk, files, wanted, out)
    for (const error of errors) say(error)
    if (!wanted.json) {
      for (const title of repeated) out.print(`Left out, for it is in the desk already: ${title}`)
      for (const { title } of drafts) out.print(`${wanted.dry ? 'Would be added' : 'Added'}: ${title}`)
    }
    added.push(...drafts.map(({ title }) => title))
    if (!wanted.dry && drafts.length > 0) {
      const done = await desk.act(addArticles(drafts))
      if (!done.ok) say(done.error)
    }
  }
  if (wanted.json) out.print(JSON.stringify({ annotations: outcomes, articles: added }, null, 2))
  return failures === 0 ? 0 : 1
}

/** Which paths hold annotations, in the groups that are read together, and which hold articles. */
async function sortOut(paths: readonly string[]) {
  const alone: GatherItem[][] = []
  const together: GatherItem[] = []
  const files: string[] = []
  const stems = new Set(paths.filter((path) => /\.ann$/i.test(path)).map(stemOf))
  for (const path of paths) {
    if (path === '-') {
      alone.push([{ name: 'stdin.txt', bytes: readInput() }])
      continue
    }
    const kind = await kindOf(resolve(path))
    if (kind === 'alone') alone.push([{ path: resolve(path) }])
    else if (kind === 'together' || (/\.txt$/i.test(path) && stems.has(stemOf(path))))
      together.push({ path: resolve(path) })
    else files.push(path)
  }
  return { exchanges: together.length > 0 ? [...alone, together] : alone, files }
}

function stemOf(path: string): string {
  return path.replace(/\.[^.]*$/, '')
}

/** Bytes of a file that tell its format. */
const HEAD = 64 * 1024

/** Whether annotations are in a file, to be read alone or with the others that were named; null for an article. */
async function kindOf(path: string): Promise<'alone' | 'together' | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  if (found.isDirectory()) {
    const names = await readdir(path, { recursive: true }).catch(() => [])
    if (names.some((name) => basename(name) === 'desk.json')) return 'alone'
    for (const name of names.slice(0, LIMITS.files)) if (await holdsAnnotations(join(path, name))) return 'alone'
    return null
  }
  if (/\.(?:zip|xlsx|qdpx)$/i.test(path)) return 'alone'
  const head = await headOf(path)
  if (head !== null && isCrossreadJson(head)) return 'alone'
  return head !== null && isExchangeFile(head) ? 'together' : null
}

async function holdsAnnotations(path: string): Promise<boolean> {
  const head = await headOf(path)
  return head !== null && isExchangeFile(head)
}

/** The beginning of a file as text; null for a folder, and for what cannot be read. */
async function headOf(path: string): Promise<InFile | null> {
  const file = await open(path).catch(() => null)
  try {
    const { buffer, bytesRead } = (await file?.read(Buffer.alloc(HEAD), 0, HEAD, 0)) ?? { bytesRead: 0, buffer: null }
    return buffer === null ? null : { name: basename(path), text: buffer.toString('utf8', 0, bytesRead) }
  } catch {
    return null
  } finally {
    await file?.close()
  }
}

async function readDrafts(
  desk: Desk,
  files: readonly string[],
  { duplicates, importWorker }: ImportWanted,
  out: Output,
) {
  const importer = createImporter(importWorker)
  try {
    const report = await importer.importFiles(
      files.map((path) => ({ path })),
      { onProgress: ({ done, total, name }) => name !== '' && out.progress(`${done} of ${total}: ${name}`) },
    )
    const twinOf = await createTwinFinders(desk.records)()
    const drafts: ArticleDraft[] = []
    const repeated: string[] = []
    for (const { draft } of report.articles) {
      if (twinOf(draft)?.kind === 'same' && !duplicates) repeated.push(draft.title)
      else drafts.push(draft)
    }
    return { drafts, repeated, errors: report.failures.map(({ error }) => error) }
  } finally {
    await importer.close()
  }
}
