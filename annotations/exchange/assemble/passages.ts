import { describePassage } from '../../anchoring/describe'
import { findPassage } from '../../anchoring/find'
import type { Anchor } from '../../model/highlight'
import { ok, type Result } from '../../model/result'
import { badFile } from '../bad-file'
import type { ForeignHighlight } from './foreign'
import type { Placed } from './texts'

/** An anchor, and whether the quote had to be looked for. Null when the quote stands nowhere in the text. */
export type Passage = { readonly anchor: Anchor; readonly moved: boolean }

/**
 * Where a highlight of another tool stands: at its offsets when its quote agrees or is not given, else where its quote does.
 * When the desk has another text of the article, its words are looked for in that one.
 */
export function placePassage(highlight: ForeignHighlight, placed: Placed): Result<Passage | null> {
  const { start, end, quote, where } = highlight
  if (start === null || end === null) return ok(search(highlight, placed, 0))
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) {
    return badFile(`${where}: it goes from ${start} to ${end}, which is no passage.`)
  }
  if (end > placed.length) {
    const found = quote === undefined ? null : search(highlight, placed, 0)
    return found ? ok(found) : badFile(`${where}: it ends at ${end}, and its text at ${placed.length}.`)
  }
  const [from, to] = [placed.place(start), placed.place(end)]
  if (from >= to) return badFile(`${where}: it goes from ${start} to ${end}, where there is no character.`)
  const words = placed.other ?? placed.text
  if (quote !== undefined && squeeze(words.slice(from, to)) !== squeeze(quote)) {
    return ok(search(highlight, placed, from))
  }
  if (placed.other !== undefined) {
    const { exact, prefix, suffix } = describePassage(placed.other, from, to).quote
    return ok(search({ quote: exact, prefix, suffix }, placed, from))
  }
  return ok({ anchor: anchorAt(placed.text, from, to, highlight), moved: false })
}

type Wanted = Pick<ForeignHighlight, 'quote' | 'prefix' | 'suffix'>

function search({ quote, prefix = '', suffix = '' }: Wanted, { text }: Placed, near: number): Passage | null {
  if (quote === undefined || quote === '') return null
  const only = text.indexOf(quote)
  const once = only !== -1 && text.indexOf(quote, only + 1) === -1
  const anchor = { start: near, end: near + quote.length, quote: { exact: quote, prefix, suffix } }
  const found = once ? { start: only, end: only + quote.length } : findPassage(text, anchor)
  return found && found.start < found.end
    ? { anchor: describePassage(text, found.start, found.end), moved: true }
    : null
}

/** Tools write a line break in a quote as a space, or drop it. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The context that the file gives, where it is what stands there; else ours. */
function anchorAt(text: string, start: number, end: number, { prefix, suffix }: ForeignHighlight): Anchor {
  const own = describePassage(text, start, end)
  const before = prefix !== undefined && text.slice(0, start).endsWith(prefix) ? prefix : own.quote.prefix
  const after = suffix !== undefined && text.startsWith(suffix, end) ? suffix : own.quote.suffix
  return { ...own, quote: { ...own.quote, prefix: before, suffix: after } }
}
