import { relative } from 'node:path'
import type { Desk } from '#annotations/model/desk'
import type { DeskId } from '#annotations/model/ids'
import type { Speaker } from '#annotations/model/speaker'
import type { Settings } from '#contract/views'
import { backupsOf } from './backup'
import { type Checkpoint, type DeskFile, deskFormat, type SettingsFile } from './files/formats'
import { type FileState, readJson } from './files/json-file'
import { layoutOf } from './files/layout'
import type { MendDeps, Problem } from './mend'
import { setAside } from './set-aside'
import { DEFAULT_SETTINGS } from './settings-file'

const NOTHING_SEEN: Checkpoint = { seq: 0, position: null, undo: null, redo: null, articles: 0, annotations: 0 }

type Sound = {
  readonly desk: Desk
  readonly checkpoint: Checkpoint
  /** What was decided of speakers until then. */
  readonly speakers: readonly Speaker[]
  readonly fresh: boolean
  readonly problem: Problem | null
}

/**
 * The desk's own record and how far its files have seen the history. When its file is broken or gone, an older one from a
 * backup does as well: more of the history is replayed. Without one, all of it is.
 *
 * @param isNew whether the folder holds nothing of a desk yet
 */
export async function settleDesk(
  deps: MendDeps,
  file: FileState<DeskFile>,
  isNew: boolean,
  newId: () => DeskId,
): Promise<Sound> {
  if (file.state === 'sound') {
    const { desk, checkpoint, speakers = [] } = file.value
    return { desk, checkpoint, speakers, fresh: false, problem: null }
  }
  const created: Desk = { id: newId(), name: 'My desk', created: deps.time }
  if (isNew && file.state === 'missing')
    return { desk: created, checkpoint: NOTHING_SEEN, speakers: [], fresh: true, problem: null }
  const { fs, layout, time } = deps
  const aside = file.state === 'broken' && deps.mayWrite ? await setAside(fs, layout, layout.desk, time) : null
  const backup = await newestBackup(deps)
  return {
    desk: backup?.desk ?? created,
    checkpoint: backup?.checkpoint ?? NOTHING_SEEN,
    speakers: backup?.speakers ?? [],
    fresh: true,
    problem: {
      file: 'desk.json',
      message: file.state === 'broken' ? `desk.json could not be read: ${file.why}.` : 'desk.json was missing.',
      kept: `Every article, highlight and link is there.${aside === null ? '' : ` The broken file is kept as ${aside}.`}`,
      next: 'There is nothing to do. If it happens again, look after the disk.',
    },
  }
}

/** The settings, or the usual ones when their file is broken. */
export async function settleSettings(
  deps: MendDeps,
  file: FileState<SettingsFile>,
): Promise<{ readonly settings: Settings; readonly problem: Problem | null }> {
  if (file.state === 'sound') {
    const { version: _version, ...settings } = file.value
    return { settings, problem: null }
  }
  if (file.state !== 'broken') return { settings: DEFAULT_SETTINGS, problem: null }
  const { fs, layout } = deps
  const name = relative(layout.folder, layout.settings)
  const aside = deps.mayWrite ? await setAside(fs, layout, layout.settings, deps.time) : name
  return {
    settings: DEFAULT_SETTINGS,
    problem: {
      file: name,
      message: `${name} could not be read: ${file.why}.`,
      kept: `The desk is whole. The broken file is kept as ${aside}.`,
      next: 'Enter your name again in the settings.',
    },
  }
}

async function newestBackup({ fs, layout }: MendDeps): Promise<DeskFile | null> {
  for (const folder of await backupsOf(fs, layout)) {
    const file = await readJson(fs, layoutOf(folder).desk, deskFormat)
    if (file.state === 'sound') return file.value
  }
  return null
}
