import { createIdSource } from '#annotations/model/ids'
import { fail, ok, type Result } from '#annotations/model/result'
import { deskFileOf, LEVELS } from './article-files'
import type { Desk } from './desk'
import { settleDesk, settleSettings } from './desk-record'
import { diskWords } from './disk-words'
import { deskFormat, settingsFormat } from './files/formats'
import { readJson, writeJson } from './files/json-file'
import { type Layout, layoutOf } from './files/layout'
import type { DeskFs } from './fs/desk-fs'
import { nodeFs } from './fs/node-fs'
import { openJournal } from './journal/journal'
import { monthsOf } from './journal/lines'
import { createDesk } from './live-desk'
import { loadFiles } from './load'
import { type DeskLock, isLocked, takeLock } from './lock'
import { makeFolders } from './make-folders'
import { type MendDeps, mendFiles, mendLoose, tellTwice } from './mend'
import { mendHistory } from './mend-history'
import type { DeskOptions } from './options'
import { replayAfter } from './replay'

/**
 * Opens the desk in a folder, and makes it there when there is none. It fails with `desk-newer` when a newer Crossread wrote
 * it, and with `desk-broken` when it can be neither read nor made. What is broken in a single file is mended, set aside and
 * told in `problems`. A desk that is only to be read must be there: else it fails with `not-found`.
 *
 * @param folder an absolute path
 */
export async function openDesk(folder: string, options: DeskOptions = {}): Promise<Result<Desk>> {
  const fs = options.fs ?? nodeFs
  const layout = layoutOf(folder)
  let hold: Hold | null = null
  try {
    if (options.readOnly && (await fs.stat(layout.desk)) === null) return noDesk(folder)
    hold = options.readOnly ? TO_READ : await takeHold(fs, layout, options.now ?? Date.now)
    const opened = await openHeld(fs, layout, hold, options)
    if (!opened.ok) await hold.lock?.release()
    return opened
  } catch (error) {
    await hold?.lock?.release()
    const { message, next } = diskWords(error, folder)
    return fail('desk-broken', `The desk could not be opened. ${message}`, {
      kept: 'Its files were not changed.',
      next,
    })
  }
}

type Hold = { readonly lock: DeskLock | null; readonly readOnly: string | null }

const TO_READ: Hold = { lock: null, readOnly: 'This desk was opened to be read.' }

/** The right to write, or the sentence that says why there is none. Throws when there is nothing to read either. */
async function takeHold(fs: DeskFs, layout: Layout, now: () => number): Promise<Hold> {
  try {
    await fs.makeFolder(layout.folder)
    const taken = await takeLock(fs, layout, crypto.randomUUID(), now)
    return 'heldBy' in taken ? { lock: null, readOnly: taken.heldBy } : { lock: taken.lock, readOnly: null }
  } catch (error) {
    if ((await fs.stat(layout.desk).catch(() => null)) === null) throw error
    const { message, next } = diskWords(error, layout.folder)
    return { lock: null, readOnly: `${message} You can read this desk, but not change it. ${next}` }
  }
}

async function openHeld(fs: DeskFs, layout: Layout, hold: Hold, options: DeskOptions): Promise<Result<Desk>> {
  const now = options.now ?? Date.now
  const ids = options.ids ?? createIdSource(now, (bytes) => crypto.getRandomValues(bytes))
  const deskFile = await readJson(fs, layout.desk, deskFormat)
  if (deskFile.state === 'newer') return newerDesk(layout.desk)
  const settingsFile = await readJson(fs, layout.settings, settingsFormat)
  const loaded = await loadFiles(fs, layout)
  const { records } = loaded
  const newer = [
    ...loaded.newer.map(({ kind, id }) => `${kind}/${id}.json`),
    ...(settingsFile.state === 'newer' ? ['settings.json'] : []),
  ]
  // A desk of which we cannot read all is one that we must not write: its other half would no longer fit.
  const mayWrite = hold.lock !== null && newer.length === 0
  if (mayWrite) await makeFolders(fs, layout)

  // A reader is alone where no lock is held; who was refused the lock is not.
  const isAlone = mayWrite || (hold === TO_READ && !(await isLocked(fs, layout)))
  const deps: MendDeps = { fs, layout, mayWrite, isAlone, time: new Date(now()).toISOString() }
  const isNew = loaded.found.articles.size + loaded.found.annotations.size + (await monthsOf(fs, layout)).length === 0
  const own = await settleDesk(deps, deskFile, isNew, ids.desk)
  for (const speaker of own.speakers) records.putSpeaker(speaker.id, speaker)
  const { settings, problem: settingsProblem } = await settleSettings(deps, settingsFile)
  const mended = await mendFiles(deps, loaded, own.checkpoint)
  const replayed = await replayAfter(fs, layout, own.checkpoint, records)
  if (replayed.newer) return newerDesk(layout.history)
  const problems = [
    ...newer.map(newerFile),
    ...[own.problem, settingsProblem].filter((problem) => problem !== null),
    ...mended.problems,
    ...tellTwice(loaded.twice),
    ...(await mendHistory(deps, replayed)),
  ]
  // A desk that is all as we left it has no loose ends; to look at each of a million highlights would take a while.
  if (problems.length > 0 || !loaded.sealed) problems.push(...(await mendLoose(deps, records)))
  if (mayWrite && own.fresh) {
    await writeJson(fs, layout.desk, deskFormat, deskFileOf(records, own.desk, own.checkpoint), LEVELS.desk)
    await fs.syncFolder(layout.folder)
  }
  if (!mayWrite) await hold.lock?.release()

  const articles = new Set([...mended.rebuilt.articles, ...replayed.articles])
  const annotations = new Set([...mended.rebuilt.annotations, ...replayed.annotations])
  const seq = Math.max(replayed.seq, loaded.seq)
  const desk = createDesk({
    fs,
    layout,
    now,
    ids,
    onBug: options.onBug ?? (() => undefined),
    checkpointAfter: options.checkpointAfter,
    record: own.desk,
    records,
    settings,
    journal: openJournal(fs, layout, replayed.end),
    progress: { seq, stacks: replayed.stacks },
    lock: mayWrite ? hold.lock : null,
    readOnly: hold.readOnly ?? (newer.length > 0 ? NEWER_FILES : null),
    behind: mayWrite && (articles.size + annotations.size > 0 || own.fresh) ? { articles, annotations } : null,
    problems,
    asWritten: loaded.sealed && problems.length === 0,
  })
  const { seed } = options
  // A seed that cannot be written is no reason not to open: the desk is empty, and its save state says why.
  if (seq === 0 && mayWrite && seed) await desk.act((_, context) => seed(context))
  return ok(desk)
}

const NEWER_FILES =
  'Some files of this desk were written by a newer Crossread. You can read the rest, but not change it. Update Crossread to go on.'

function noDesk(folder: string): Result<never> {
  return fail('not-found', `There is no desk in ${folder}.`, { next: 'Name the folder of a desk.' })
}

function newerDesk(path: string): Result<never> {
  return fail('desk-newer', `This desk was written by a newer Crossread (${path}).`, {
    kept: 'Its files were not changed.',
    next: 'Update Crossread, or open another desk.',
  })
}

function newerFile(file: string) {
  return {
    file,
    message: `${file} was written by a newer Crossread and cannot be read by this one.`,
    kept: 'The file was left as it is.',
    next: 'Update Crossread, then open this desk again.',
  }
}
