import { dirname } from 'node:path'
import type { Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'

/** Makes what is missing of a desk's folders, durably: a file in a folder without a name would be lost with it. */
export async function makeFolders(fs: DeskFs, layout: Layout): Promise<void> {
  for (const folder of [layout.articles, layout.annotations, layout.history]) await fs.makeFolder(folder)
  await fs.syncFolder(layout.folder)
  await fs.syncFolder(dirname(layout.folder))
}
