import { Parser } from 'htmlparser2'
import type { Block, BlockKind } from '#annotations/model/article'
import { BadFile } from '../bad-file'
import { BlockBuilder, PLAIN, type Style } from '../block-builder'
import { LIMITS } from '../limits'
import { BLOCKS, BOLD, CELLS, ITALIC, isAsideElement, isHidden, kindOfElement, SKIPPED, VOID } from './elements'
import { type Head, HeadReader } from './head'
import { safeHref } from './safe-href'

/** A block, and what the page's markup says of it. */
export type PageBlock = Block & {
  /** In a navigation, a footer, a caption, hidden, …: never part of the article. */
  readonly outside: boolean
  /** Share of the text that is links, 0 to 1. */
  readonly linked: number
  /** Class, id and role names around it, for what they say of bylines and dates. */
  readonly hint: string
}

export type Page = {
  readonly blocks: readonly PageBlock[]
  readonly head: Head
  /**
   * The page again, with the allowed elements and none of their attributes but class and id; each run of text stands in a
   * `<span data-b>` with the index of its block. Nothing in it can run or fetch.
   */
  readonly safeHtml: string
  readonly elements: number
}

type Open = {
  readonly name: string
  readonly kind: BlockKind | null
  readonly style: Style
  readonly outside: boolean
  readonly skipped: boolean
  readonly emitted: boolean
  readonly hint: string
}

const ROOT: Open = { name: '', kind: null, style: PLAIN, outside: false, skipped: false, emitted: false, hint: '' }
/** Levels from which on a page is refused: the parser looks through all open elements at each end tag. */
const ABSURD_DEPTH = 5_000

/** Reads a page in one pass, without building a tree: its blocks in document order, and a safe copy to find the article in. */
export function parsePage(html: string, base: string | undefined): Page {
  const reading = new PageReading(base)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reading.open(name, attributes),
      ontext: (text) => reading.text(text),
      onclosetag: (name) => reading.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  )
  parser.end(html)
  return reading.finish()
}

class PageReading {
  readonly #builder = new BlockBuilder()
  readonly #extras: Pick<PageBlock, 'outside' | 'linked' | 'hint'>[] = []
  readonly #head = new HeadReader()
  readonly #html: string[] = []
  readonly #stack: Open[] = []
  #base: string | undefined
  #elements = 0
  #length = 0
  #linkedLength = 0

  constructor(base: string | undefined) {
    this.#base = base
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#head.open(name, attributes)
    if (name === 'base' && attributes.href) this.#base = safeHref(attributes.href, this.#base) ?? this.#base
    const parent = this.#top
    if (!parent.skipped) this.#enter(name)
    if (VOID.has(name)) return
    if (++this.#elements > LIMITS.htmlElements) throw tooMuch(`more than ${LIMITS.htmlElements} elements`)
    if (this.#stack.length > ABSURD_DEPTH) throw tooMuch(`elements nested more than ${ABSURD_DEPTH} deep`)
    // A body without </head> stands inside its head for this parser; it is to be read all the same.
    const skipped = name === 'body' ? false : parent.skipped || SKIPPED.has(name)
    const emitted = !skipped && this.#stack.length < LIMITS.htmlDepth
    const outside = parent.outside || isAsideElement(name, attributes) || isHidden(attributes)
    this.#stack.push({
      name,
      kind: kindOfElement(name) ?? parent.kind,
      style: skipped ? PLAIN : this.#styleOf(name, attributes, parent.style),
      outside,
      skipped,
      emitted,
      hint: `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''} ${parent.hint}`.slice(
        0,
        200,
      ),
    })
    if (emitted) this.#html.push(openTag(name, attributes))
  }

  text(text: string): void {
    const top = this.#top
    this.#head.text(text)
    if (top.skipped || top.name === 'title') return
    const lines = top.name === 'pre' || top.name === 'textarea' ? text.split('\n') : [text]
    lines.forEach((line, index) => {
      if (index > 0) this.#end()
      if (line === '') return
      this.#html.push(
        /\S/.test(line) ? `<span data-b="${this.#builder.blocks.length}">${escapeHtml(line)}</span>` : ' ',
      )
      this.#builder.add(line, top.style)
      const length = line.trim().length
      this.#length += length
      if (top.style.href !== null || this.#stack.some(({ name }) => name === 'a')) this.#linkedLength += length
    })
  }

  close(name: string): void {
    this.#head.close(name)
    if (VOID.has(name)) return
    const top = this.#top
    if (top.name !== name) return
    if (BLOCKS.has(name)) this.#end()
    else if (CELLS.has(name)) this.#builder.add(' ')
    this.#stack.pop()
    if (top.emitted) this.#html.push(`</${name}>`)
  }

  finish(): Page {
    this.#end()
    const blocks = this.#builder.blocks.map((block, index) => ({ ...block, ...(this.#extras[index] ?? NO_EXTRAS) }))
    return { blocks, head: this.#head.finish(this.#base), safeHtml: this.#html.join(''), elements: this.#elements }
  }

  get #top(): Open {
    return this.#stack.at(-1) ?? ROOT
  }

  #enter(name: string): void {
    if (BLOCKS.has(name) || (name === 'br' && this.#top.kind !== 'heading')) this.#end()
    else if (name === 'br' || name === 'img' || name === 'wbr') this.#builder.add(name === 'wbr' ? '' : ' ')
    if (name === 'br' || name === 'hr') this.#html.push(`<${name}>`)
  }

  #end(): void {
    const { kind, outside, hint } = this.#top
    if (this.#builder.end(kind ?? 'paragraph')) {
      this.#extras.push({ outside, hint, linked: this.#length === 0 ? 0 : this.#linkedLength / this.#length })
    }
    this.#length = 0
    this.#linkedLength = 0
  }

  #styleOf(name: string, attributes: Readonly<Record<string, string>>, outer: Style): Style {
    if (BOLD.has(name)) return { ...outer, bold: true }
    if (ITALIC.has(name)) return { ...outer, italic: true }
    if (name === 'a' && attributes.href) return { ...outer, href: safeHref(attributes.href, this.#base) }
    return outer
  }
}

const NO_EXTRAS = { outside: false, linked: 0, hint: '' }

function tooMuch(what: string): BadFile {
  return new BadFile(`has ${what}, as no page of an article has.`, 'Copy the article from your browser and paste it.')
}

/** Names are kept for Readability, which judges elements by them; links keep only that they are links. */
function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = ['class', 'id', 'role', 'itemprop'].map((key) =>
    attributes[key] ? ` ${key}="${escapeHtml(attributes[key])}"` : '',
  )
  const hidden = isHidden(attributes) ? ' style="display:none"' : ''
  return `<${/^[a-z][a-z0-9-]*$/.test(name) ? name : 'span'}${kept.join('')}${hidden}${name === 'a' ? ' href="/"' : ''}>`
}

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
}
