import { strToU8, zipSync } from 'fflate'
import { textOfFile, type Written } from '#annotations/exchange/format'

/** An export as one file to save: its only one as text, or several in a ZIP archive, as base64. */
export type OneFile = {
  readonly fileName: string
  readonly contents: string
  readonly encoding: 'utf-8' | 'base64'
}

/** The earliest day that an archive can hold: the moment of the export is no part of it, so its bytes are the same again. */
const NO_DAY = new Date(1980, 0, 1)

export function toOneFile({ files, archive: ending }: Pick<Written, 'files' | 'archive'>, name: string): OneFile {
  const [only, ...others] = files
  if (only && others.length === 0 && ending === undefined)
    return { fileName: only.name, contents: textOfFile(only), encoding: 'utf-8' }
  const entries = Object.fromEntries(files.map((file) => [file.name, strToU8(textOfFile(file))]))
  const archive = zipSync(entries, { mtime: NO_DAY })
  return {
    fileName: `${name}.${ending ?? 'zip'}`,
    contents: Buffer.from(archive).toString('base64'),
    encoding: 'base64',
  }
}
