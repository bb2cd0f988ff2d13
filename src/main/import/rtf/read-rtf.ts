import type { Block, BlockKind } from '#annotations/model/article'
import { BadFile } from '../bad-file'
import { BlockBuilder, PLAIN, type Style } from '../block-builder'
import { safeHref } from '../html/safe-href'
import { decodeWith } from '../text/decode'
import { type RtfToken, tokensOf } from './tokens'

const MOST_DEPTH = 2_000

/** Groups whose text is not the document's. Every group that begins with `\*` is one too, unless it is known here. */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl filetbl revtbl fldinst bkmkstart bkmkend nonshppict template pgptbl mmathPr atrfstart atrfend atnid atnauthor atndate atnref annotation pntext listtext'.split(
    ' ',
  ),
)
/** Running heads and feet, and comments. Footnotes are part of the text. */
const ASIDES = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '))
const KNOWN_STARRED = new Set(['shppict', 'hyphen'])

const SYMBOLS: { readonly [word: string]: string } = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  cell: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

/** Windows charset numbers of fonts (`\fcharset`) and ANSI code pages (`\ansicpg`), as encodings. */
const CHARSETS: { readonly [number: number]: string } = {
  0: 'windows-1252',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
  222: 'windows-874',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
}

type Group = {
  readonly skipped: boolean
  readonly aside: boolean
  readonly style: Style
  readonly encoding: string
  /** How many fallback characters follow each `\u`. */
  readonly unicodeSkip: number
  readonly fresh: boolean
}
type Paragraph = { readonly outline: boolean; readonly list: boolean; readonly style: number | null }

/** An RTF document's paragraphs, with emphasis and links; its running heads and feet are asides. */
export function readRtfBlocks(rtf: string): readonly Block[] {
  return new RtfReading(rtf).read()
}

const NO_PARAGRAPH: Paragraph = { outline: false, list: false, style: null }

class RtfReading {
  readonly #builder = new BlockBuilder()
  readonly #rtf: string
  readonly #stack: Group[] = []
  readonly #fonts: ReadonlyMap<number, string>
  readonly #headings: ReadonlySet<number>
  #group: Group
  #paragraph = NO_PARAGRAPH
  #bytes: number[] = []
  #toSkip = 0
  #starred = false

