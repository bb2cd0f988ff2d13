/** What a format counts characters in. Ours are UTF-16 units. */
export type Unit = 'utf-16' | 'code-points'

/** Changes offsets of one text between UTF-16 units and Unicode code points. */
export type Offsets = {
  /** The length of the text in code points. */
  readonly length: number
  /** A UTF-16 offset in code points; within a character, that character's start. */
  readonly toPoints: (units: number) => number
  /** A code-point offset in UTF-16 units. */
  readonly toUnits: (points: number) => number
}

/** Only the characters outside the basic plane take two units, so only their places are kept: most texts have none. */
export function offsetsOf(text: string): Offsets {
  const wide = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index)
  return {
    length: text.length - wide.length,
    toPoints: (units) => units - countBelow(wide, (index) => index < units),
    toUnits: (points) => points + countBelow(wide, (index, before) => index - before < points),
  }
}

/** How many items of a sorted list pass a test that holds for the first ones only. */
function countBelow(sorted: readonly number[], holds: (item: number, position: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether an offset stands inside a character of two units, where no other unit can point. */
export function isWithinCharacter(text: string, units: number): boolean {
  const before = text.charCodeAt(units - 1)
  const after = text.charCodeAt(units)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** A passage that takes all of a character which it begins or ends inside of. */
export function wholeSpan(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  return { start: start - (isWithinCharacter(text, start) ? 1 : 0), end: end + (isWithinCharacter(text, end) ? 1 : 0) }
}

/** A text with line feeds alone between its lines, and where an offset of the old text stands in it. */
export function withLineFeeds(text: string): { readonly text: string; readonly place: (units: number) => number } {
  if (!text.includes('\r')) return { text, place: (units) => units }
  const dropped = Array.from(text.matchAll(/\r\n/g), ({ index }) => index)
  return {
    text: text.replace(/\r\n?/g, '\n'),
    place: (units) => units - countBelow(dropped, (index) => index < units),
  }
}

/** A passage in code points: one that begins or ends inside a character takes all of it. */
export function pointSpan(
  { toPoints }: Offsets,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  return { start: toPoints(start), end: toPoints(end) + (isWithinCharacter(text, end) ? 1 : 0) }
}
