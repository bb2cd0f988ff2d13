import { ok } from '#annotations/model/result'
import { httpUrl } from '../assemble'
import { BadFile } from '../bad-file'
import { readPage } from '../html/read-page'
import type { FormatReader } from '../imported-article'
import { parseMime } from './eml'

/** A page that a browser saved with its pictures and styles in one file; those are left where they are. */
export const readMhtml: FormatReader = async (bytes, context) => {
  const page = await parseMime(bytes)
  if (!page.html) throw new BadFile('has no page in it.', 'Save the page again, or copy the article and paste it.')
  const header = (name: string) => page.headers.find(({ key }) => key === name)?.value
  const url = httpUrl(header('snapshot-content-location')) ?? httpUrl(header('content-location')) ?? context.url
  // Its date is when the page was saved, which says nothing of when it was published.
  return ok([readPage(page.html, { ...context, ...(url === undefined ? {} : { url }) }, { fileTitle: page.subject })])
}
