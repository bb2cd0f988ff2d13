/**
 * A text as search sees it: lower case, without diacritics, typographic quotes and dashes as ASCII, every run of white space
 * one space. Offsets do not survive: a folded text is for matching only.
 */
export function fold(text: string): string {
  const folded = plain(text).toLowerCase()
  return UNTIDY.test(folded) ? folded.replace(/\s+/g, ' ').trim() : folded
}

/** What a query asks for: its folded words, without the punctuation around them. */
export function queryWords(query: string): readonly string[] {
  return fold(query)
    .split(/[\s-]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
}

/** Testing is far cheaper than replacing, and hardly a passage needs it. */
const UNTIDY = /^\s|\s\s|[^\S ]|\s$/

const TYPOGRAPHIC: { readonly [character: string]: string } = {
  ...Object.fromEntries(Array.from('‘’‚‛′ʼ', (quote) => [quote, "'"])),
  ...Object.fromEntries(Array.from('“”„‟″«»', (quote) => [quote, '"'])),
  ...Object.fromEntries(Array.from('‐‑‒–—―−', (dash) => [dash, '-'])),
}

/** NFKD parts letters from their marks, and turns ligatures, wide forms and no-break spaces into their plain likes. */
function plain(text: string): string {
  if (isAscii(text)) return text
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b]+|[‘’‚‛′ʼ“”„‟″«»‐‑‒–—―−]/gu, (found) => TYPOGRAPHIC[found] ?? '')
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}
