import { fail, type Result } from '#annotations/model/result'
import { nameOf, refusalOf, refuse } from './bad-file'
import { detectFormat, type Format } from './detect-format'
import { readText } from './formats/text'
import type { FormatReader, ImportedArticle, ReadContext } from './imported-article'
import { LIMITS, megabytes } from './limits'

/** Loaded when first needed: most imports need one, and some are large. */
const READERS: { readonly [F in Format]: () => Promise<FormatReader> } = {
  text: async () => readText,
  markdown: async () => (await import('./formats/markdown')).readMarkdown,
  html: async () => (await import('./formats/html')).readHtml,
  mhtml: async () => (await import('./formats/mhtml')).readMhtml,
  pdf: async () => (await import('./formats/pdf')).readPdf,
  docx: async () => (await import('./formats/docx')).readDocx,
  odt: async () => (await import('./formats/odt')).readOdt,
  rtf: async () => (await import('./formats/rtf')).readRtf,
  epub: async () => (await import('./formats/epub')).readEpub,
  eml: async () => (await import('./formats/eml')).readEml,
  'json-lines': async () => (await import('./formats/json-lines')).readJsonLines,
  csv: async () => (await import('./formats/csv')).readCsv,
}

/**
 * Reads a file's bytes as articles, in whatever format they are. Never throws: a file that cannot be read is a `bad-file`
 * failure whose sentence names it and says what to do.
 *
 * @param format when it is known, for the clipboard's HTML for example; else it is detected
 */
export async function readArticles(
  bytes: Uint8Array,
  context: ReadContext,
  format?: Format,
): Promise<Result<readonly ImportedArticle[]>> {
  const { source } = context
  if (bytes.length === 0)
    return refuse(source, 'is empty: there is nothing to read in it.', 'Choose a file with text in it.')
  if (bytes.length > LIMITS.fileBytes) return tooLarge(context)
  try {
    const detected = format === undefined ? detectFormat(bytes, source.name) : { format }
    if ('refused' in detected) return refuse(source, detected.refused.reason, detected.refused.next)
    const read = await READERS[detected.format]()
    return await read(bytes, context)
  } catch (error) {
    return refusalOf(error, source)
  }
}

/** The refusal of a file above the limit; also said before such a file is read at all. */
export function tooLarge({ source }: Pick<ReadContext, 'source'>): Result<never> {
  return fail('bad-file', `${nameOf(source)} is larger than ${megabytes(LIMITS.fileBytes)}.`, {
    next: 'Save the article alone, without its pictures, or copy its text and paste it.',
  })
}
