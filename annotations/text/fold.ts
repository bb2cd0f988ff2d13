/**
 * A text as search sees it: lower case, without diacritics, typographic quotes and dashes as ASCII, every run of white space
 * one space. Offsets do not survive: a folded text is for matching only.
 */
export function fold(text: string): string {
  const plain = isAscii(text) ? text : foldUnicode(text)
  return plain.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The words of a folded text: runs of letters and digits of any script. */
export function words(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

function foldUnicode(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|\u00ad|\u200b/gu, '')
    .replace(/[‘’‚‛′ʼ]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}
