import type { InFile } from '#annotations/exchange/format'
import { pathOf } from '../bridge/dropped-files'
import type { OpenDialog } from '../state/app-model'

/** Bytes within which a file shows its format. */
const HEAD = 20_000
/** Files that are looked at; a folder of annotations shows what it is long before. */
const MOST_LOOKED_AT = 200
const OURS = /^\ufeff?\s*{[^{[]*"format"\s*:\s*"crossread/i
const BY_NAME = /\.(?:zip|xlsx|qdpx|qde|jsonld|ann)$/i
/** Archives that are articles, by their names or by the names of the files in them. */
const ARTICLE = /\.(?:docx|odt|epub|pdf|html?|txt|md)$/i
const ARTICLE_INSIDE = /word\/|META-INF\/container\.xml|mimetype/
const MAY_BE = /\.(?:jsonl?|ndjson|jsonld|csv|tsv|ann)$/i

/** What files that were dropped on the window open: annotations and desks are imported, anything else is added as articles. */
export async function dialogForFiles(files: readonly File[]): Promise<OpenDialog | null> {
  if (files.length === 0) return null
  const source = { kind: 'files', files } as const
  return (await holdAnnotations(files)) ? { kind: 'import', source } : { kind: 'add', source }
}

async function holdAnnotations(files: readonly File[]): Promise<boolean> {
  if (files.some((file) => BY_NAME.test(file.name) || /(?:^|\/)desk\.json$/.test(pathOf(file)))) return true
  // A download may have lost its ending: the names in an archive say what it is, also of one that is cut off.
  for (const file of files.filter(({ name }) => !ARTICLE.test(name) && !MAY_BE.test(name)).slice(0, MOST_LOOKED_AT)) {
    const head = await file.slice(0, HEAD).text()
    if (head.startsWith('PK\x03\x04') && !ARTICLE_INSIDE.test(head)) return true
  }
  // The readers are only fetched once a file may be for one of them.
  const likely = files.filter(({ name }) => MAY_BE.test(name)).slice(0, MOST_LOOKED_AT)
  if (likely.length === 0) return false
  const { recogniseFormat } = await import('#annotations/exchange/formats')
  for (const file of likely) {
    const head: InFile = { name: file.name, text: await file.slice(0, HEAD).text() }
    if (OURS.test(head.text) || recogniseFormat([head]) !== null) return true
  }
  return false
}
