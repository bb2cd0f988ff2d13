/** A word or a sign of a text: UTF-16 units, end-exclusive. White space is between tokens, never one. */
export type Token = { readonly text: string; readonly start: number; readonly end: number }

/** Scripts written without spaces are taken a character at a time: a word list would be needed to do better. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]\p{M}*|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*|[^\s\p{Z}]\p{M}*/gu

/** Splits a text into words, numbers and signs. */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
