/** What stands for a value: none in the layer, and none in the feature. */
export const [NO_SPAN, NO_VALUE] = ['_', '*'] as const

const LETTERS: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\r': 'r', '\f': 'f', '\b': 'b' }
const CHARACTERS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' }

/** A feature's value as a cell holds it; the reserved characters of the format, "->" as one of them, get a backslash. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n\r]/g, (found) => `\\${LETTERS[found] ?? found}`)
}

export function unescapeValue(value: string): string {
  return value.replace(/\\(->|[\s\S])/g, (_, found: string) =>
    'tnr'.includes(found) ? (CHARACTERS[found] ?? found) : found,
  )
}

/** A sentence as its `#Text=` line holds it: control characters and backslashes get one. */
export function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format escapes them.
  return text.replace(/[\\\u0000-\u000a\u000c-\u001f]/g, (found) => `\\${LETTERS[found] ?? found}`)
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, found: string) => CHARACTERS[found] ?? found)
}

/** The parts of a cell between separators that are not escaped. */
export function splitUnescaped(cell: string, separator: string): readonly string[] {
  const parts = ['']
  for (const piece of cell.match(/\\[\s\S]|[^\\]/g) ?? []) {
    if (piece === separator) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

/** "claim[3]" as its value and its disambiguation id, null when it has none. */
export function withoutId(cell: string): { readonly value: string; readonly id: string | null } {
  const found = /^((?:\\[\s\S]|[^\\])*?)\[(\d+(?:_\d+)?)\]$/.exec(cell)
  return { value: found?.[1] ?? cell, id: found?.[2] ?? null }
}
