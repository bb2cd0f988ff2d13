import { namesInZip } from './unzip'
import { namesInHeaders } from './zip-headers'

export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'eml'
  | 'json-lines'
  | 'csv'

/** What is recognised and not read, with the end of the sentence that says so, and what to do instead. */
export type Refused = { readonly reason: string; readonly next: string }
export type Detected = { readonly format: Format } | { readonly refused: Refused }

const HEAD = 4096
const CONVERT = 'Open it in the program it was made with, and save it as DOCX, PDF or plain text.'

/**
 * Tells a file's format by its magic bytes, then by what its text looks like, then by the extension of its name. A name alone
 * never makes a binary file text.
 */
export function detectFormat(bytes: Uint8Array, name = ''): Detected {
  const head = asciiOf(bytes.subarray(0, HEAD))
  return binaryFormat(bytes, head, name) ?? { format: textFormat(head, extensionOf(name)) }
}

function binaryFormat(bytes: Uint8Array, head: string, name: string): Detected | null {
  if (/^\s*%PDF-/.test(head) || head.slice(0, 1024).includes('%PDF-1.')) return { format: 'pdf' }
  if (/^\s*\{\\rtf/.test(head)) return { format: 'rtf' }
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return archiveFormat(bytes, name)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { refused: oldOffice(bytes) }
  const kind = BINARIES.find(({ magic }) => magic.test(head))
  return kind === undefined ? null : { refused: { reason: kind.reason, next: kind.next ?? CONVERT } }
}

const PICTURE = 'Crossread reads no text from pictures. Find the article as text, or type what you need.'
type Magic = { readonly test: (head: string) => boolean }
const startsWith = (...magics: readonly string[]): Magic => ({
  test: (head) => magics.some((magic) => head.startsWith(magic)),
})
const BINARIES: readonly { readonly magic: Magic; readonly reason: string; readonly next?: string }[] = [
  { magic: /^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*)/s, reason: 'is a picture.', next: PICTURE },
  { magic: /^RIFF.{4}WEBP/s, reason: 'is a picture.', next: PICTURE },
  { magic: /^.{4}ftyp|^(ID3.\0|OggS\0|RIFF.{4}(WAVE|AVI )|.E\xdf\xa3)/s, reason: 'is a sound or film.' },
  {
    magic: startsWith('\x1f\x8b', 'BZh9', '7z\xbc\xaf', 'Rar!\x1a', '\xfd7zXZ', '\x28\xb5\x2f\xfd'),
    reason: 'is a packed archive.',
    next: 'Unpack it first.',
  },
  { magic: /^(\x7fELF|MZ.{0,60}?\0|\xca\xfe\xba\xbe|\xfe\xed\xfa)/s, reason: 'is a program, not an article.' },
  { magic: /^SQLite format 3/, reason: 'is a database, not an article.' },
  { magic: /^%!PS/, reason: 'is a PostScript file.' },
]

/** Office files are archives; which one, their entries tell. */
function archiveFormat(bytes: Uint8Array, name: string): Detected {
  const names = namesInZip(bytes)
  if (names === null) {
    const inside = namesInHeaders(bytes)
    const project = isProject(inside) || /\.qdpx$/i.test(name)
    const kind = project ? PROJECT : inside.some(isSheet) || /\.xlsx$/i.test(name) ? 'a spreadsheet' : null
    return {
      refused: {
        reason:
          kind === null ? 'is damaged: its contents cannot be unpacked.' : `is ${kind}, and is damaged or cut off.`,
        next: kind === null ? 'Get it again, and try once more.' : `Get it again. ${USE_IMPORT}`,
      },
    }
  }
  if (names.has('word/document.xml')) return { format: 'docx' }
  if (names.has('META-INF/container.xml')) return { format: 'epub' }
  if (names.has('content.xml')) return { format: 'odt' }
  if ([...names].some((name) => /^word\/document\d*\.xml$/.test(name))) return { format: 'docx' }
  const what = names.has('xl/workbook.xml')
    ? { reason: 'is a spreadsheet.', next: `Save it as CSV, one article a row, and add that. ${USE_IMPORT}` }
    : names.has('ppt/presentation.xml')
      ? { reason: 'is a slide show.', next: CONVERT }
      : isProject([...names])
        ? { reason: `is ${PROJECT}.`, next: USE_IMPORT }
        : { reason: 'is an archive.', next: `Unpack it, and add the files or the folder. ${USE_IMPORT}` }
  return { refused: what }
}

const PROJECT = 'a REFI-QDA project'
const USE_IMPORT = 'Annotations come in with “Import…” in the menu.'

function isProject(names: readonly string[]): boolean {
  return names.some((name) => /\.qde$/i.test(name))
}

function isSheet(name: string): boolean {
  return name.startsWith('xl/')
}

/** Word encrypts into the container of its old format; the stream's name stands in it as UTF-16. */
function oldOffice(bytes: Uint8Array): Refused {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return text.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? { reason: 'is protected by a password.', next: 'Remove the password in the program it was made with.' }
    : { reason: 'is in the old format of Word or Outlook, which Crossread does not read.', next: CONVERT }
}

const MAIL_HEADER = /^(return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+):\s/im
const HTML = /<(!doctype html|html|head|body|article|main|div|p|h1|meta|table|span|section)[\s>/]/i
const EXTENSIONS: { readonly [extension: string]: Format } = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  eml: 'eml',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  json: 'json-lines',
  csv: 'csv',
  tsv: 'csv',
}

function textFormat(head: string, extension: string): Format {
  const start = head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  const named = EXTENSIONS[extension]
  if (looksLikeMail(start)) return /^content-type:\s*multipart\/related/im.test(start) ? mailKind(start, named) : 'eml'
  if (/^(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body)[\s>]/is.test(start)) return 'html'
  if (/^\{\s*"/.test(start) && named !== 'text' && named !== 'csv') return 'json-lines'
  if (/^\[\s*\{\s*"/.test(start) && (named === 'json-lines' || named === undefined)) return 'json-lines'
  return named ?? (start.startsWith('<') && HTML.test(start) ? 'html' : 'text')
}

/** A saved page and a mail with pictures have the same structure; a browser says that it saved, or where the page was. */
function mailKind(start: string, named: Format | undefined): Format {
  return /^(snapshot-content-location|content-location|from:\s*<?saved by)/im.test(start) || named === 'mhtml'
    ? 'mhtml'
    : 'eml'
}

/** Three known header lines before the first blank one: a text rarely begins with a labelled list of these. */
function looksLikeMail(start: string): boolean {
  const header = start.split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (!/^[\w-]+:\s/.test(header)) return false
  const known = header.split(/\r?\n/).filter((line) => MAIL_HEADER.test(line) || /^content-type:\s/i.test(line))
  return known.length >= 3 || /^mime-version:\s*1/im.test(header)
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
