import { ok } from '#annotations/model/result'
import { BadFile } from '../bad-file'
import { readPage } from '../html/read-page'
import type { FormatReader, ImportedArticle, ReadContext } from '../imported-article'
import { LIMITS } from '../limits'
import { decodeText } from '../text/decode'
import { type Entries, unzip } from '../unzip'
import { readXml } from '../xml'

const NEEDED = /(^META-INF\/(container|encryption)\.xml|\.(opf|xhtml|html?|xml))$/i
/** UTF-16 units: a chapter with less is a cover, a title page or a list of contents. */
const LEAST_TEXT = 250

type Book = {
  readonly title: string
  readonly language: string
  readonly publisher: string
  readonly chapters: readonly string[]
}

/**
 * A book as one article a chapter, because the books that analysts get are issues of magazines and digests. Short pages (cover,
 * contents) are left out, and the report says how many.
 */
export const readEpub: FormatReader = async (bytes, context) => {
  const entries = unzip(bytes, (name) => NEEDED.test(name))
  if (isEncrypted(entries))
    throw new BadFile(
      'is protected against copying (DRM).',
      'Get it without protection, or find the articles elsewhere.',
    )
  const book = readBook(entries)
  const articles: ImportedArticle[] = []
  let short = 0
  for (const chapter of book.chapters.slice(0, LIMITS.articles)) {
    const html = entries.get(chapter)
    const article = html === undefined ? null : readChapter(decodeText(html), book, context)
    if (article === null) short++
    else articles.push(article)
  }
  if (articles.length === 0)
    throw new BadFile('has no chapter with text in it.', 'Open it in a reader, and copy the text.')
  const [first, ...rest] = articles
  const note =
    short === 0 ? [] : [`${short} short ${short === 1 ? 'page' : 'pages'} (cover, contents) did not become articles.`]
  return ok(first === undefined ? [] : [{ ...first, notes: [...first.notes, ...note] }, ...rest])
}

function readChapter(html: string, book: Book, context: ReadContext): ImportedArticle | null {
  try {
    const article = readPage(html, context, { whole: false })
    const length = article.draft.blocks.reduce((sum, { text }) => sum + text.length, 0)
    if (length < LEAST_TEXT && book.chapters.length > 1) return null
    const { draft } = article
    return { ...article, draft: { ...draft, language: draft.language ?? (book.language || null) } }
  } catch (error) {
    if (error instanceof BadFile) return null
    throw error
  }
}

/** `encryption.xml` also lists obfuscated fonts, which are no protection of the text. */
function isEncrypted(entries: Entries): boolean {
  const xml = entries.get('META-INF/encryption.xml')
  return xml !== undefined && /URI="[^"]+\.x?html?"/i.test(Buffer.from(xml).toString('latin1'))
}

function readBook(entries: Entries): Book {
  const path = rootFile(entries)
  const opf = path === null ? undefined : entries.get(path)
  if (path === null || opf === undefined)
    throw new BadFile('is not a book that can be read.', 'Open it in a reader, and copy the text.')
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const files = new Map<string, string>()
  const spine: string[] = []
  const fields = new Map<string, string>()
  let field = ''
  readXml(opf, {
    open: (name, attributes) => {
      field = name.startsWith('dc:') ? name : ''
      if (
        /(^|:)item$/.test(name) &&
        attributes.id &&
        attributes.href &&
        !/(^|\s)nav(\s|$)/.test(attributes.properties ?? '')
      )
        files.set(attributes.id, resolvePath(folder, attributes.href))
      if (/(^|:)itemref$/.test(name) && attributes.idref && attributes.linear !== 'no') spine.push(attributes.idref)
    },
    text: (text) => field !== '' && fields.set(field, `${fields.get(field) ?? ''}${text}`),
    close: () => {
      field = ''
    },
  })
  return {
    title: (fields.get('dc:title') ?? '').trim(),
    language: (fields.get('dc:language') ?? '').trim(),
    publisher: (fields.get('dc:publisher') ?? '').trim(),
    chapters: spine.map((id) => files.get(id) ?? '').filter((file) => file !== ''),
  }
}

function rootFile(entries: Entries): string | null {
  const container = entries.get('META-INF/container.xml')
  let path: string | null = null
  if (container === undefined) return null
  readXml(container, {
    open: (name, attributes) => {
      if (/(^|:)rootfile$/.test(name)) path ??= attributes['full-path'] ?? null
    },
    text: () => {},
    close: () => {},
  })
  return path
}

/** A path within the archive; it is only ever a key to look up, so one that leads out finds nothing. */
function resolvePath(folder: string, href: string): string {
  const parts: string[] = []
  for (const part of `${folder}${decode(href.split('#')[0] ?? '')}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
