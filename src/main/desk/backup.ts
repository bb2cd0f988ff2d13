import { basename, join } from 'node:path'
import { type Layout, layoutOf } from './files/layout'
import type { DeskFs } from './fs/desk-fs'

const KEEP = 7

/** Folders of backups, newest first. */
export async function backupsOf(fs: DeskFs, layout: Layout): Promise<string[]> {
  const days = (await fs.list(layout.backups)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
  return days
    .sort()
    .reverse()
    .map((day) => join(layout.backups, day))
}

/**
 * Copies every file of the desk but its history, once a day. A file that has not changed since the last backup gets a second
 * name there instead, as `rsync --link-dest` does it, so that seven days of an idle desk cost the room of one. Never a second
 * name of the desk's own file: an editor that writes in place would spoil both.
 */
export async function backUp(fs: DeskFs, layout: Layout, day: string): Promise<void> {
  const [newest] = await backupsOf(fs, layout)
  const target = join(layout.backups, day)
  if (newest !== undefined && basename(newest) >= day) return
  // Half a backup must not count as one.
  const unfinished = layoutOf(`${target}.unfinished`)
  const last = newest === undefined ? undefined : layoutOf(newest)
  await fs.remove(unfinished.folder)
  for (const part of [(at: Layout) => at.articles, (at: Layout) => at.annotations]) {
    await fs.makeFolder(part(unfinished))
    for (const name of await fs.list(part(layout))) {
      if (name.endsWith('.json'))
        await keep(fs, join(part(layout), name), join(part(unfinished), name), last && join(part(last), name))
    }
  }
  await keep(fs, layout.desk, unfinished.desk, last?.desk)
  await keep(fs, layout.settings, unfinished.settings, last?.settings)
  await fs.move(unfinished.folder, target)
  await fs.syncFolder(layout.backups)
  for (const old of (await backupsOf(fs, layout)).slice(KEEP)) await fs.remove(old)
}

async function keep(fs: DeskFs, file: string, copy: string, last: string | undefined): Promise<void> {
  const now = await fs.stat(file)
  if (now === null) return
  const then = last === undefined ? null : await fs.stat(last)
  // Copied times lose what is below a microsecond.
  if (last !== undefined && then !== null && then.size === now.size && Math.abs(then.modified - now.modified) < 1)
    await fs.link(last, copy)
  else await fs.copy(file, copy)
}
