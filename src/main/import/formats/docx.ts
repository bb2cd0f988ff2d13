import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Block } from '#annotations/model/article'
import { ok } from '#annotations/model/result'
import { BadFile } from '../bad-file'
import { BlockBuilder } from '../block-builder'
import { readPage } from '../html/read-page'
import type { FormatReader } from '../imported-article'
import { type Entries, unzip } from '../unzip'
import { readXml } from '../xml'

/** Word files are text, styles and relations; pictures, fonts and macros are never unpacked. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(_rels\/)?[\w-]+\.xml(\.rels)?)$/

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
]

/** Word files through mammoth. Running heads and feet, which it leaves out, are kept as asides. */
export const readDocx: FormatReader = async (bytes, context) => {
  const entries = unzip(bytes, (name) => NEEDED.test(name))
  if (!entries.has('word/document.xml'))
    throw new BadFile('is not a Word document that can be read.', 'Save it again as DOCX in your word processor.')
  // Packed again from what was unpacked within the limits, because mammoth unpacks without any.
  const buffer = Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }))
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: STYLES, convertImage: NO_IMAGE, externalFileAccess: false },
  )
  const heads = partsNamed(entries, 'header')
  const feet = partsNamed(entries, 'footer')
  const comments = partsNamed(entries, 'comments')
  const count = heads.length + feet.length
  return ok([
    readPage(value.replace(BACK_LINK, ''), context, {
      whole: false,
      fileTitle: titleOf(entries),
      before: heads,
      after: [...feet, ...comments],
      notes:
        count === 0 ? [] : [`${count} running ${count === 1 ? 'head or foot was' : 'heads and feet were'} set aside.`],
    }),
  ])
}

/** mammoth ends each footnote with an arrow back, which is in no document. */
const BACK_LINK = /\s*<a href="#(foot|end)note-ref-\d+">↑<\/a>/g
const NO_IMAGE = mammoth.images.imgElement(async () => ({ src: '' }))

/** The distinct paragraphs of all parts of a kind: first, even and odd pages mostly repeat each other. */
function partsNamed(entries: Entries, kind: 'header' | 'footer' | 'comments'): Block[] {
  const texts = new Set<string>()
  for (const [name, xml] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (new RegExp(`^word/${kind}\\d*\\.xml$`).test(name)) for (const text of paragraphsOf(xml)) texts.add(text)
  }
  return [...texts].map((text) => ({ kind: 'paragraph', text, aside: true }))
}

function paragraphsOf(xml: Uint8Array): string[] {
  const builder = new BlockBuilder()
  let inText = false
  readXml(xml, {
    open: (name) => {
      inText = name === 'w:t'
      if (name === 'w:tab' || name === 'w:br') builder.add(' ')
    },
    text: (text) => inText && builder.add(text),
    close: (name) => {
      inText = false
      if (name === 'w:p') builder.end('paragraph')
    },
  })
  return builder.blocks.map((block) => block.text)
}

function titleOf(entries: Entries): string | undefined {
  const core = entries.get('docProps/core.xml')
  let title = ''
  let inTitle = false
  if (core === undefined) return undefined
  readXml(core, {
    open: (name) => {
      inTitle = name === 'dc:title'
    },
    text: (text) => {
      if (inTitle) title += text
    },
    close: () => {
      inTitle = false
    },
  })
  return title.trim() || undefined
}
