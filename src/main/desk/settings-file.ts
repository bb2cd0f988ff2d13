import type { Settings } from '#contract/views'
import { LEVELS } from './article-files'
import { settingsFormat } from './files/formats'
import { writeJson } from './files/json-file'
import type { Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'

export const DEFAULT_SETTINGS: Settings = { annotator: '', theme: 'system' }

/** Throws what the disk throws. */
export async function writeSettings(fs: DeskFs, layout: Layout, settings: Settings): Promise<void> {
  await writeJson(fs, layout.settings, settingsFormat, { version: 1, ...settings }, LEVELS.settings)
  await fs.syncFolder(layout.folder)
}
