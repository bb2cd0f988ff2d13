import type { Block, BlockKind, Mark } from '#annotations/model/article'

/** Emphasis and link that text stands in. `href` is already known to be http or https. */
export type Style = { readonly bold: boolean; readonly italic: boolean; readonly href: string | null }
export const PLAIN: Style = { bold: false, italic: false, href: null }

/** White space of every kind, as one space: a block is one line. No-break and other wide spaces are kept as they are. */
const SPACE = /[ \t\n\r\f\v\u0085\u2028\u2029]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them, and no reader shows them.
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]/g

/**
 * Collects runs of styled text into blocks. White space is collapsed over the runs of one block, as a browser does; marks of the
 * same style that touch become one.
 */
export class BlockBuilder {
  readonly #blocks: Block[] = []
  #text = ''
  #runs: { readonly start: number; end: number; readonly style: Style }[] = []

  /** Adds text to the block under way. */
  add(raw: string, style: Style = PLAIN): void {
    let text = raw.replace(CONTROLS, '').replace(SPACE, ' ')
    if (text.startsWith(' ') && (this.#text === '' || this.#text.endsWith(' '))) text = text.slice(1)
    if (text === '') return
    const start = this.#text.length
    this.#text += text
    const last = this.#runs.at(-1)
    if (last !== undefined && last.end === start && isSame(last.style, style)) last.end = this.#text.length
    else this.#runs.push({ start, end: this.#text.length, style })
  }

  /** Ends the block under way; says whether there was text in it. */
  end(kind: BlockKind, aside = false): boolean {
    const text = this.#text.trimEnd()
    const shift = text.length - text.trimStart().length
    const kept = text.slice(shift)
    if (kept !== '') {
      const marks = marksOf(this.#runs, kept, shift)
      this.#blocks.push({
        kind,
        text: kept,
        ...(marks.length === 0 ? {} : { marks }),
        ...(aside ? { aside: true } : {}),
      })
    }
    this.#text = ''
    this.#runs = []
    return kept !== ''
  }

  /** Whether text was added since the last block ended. */
  get pending(): boolean {
    return this.#text.trim() !== ''
  }

  get blocks(): readonly Block[] {
    return this.#blocks
  }
}

function isSame(a: Style, b: Style): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href
}

/** A mark covers no white space at its ends, and a style that is broken only by another one stays whole. */
function marksOf(
  runs: readonly { readonly start: number; readonly end: number; readonly style: Style }[],
  text: string,
  shift: number,
): Mark[] {
  const marks: Mark[] = []
  const collect = (
    pick: (style: Style) => string | null,
    make: (range: { start: number; end: number }, value: string) => Mark,
  ) => {
    let open: { start: number; end: number; value: string } | null = null
    const close = () => {
      const range = open === null ? null : trimmed(text, open.start - shift, open.end - shift)
      if (open !== null && range !== null) marks.push(make(range, open.value))
      open = null
    }
    for (const { start, end, style } of runs) {
      const value = pick(style)
      if (open !== null && open.value === value && open.end === start) open.end = end
      else {
        close()
        if (value !== null) open = { start, end, value }
      }
    }
    close()
  }
  collect(
    ({ bold }) => (bold ? 'bold' : null),
    (range) => ({ type: 'bold', ...range }),
  )
  collect(
    ({ italic }) => (italic ? 'italic' : null),
    (range) => ({ type: 'italic', ...range }),
  )
  collect(
    ({ href }) => href,
    (range, href) => ({ type: 'link', ...range, href }),
  )
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)]
  while (from < to && text[from] === ' ') from++
  while (to > from && text[to - 1] === ' ') to--
  return from < to ? { start: from, end: to } : null
}
