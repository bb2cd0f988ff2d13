import type { OpenDialog } from '../state/app-model'

/** UTF-16 units within which an export of Crossread names its format. */
const HEAD = 400

/** What files that were dropped on the window open: an export of Crossread is imported, anything else is added as articles. */
export async function dialogForFiles(files: readonly File[]): Promise<OpenDialog | null> {
  const [first] = files
  if (!first) return null
  if (files.length === 1 && /\.json$/i.test(first.name) && (await isExport(first))) {
    return { kind: 'import', file: { name: first.name, text: await first.text() } }
  }
  return { kind: 'add', source: { kind: 'files', files } }
}

async function isExport(file: File): Promise<boolean> {
  return /"format"\s*:\s*"crossread/i.test(await file.slice(0, HEAD).text())
}
