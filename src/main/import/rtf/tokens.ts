/** A piece of an RTF file: `\word123`, `\'hh` or a symbol, a brace, or text as its bytes stand there. */
export type RtfToken =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'word'; readonly word: string; readonly value: number | null }
  | { readonly type: 'byte'; readonly value: number }
  | { readonly type: 'symbol'; readonly symbol: string }

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y

/**
 * Splits an RTF file, read as Latin-1 so that a character is a byte, by the Rich Text Format Specification 1.9.1. Binary data are
 * passed over.
 */
export function* tokensOf(rtf: string): Generator<RtfToken> {
  for (let at = 0; at < rtf.length; ) {
    const character = rtf[at]
    if (character === '{' || character === '}') {
      yield { type: character === '{' ? 'open' : 'close' }
      at++
    } else if (character === '\r' || character === '\n') {
      at++
    } else if (character !== '\\') {
      yield { type: 'byte', value: rtf.charCodeAt(at) }
      at++
    } else {
      WORD.lastIndex = at + 1
      const match = WORD.exec(rtf)
      if (match !== null) {
        const word = match[1] ?? ''
        const value = match[2] === undefined ? null : Number(match[2])
        at = WORD.lastIndex
        if (word === 'bin') at += Math.max(0, value ?? 0)
        else yield { type: 'word', word, value }
      } else if (rtf[at + 1] === "'") {
        const value = Number.parseInt(rtf.slice(at + 2, at + 4), 16)
        if (!Number.isNaN(value)) yield { type: 'byte', value }
        at += 4
      } else {
        yield { type: 'symbol', symbol: rtf[at + 1] ?? '' }
        at += 2
      }
    }
  }
}
