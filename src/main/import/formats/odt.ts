import type { BlockKind } from '#annotations/model/article'
import { ok } from '#annotations/model/result'
import { assemble } from '../assemble'
import { BadFile } from '../bad-file'
import { BlockBuilder, PLAIN, type Style } from '../block-builder'
import { safeHref } from '../html/safe-href'
import type { FormatReader } from '../imported-article'
import { unzip } from '../unzip'
import { readXml } from '../xml'

const NEEDED = new Set(['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'])
/** Text that is not the document's: tracked deletions, indexes' settings, form fields' options. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:forms',
  'text:sequence-decls',
  'draw:object',
  'svg:title',
  'svg:desc',
])
const ASIDES = new Set([
  'office:annotation',
  'style:header',
  'style:footer',
  'style:header-first',
  'style:footer-first',
])

/** OpenDocument text. Running heads, comments and captions are asides. */
export const readOdt: FormatReader = async (bytes, context) => {
  const entries = unzip(bytes, (name) => NEEDED.has(name))
  const content = entries.get('content.xml')
  if (content === undefined)
    throw new BadFile('is not a document that can be read.', 'Save it again as ODT in your word processor.')
  const manifest = entries.get('META-INF/manifest.xml')
  if (manifest !== undefined && /encryption-data/.test(Buffer.from(manifest).toString('latin1')))
    throw new BadFile('is protected by a password.', 'Remove the password in the program it was made with.')
  const styles = new Map<string, NamedStyle>()
  const running = entries.get('styles.xml')
  const heads =
    running === undefined
      ? []
      : readBody(running, styles, 'style:master-page').map((block) => ({ ...block, aside: true as const }))
  const blocks = readBody(content, styles, 'office:text')
  const notes = heads.length === 0 ? [] : [`${heads.length} running heads and feet were set aside.`]
  return ok([assemble({ blocks: [...heads, ...blocks], notes }, context)])
}

/** What of a style matters here. */
type NamedStyle = { readonly bold: boolean | null; readonly italic: boolean | null; readonly parent: string }
type Open = {
  readonly name: string
  readonly style: Style
  readonly kind: BlockKind
  readonly aside: boolean
  readonly skipped: boolean
}

function readBody(xml: Uint8Array, styles: Map<string, NamedStyle>, root: string) {
  const builder = new BlockBuilder()
  const stack: Open[] = []
  let styleName = ''
  let parent = ''
  let depth = 0
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'style:style') {
        styleName = attributes['style:name'] ?? ''
        parent = attributes['style:parent-style-name'] ?? ''
        styles.set(styleName, { bold: null, italic: null, parent })
      } else if (name === 'style:text-properties' && styleName !== '') {
        styles.set(styleName, {
          bold: flag(attributes['fo:font-weight'], /bold|[6-9]00/),
          italic: flag(attributes['fo:font-style'], /italic|oblique/),
          parent,
        })
      }
      if (name === root) depth++
      if (depth === 0) return
      const outer = stack.at(-1) ?? { name: '', style: PLAIN, kind: 'paragraph' as const, aside: false, skipped: false }
      // A comment or a frame may stand within a paragraph: what came before it is a block of its own only when it has paragraphs.
      if (name === 'text:p' || name === 'text:h') builder.end(outer.kind, outer.aside)
      const named = attributes['text:style-name'] ?? ''
      stack.push({
        name,
        style:
          name === 'text:a'
            ? { ...outer.style, href: safeHref(attributes['xlink:href'] ?? '', undefined) }
            : name === 'text:span'
              ? styled(outer.style, named, styles)
              : outer.style,
        kind: kindOf(name, named, styles) ?? (name === 'office:annotation' ? 'paragraph' : outer.kind),
        aside:
          outer.aside ||
          ASIDES.has(name) ||
          (name === 'text:p' && hasAncestor(named, /^(caption|illustration|figure|table)$/i, styles)),
        skipped:
          outer.skipped ||
          SKIPPED.has(name) ||
          name === 'dc:creator' ||
          name === 'dc:date' ||
          name === 'meta:creator-initials',
      })
      if (name === 'text:tab' || name === 'text:s') builder.add(' ')
      if (name === 'text:line-break') builder.end(outer.kind, outer.aside)
    },
    text: (text) => {
      const top = stack.at(-1)
      if (top !== undefined && !top.skipped && stack.some(({ name }) => name === 'text:p' || name === 'text:h'))
        builder.add(text, top.style)
    },
    close: (name) => {
      if (name === 'style:style') styleName = ''
      if (depth === 0) return
      const top = stack.pop()
      if ((name === 'text:p' || name === 'text:h') && top !== undefined) builder.end(top.kind, top.aside)
      if (name === root) depth--
    },
  })
  return builder.blocks
}

function kindOf(name: string, style: string, styles: ReadonlyMap<string, NamedStyle>): BlockKind | null {
  if (name === 'text:h') return 'heading'
  if (name === 'text:list-item') return 'item'
  if (name !== 'text:p') return null
  if (hasAncestor(style, /^(title|subtitle|heading(_20_\d+)?)$/i, styles)) return 'heading'
  return hasAncestor(style, /^(quotations?|quote|block(_20_)?quot.*)$/i, styles) ? 'quote' : null
}

/** A paragraph's own style is mostly an automatic one, based on the one that has a meaning. */
function hasAncestor(style: string, wanted: RegExp, styles: ReadonlyMap<string, NamedStyle>): boolean {
  for (let name = style, steps = 0; name !== '' && steps < 20; steps++) {
    if (wanted.test(name)) return true
    name = styles.get(name)?.parent ?? ''
  }
  return false
}

function styled(outer: Style, name: string, styles: ReadonlyMap<string, NamedStyle>): Style {
  let { bold, italic } = styles.get(name) ?? { bold: null, italic: null }
  for (let parent = name, steps = 0; parent !== '' && steps < 20; steps++) {
    const style = styles.get(parent)
    bold ??= style?.bold ?? (parent === 'Strong_20_Emphasis' ? true : null)
    italic ??= style?.italic ?? (parent === 'Emphasis' ? true : null)
    parent = style?.parent ?? ''
  }
  return { ...outer, bold: bold ?? outer.bold, italic: italic ?? outer.italic }
}

function flag(value: string | undefined, on: RegExp): boolean | null {
  return value === undefined ? null : on.test(value)
}
