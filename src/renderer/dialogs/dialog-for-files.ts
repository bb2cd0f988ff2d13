import type { TextFile } from '../bridge/shell'
import type { OpenDialog } from '../state/app-model'

/** What files that were dropped on the window open: an export of Crossread is imported, anything else is added as articles. */
export function dialogForFiles(files: readonly TextFile[]): OpenDialog | null {
  const [first] = files
  if (!first) return null
  const isExport = files.length === 1 && /\.json$/i.test(first.name)
  return isExport ? { kind: 'import', file: first } : { kind: 'add', files }
}
