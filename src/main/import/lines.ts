/** One line of the text that will be a block. `first` when a blank line, or nothing, stands before it. */
export type Line = { readonly text: string; readonly first: boolean }

/** UTF-16 units: columns narrower or wider than these are no plain text's wrapping. */
const WIDEST_WRAP = 100
const NARROWEST_WRAP = 50
/** Breaks needed to speak of wrapping at all, and the share of them that must be full lines. */
const FEWEST_BREAKS = 3
const MOSTLY = 0.8

/** A mail's quote or a list's item begins a line of its own, however full the line before. */
const STARTS_LINE = /^(>|[•*–-]\s|\d{1,3}[.)]\s)/

/**
 * Splits a text into its paragraphs. A blank line always ends one. A single line feed does too, unless the text is plainly
 * hard-wrapped: then lines are joined again. Only white space at the ends of lines is dropped.
 */
export function splitLines(text: string): Line[] {
  const groups: string[][] = [[]]
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (const line of plain.split('\n')) {
    const trimmed = line.trim()
    if (trimmed !== '') groups.at(-1)?.push(trimmed)
    else if (groups.at(-1)?.length !== 0) groups.push([])
  }
  const width = wrapWidth(groups)
  return groups.flatMap((group) =>
    (width === null ? group : unwrap(group, width)).map((line, index) => ({ text: line, first: index === 0 })),
  )
}

/**
 * The column a text was wrapped at, or null. Greedy wrapping leaves a mark that chance does not: before nearly every
 * break after a long line, the next line's first word would not have fitted any more.
 */
function wrapWidth(groups: readonly (readonly string[])[]): number | null {
  const breaks = groups
    .flatMap((group) => group.slice(0, -1).map((line, i) => ({ line, next: group[i + 1] ?? '' })))
    .filter(({ line, next }) => line.includes(' ') && !STARTS_LINE.test(next))
  const width = breaks.reduce((most, { line }) => Math.max(most, line.length), 0)
  const long = breaks.filter(({ line }) => line.length > width / 2)
  if (long.length < FEWEST_BREAKS || width < NARROWEST_WRAP || width > WIDEST_WRAP) return null
  return long.filter(({ line, next }) => isFull(line, next, width)).length >= long.length * MOSTLY ? width : null
}

function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + next.split(' ', 1).join().length > width
}

function unwrap(group: readonly string[], width: number): string[] {
  const paragraphs: string[][] = []
  let before: string | null = null
  for (const line of group) {
    const last = paragraphs.at(-1)
    if (last === undefined || before === null || STARTS_LINE.test(line) || !isFull(before, line, width)) {
      paragraphs.push([line])
    } else {
      // A line broken at a hyphen inside a word needs no space: "well-" + "known".
      last.push(/\p{L}-$/u.test(before) ? '' : ' ', line)
    }
    before = line
  }
  return paragraphs.map((parts) => parts.join(''))
}