  constructor(rtf: string) {
    this.#rtf = rtf
    const page = /\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 2_000))?.[1]
    const encoding = encodingOf(page === undefined ? 'windows-1252' : `windows-${page}`)
    this.#fonts = fontsOf(rtf)
    this.#headings = headingStyles(rtf)
    this.#group = { skipped: false, aside: false, style: PLAIN, encoding, unicodeSkip: 1, fresh: false }
  }

  read(): readonly Block[] {
    for (const token of tokensOf(this.#rtf)) this.#take(token)
    this.#end()
    return this.#builder.blocks
  }

  #take(token: RtfToken): void {
    switch (token.type) {
      case 'open':
        this.#flush()
        if (this.#stack.length > MOST_DEPTH)
          throw new BadFile(`has groups nested more than ${MOST_DEPTH} deep.`, 'Copy its text and paste it.')
        this.#stack.push(this.#group)
        this.#group = { ...this.#group, fresh: true }
        this.#toSkip = 0
        return
      case 'close':
        this.#flush()
        if (this.#group.aside && this.#stack.at(-1)?.aside === false) this.#end()
        this.#group = this.#stack.pop() ?? this.#group
        this.#toSkip = 0
        return
      case 'byte':
        if (this.#toSkip > 0) this.#toSkip--
        else if (!this.#group.skipped) this.#bytes.push(token.value)
        this.#settle()
        return
      case 'symbol':
        this.#symbol(token.symbol)
        return
      case 'word':
        this.#word(token.word, token.value)
    }
  }

  #symbol(symbol: string): void {
    if (symbol === '*') {
      this.#starred = true
      return
    }
    this.#settle()
    if (symbol === '~') this.#text('\u00a0')
    else if (symbol === '_') this.#text('‑')
    else if (symbol === '\n' || symbol === '\r') this.#end()
    else if ('\\{}'.includes(symbol)) this.#text(symbol)
  }

  #word(word: string, value: number | null): void {
    const begins = this.#group.fresh
    const starred = this.#starred
    if (begins && (SKIPPED.has(word) || (starred && !KNOWN_STARRED.has(word)))) {
      this.#starred = false
      this.#set({ skipped: true })
      return
    }
    this.#settle()
    if (begins && ASIDES.has(word)) {
      if (this.#builder.pending) this.#end()
      this.#set({ aside: true })
    } else if (word === 'u' && value !== null) {
      this.#text(String.fromCharCode(value & 0xffff))
      this.#toSkip = this.#group.unicodeSkip
    } else if (word in SYMBOLS) this.#text(SYMBOLS[word] ?? '')
    else this.#control(word, value)
  }

  #control(word: string, value: number | null): void {
    const { style } = this.#group
    if (word === 'b') this.#set({ style: { ...style, bold: value !== 0 } })
    else if (word === 'i') this.#set({ style: { ...style, italic: value !== 0 } })
    else if (word === 'plain') this.#set({ style: { ...PLAIN, href: style.href } })
    else if (word === 'f' && value !== null) this.#set({ encoding: this.#fonts.get(value) ?? this.#group.encoding })
    else if (word === 'uc') this.#set({ unicodeSkip: Math.min(Math.max(value ?? 1, 0), 10) })
    else if (word === 'par' || word === 'line' || word === 'sect' || word === 'page' || word === 'row') this.#end()
    else if (word === 'pard') this.#paragraph = NO_PARAGRAPH
    else if (word === 'outlinelevel') this.#paragraph = { ...this.#paragraph, outline: value !== 9 }
    else if (word === 'ls' && value !== null) this.#paragraph = { ...this.#paragraph, list: value !== 0 }
    else if (word === 's' && value !== null) this.#paragraph = { ...this.#paragraph, style: value }
    else if (word === 'fldrslt') this.#set({ style: { ...style, href: this.#fieldTarget() } })
  }

  /** A field's instruction stands just before its result: `HYPERLINK "https://…"`. */
  #fieldTarget(): string | null {
    return this.#links.next().value ?? null
  }
  readonly #links = linksOf(() => this.#rtf)

  #set(change: Partial<Group>): void {
    this.#flush()
    this.#group = { ...this.#group, ...change }
  }

  /** What begins a group has passed. */
  #settle(): void {
    this.#starred = false
    if (this.#group.fresh) this.#group = { ...this.#group, fresh: false }
  }

  #text(text: string): void {
    this.#flush()
    if (!this.#group.skipped) this.#builder.add(text, this.#group.style)
  }

  /** Bytes are decoded together, because a character may be two of them. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const text = decodeWith(new TextDecoder(this.#group.encoding), Uint8Array.from(this.#bytes))
    this.#bytes = []
    this.#builder.add(text, this.#group.style)
  }

  #end(): void {
    this.#flush()
    this.#builder.end(this.#kind(), this.#group.aside)
  }

  #kind(): BlockKind {
    const { outline, list, style } = this.#paragraph
    if (outline || (style !== null && this.#headings.has(style))) return 'heading'
    return list ? 'item' : 'paragraph'
  }
}

/** Targets of the fields that have a result, in their order; null for a field that is no link. */
function* linksOf(source: () => string): Generator<string | null> {
  const field = /\\fldinst\b([\s\S]{0,4000}?)\\fldrslt\b/g
  for (const [, instruction = ''] of source().matchAll(field)) {
    const target = /HYPERLINK\s+(?:\\\\[a-z]\s+)*"([^"]*)"/i.exec(instruction)?.[1]
    yield target === undefined
      ? null
      : safeHref(
          target.replace(/\\'([0-9a-f]{2})/gi, (_, hex) => `%${hex}`),
          undefined,
        )
  }
}

function encodingOf(name: string): string {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return 'windows-1252'
  }
}

function fontsOf(rtf: string): ReadonlyMap<number, string> {
  const fonts = new Map<number, string>()
  const table = /\{\\fonttbl([\s\S]{0,200000}?)\}\s*\}/.exec(rtf)?.[1] ?? ''
  for (const [, font, charset] of table.matchAll(/\\f(\d{1,5})[^{}]*?\\fcharset(\d{1,3})/g)) {
    const encoding = CHARSETS[Number(charset)]
    if (encoding !== undefined && Number(charset) !== 0) fonts.set(Number(font), encoding)
  }
  return fonts
}

/** Styles that are named as headings are; `\s15` in a paragraph refers to them. */
function headingStyles(rtf: string): ReadonlySet<number> {
  const at = rtf.indexOf('{\\stylesheet')
  const sheet = at < 0 ? '' : rtf.slice(at, at + 100_000)
  const styles = new Set<number>()
  for (const [, number, name] of sheet.matchAll(/\{\\s(\d{1,4})\b([^{}]*)\}/g)) {
    if (/(^|\s)(heading \d|title|subtitle|заголовок \d);?\s*$/i.test(name ?? '')) styles.add(Number(number))
  }
  return styles
}
