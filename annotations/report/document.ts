import type { Tag } from '../model/highlight'
import type { HighlightId } from '../model/ids'

/**
 * Words on a line. `foreign` ones come from articles and people and may run in another direction than ours around them;
 * `to` is the name of a place in the report, `href` an address.
 */
export type Run = {
  readonly text: string
  readonly look?: 'foreign' | 'strong' | 'quiet'
  readonly to?: string
  readonly href?: string
}
export type Line = readonly Run[]

/** A passage, word for word, with what is said of it before and after. */
export type PassageBlock = {
  readonly kind: 'passage'
  readonly highlight: HighlightId
  readonly tag: Tag
  /** Who, where and when, in words. */
  readonly lead: Line
  /** Exactly as its article has it; a line feed stands between paragraphs. */
  readonly quote: string
  readonly direction: 'ltr' | 'rtl'
  readonly language: string | null
  readonly after: readonly Line[]
}

/** UTF-16 units from which a passage may run over the end of a page: kept whole it would leave half a page empty before it. */
const LONG_PASSAGE = 1_200

/** Whether a passage may be divided between pages. */
export function isLongPassage({ quote }: Pick<PassageBlock, 'quote'>): boolean {
  return quote.length >= LONG_PASSAGE
}

/** One part of a report, whatever form it is written in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly name: string | null; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly name: string; readonly lines: readonly Line[] }[] }
  | PassageBlock
  /** Lines to sign on: the role, and the name where it is known. */
  | { readonly kind: 'signatures'; readonly rows: readonly { readonly role: string; readonly name: string }[] }

/** A report as its writers get it: plain text in runs, nothing escaped, in the order it is read. */
export type ReportDocument = { readonly title: string; readonly blocks: readonly Block[] }

export function say(text: string): Run {
  return { text }
}

/** Words that are not ours. */
export function theirs(text: string): Run {
  return { text, look: 'foreign' }
}
