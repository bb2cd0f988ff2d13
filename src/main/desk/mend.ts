import { relative } from 'node:path'
import { counted } from '#annotations/changes/actions/wording'
import type { Records } from '#annotations/changes/records'
import type { ArticleId } from '#annotations/model/ids'
import type { DeskProblem } from '#contract/views'
import type { Checkpoint } from './files/formats'
import type { Layout } from './files/layout'
import { readableJson } from './files/readable-json'
import type { DeskFs } from './fs/desk-fs'
import { type FileKind, type FileName, type LoadedFiles, pathOf } from './load'
import { type Loose, takeLoose } from './loose'
import { missingFiles, type Rebuilt, rebuild } from './recover'
import { keepInBroken, setAside } from './set-aside'

export type Problem = Omit<DeskProblem, 'id'>

/** Where mending works: `mayWrite` is false for a reader, who mends in memory only. */
export type MendDeps = {
  readonly fs: DeskFs
  readonly layout: Layout
  readonly time: string
  readonly mayWrite: boolean
  /** Whether nobody else writes: then a file that is not there is missing, and not about to come. */
  readonly isAlone: boolean
}

export type Mended = {
  readonly problems: readonly Problem[]
  /** Files to write anew. */
  readonly rebuilt: { readonly [K in FileKind]: ReadonlySet<ArticleId> }
}

/** Rebuilds broken and missing files into `loaded.records`, and sets the broken ones aside. */
export async function mendFiles(deps: MendDeps, loaded: LoadedFiles, marker: Checkpoint): Promise<Mended> {
  const { fs, layout } = deps
  const { found } = loaded
  const fewer = found.articles.size < marker.articles || found.annotations.size < marker.annotations
  // While another writes, files come and go.
  const missing = fewer && deps.isAlone ? await missingFiles(fs, layout, found, marker.seq) : []
  const files: readonly FileName[] = [...loaded.broken.map(({ kind, id }) => ({ kind, id })), ...missing]
  if (files.length === 0) return { problems: [], rebuilt: { articles: new Set(), annotations: new Set() } }

  const rebuilt = await rebuild(fs, layout, files, loaded.records, Math.max(marker.seq, loaded.seq))
  const problems: Problem[] = []
  for (const file of rebuilt) {
    const broken = loaded.broken.find(({ kind, id }) => kind === file.kind && id === file.id)
    const path = pathOf(layout, file)
    const aside = broken && deps.mayWrite ? await setAside(fs, layout, path, deps.time) : null
    problems.push(problemOf(file, relative(layout.folder, path), broken?.why ?? null, aside))
  }
  const named = (kind: FileKind) =>
    new Set(rebuilt.flatMap((file) => (file.kind === kind && file.found !== 'nothing' ? [file.id] : [])))
  return { problems, rebuilt: { articles: named('articles'), annotations: named('annotations') } }
}

/** Takes out highlights and links that lost their other half, and keeps them where they can be found. */
export async function mendLoose(deps: MendDeps, records: Records): Promise<Problem[]> {
  const loose = takeLoose(records)
  const count = loose.highlights.length + loose.links.length + loose.verdicts.length + loose.conflicts.length
  if (count === 0) return []
  const kept = deps.mayWrite
    ? await keepInBroken(deps.fs, deps.layout, 'loose.json', readableJson(loose, 2), deps.time)
    : 'the desk’s files'
  return [
    {
      file: kept,
      message: `${looseWords(loose)} lost what they belong to: ${named(loose)}.`,
      kept: `They are kept in ${kept}.`,
      next: 'Put the lost articles’ files back from a copy of yours and open the desk again, or annotate anew.',
    },
  ]
}

function looseWords({ highlights, links, verdicts, conflicts }: Loose): string {
  return [
    [highlights, 'highlight'] as const,
    [links, 'link'] as const,
    [verdicts, 'verdict'] as const,
    [conflicts, 'conflict'] as const,
  ]
    .filter(([{ length }]) => length > 0)
    .map(([{ length }, noun]) => counted(length, noun))
    .join(', ')
}

/** Ids of a sentence before it only counts; all of them are in the file that is kept. */
const MOST_NAMED = 50

function named({ highlights, links, verdicts, conflicts }: Loose): string {
  const ids = [
    ...highlights.map(({ id }) => id),
    ...links.map(({ id }) => id),
    ...verdicts.map(({ claim }) => `of ${claim}`),
    ...conflicts.map(({ id }) => id),
  ]
  const more = ids.length - MOST_NAMED
  return more > 0 ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${more} more` : ids.join(', ')
}

/** Tells of records that were twice in the files: of each, the one that was read last is in the desk. */
export function tellTwice(twice: LoadedFiles['twice']): Problem[] {
  return twice.map(({ kind, id, record }) => ({
    file: `${kind}/${id}.json`,
    message: `${kind}/${id}.json: ${record} is in the desk’s files twice.`,
    kept: 'The one that was read last is in the desk.',
    next: 'Look at that record. Crossread writes each once: something else changed the file.',
  }))
}

function problemOf(file: Rebuilt, name: string, why: string | null, aside: string | null): Problem {
  const what = why === null ? `${name} was missing.` : `${name} could not be read: ${why}.`
  const where = aside === null ? '' : ` The broken file is kept as ${aside}.`
  switch (file.found) {
    case 'all':
      return {
        file: name,
        message: what,
        kept: `All that it held was rebuilt from the history and the backups.${where}`,
        next: 'There is nothing to do. If it happens again, look after the disk.',
      }
    case 'part':
      return {
        file: name,
        message: what,
        kept: `It was rebuilt from what the history and the backups still hold.${where}`,
        next: 'Look through the article: its latest changes may be missing.',
      }
    case 'nothing':
      return {
        file: name,
        message: `${what} Neither the history nor a backup holds anything of it.`,
        kept: `Everything else in the desk is there.${where}`,
        next: 'Put the file back from a copy of yours and open the desk again, or add the article anew.',
      }
  }
}
