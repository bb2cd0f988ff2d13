import { csvIn } from './csv/read'
import { csvOut } from './csv/write'
import type { ExportFormat, ImportFormat, InFile } from './format'
import { webAnnotationIn } from './web-annotation/read'
import { webAnnotationOut } from './web-annotation/write'

/** Every way out besides Crossread JSON, in the order that they are offered in. */
export const exportFormats: readonly ExportFormat[] = [webAnnotationOut, csvOut]

/** Every way in besides Crossread JSON. Those that are known by what only they have come first. */
export const importFormats: readonly ImportFormat[] = [webAnnotationIn, csvIn]

/** The format that some files are in; null when none knows them. */
export function recogniseFormat(files: readonly InFile[]): ImportFormat | null {
  return importFormats.find((format) => files.some((file) => format.recognise(file))) ?? null
}
