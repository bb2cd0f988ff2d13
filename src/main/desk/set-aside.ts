import { join, relative } from 'node:path'
import type { Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'

/**
 * Moves a file that cannot be used into `broken/`, under a name that says when and from where: it may still be of use to
 * somebody. Resolves to its new name within the desk.
 */
export async function setAside(fs: DeskFs, layout: Layout, path: string, time: string): Promise<string> {
  const target = await placeInBroken(fs, layout, relative(layout.folder, path), time)
  await fs.move(path, target)
  await fs.syncFolder(layout.broken)
  return relative(layout.folder, target)
}

/** Keeps a piece of text in `broken/`, for what was only a part of a file. */
export async function keepInBroken(
  fs: DeskFs,
  layout: Layout,
  name: string,
  text: string,
  time: string,
): Promise<string> {
  const target = await placeInBroken(fs, layout, name, time)
  await fs.replace(target, text)
  await fs.syncFolder(layout.broken)
  return relative(layout.folder, target)
}

async function placeInBroken(fs: DeskFs, layout: Layout, name: string, time: string): Promise<string> {
  await fs.makeFolder(layout.broken)
  // No colons: Windows does not take them in names.
  const stem = `${time.replaceAll(/[:.]/g, '-')}-${name.replaceAll(/[\\/]/g, '-')}`
  for (let count = 1; ; count++) {
    const target = join(layout.broken, count === 1 ? stem : `${count}-${stem}`)
    if ((await fs.stat(target)) === null) return target
  }
}
