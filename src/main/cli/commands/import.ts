import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { FORMAT } from '#annotations/exchange/crossread-json/format'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppError } from '#annotations/model/result'
import type { Desk } from '../../desk/desk'
import { exchangeHandlers } from '../../desk/handlers/exchange'
import { openDesk } from '../../desk/open-desk'
import { createTwinFinders } from '../../desk/search/twins'
import { createImporter } from '../../import/import-files'
import type { Command } from '../command'
import { type ExitCode, fail, type Output } from '../output'

export const importFiles: Command = {
  name: 'import',
  summary: 'add articles of any format, or another desk as Crossread JSON',
  help: `Usage: crossread import FILES… [--duplicates] [--dry-run] [--desk DIR]

Adds articles from files of every format that Crossread reads, and from all that lies in folders, in one action that
undo takes back. A text that is in the desk already, word for word, is left out. Crossread JSON brings its highlights and
links along. One bad file never stops the others: each is named, with the reason. A desk that does not exist is made.

  --duplicates   add texts that are in the desk already, too
  --dry-run      say what would come in, and change nothing

  crossread import ~/Downloads/*.html`,
  options: { duplicates: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  async run({ words, values, deskFolder, importWorker }, out) {
    if (words.length === 0) return fail(out, { code: 'invalid-input', message: 'Name the files to import.' }, 2)
    const desk = await openDesk(deskFolder)
    if (!desk.ok) return fail(out, desk.error)
    try {
      const { readOnly } = desk.value
      if (readOnly !== null) return fail(out, { code: 'read-only', message: readOnly })
      return await importAll(
        desk.value,
        words,
        { duplicates: values.duplicates === true, dry: values['dry-run'] === true, importWorker },
        out,
      )
    } finally {
      await desk.value.close()
    }
  },
}

type Wanted = { readonly duplicates: boolean; readonly dry: boolean; readonly importWorker: URL }

async function importAll(desk: Desk, paths: readonly string[], wanted: Wanted, out: Output): Promise<ExitCode> {
  const desks: { readonly name: string; readonly contents: string }[] = []
  const files: string[] = []
  for (const path of paths) {
    const contents = /\.json$/i.test(path) ? await crossreadJson(path) : null
    if (contents === null) files.push(path)
    else desks.push({ name: basename(path), contents })
  }
  let failures = 0
  const say = (error: AppError) => {
    failures++
    fail(out, error)
  }
  for (const { name, contents } of desks) {
    if (wanted.dry) {
      out.print(`${name} is Crossread JSON, and would be imported.`)
      continue
    }
    const done = await exchangeHandlers(desk)['desk.import']({ name, contents })
    if (!done.ok) say(done.error)
    else {
      const { articles, highlights, links } = done.value
      out.print(`${name}: ${articles} articles, ${highlights} highlights, ${links} links.`)
    }
  }
  if (files.length > 0) {
    const { drafts, repeated, errors } = await readDrafts(desk, files, wanted, out)
    for (const error of errors) say(error)
    for (const title of repeated) out.print(`Left out, for it is in the desk already: ${title}`)
    for (const { title } of drafts) out.print(`${wanted.dry ? 'Would be added' : 'Added'}: ${title}`)
    if (!wanted.dry && drafts.length > 0) {
      const done = await desk.act(addArticles(drafts))
      if (!done.ok) say(done.error)
    }
  }
  return failures === 0 ? 0 : 1
}

async function readDrafts(desk: Desk, files: readonly string[], { duplicates, importWorker }: Wanted, out: Output) {
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

/** The contents of a file that says of itself that it is Crossread JSON; null for any other, and one that cannot be read. */
async function crossreadJson(path: string): Promise<string | null> {
  const contents = await readFile(path, 'utf8').catch(() => null)
  return contents !== null && new RegExp(`^\\ufeff?\\s*{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(contents)
    ? contents
    : null
}
