/** Articles, highlights, links and verdicts that come in when the user takes the rest; null where nothing can. */
type Kept = readonly [articles: number, highlights: number, links: number, verdicts?: number] | null
/** Which file is spoilt, what in it is replaced with what, all that must be said, and what is kept. */
export type Spoil = readonly [
  file: RegExp,
  find: RegExp,
  by: string | ((found: string) => string),
  says: readonly RegExp[],
  kept: Kept,
]

/** What the issue names as bad; null: the format has no such thing. */
type Kinds = {
  readonly 'another format': Spoil
  readonly 'another version': Spoil | null
  readonly 'cut off': Spoil
  readonly damaged: Spoil
  readonly 'an offset outside the text': Spoil
  readonly 'a link to nothing': Spoil
  readonly 'an id used twice': Spoil
}
export type Row = Kinds & { readonly [more: string]: Spoil | null }

export const ALL = /^[\s\S]*$/
export const twice = (found: string) => found + found
export const nothing = `hl_${'0'.repeat(26)}`

/** A file that is taken away. */
export const GONE = '\u0000gone'
