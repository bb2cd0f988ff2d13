import { escapeText, UNFIT } from '../xml'

/** UTF-16 units that a cell holds; Excel repairs a file with more by cutting them off. */
export const MOST_CELL = 32_767

/**
 * A text as a cell has it: what XML cannot hold is written `_xHHHH_`, a UTF-16 unit each, and so is the underscore of what
 * only looks so (ECMA-376, part 1, 22.9.2.19, ST_Xstring).
 */
export function cellText(text: string): string {
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escapeText(literal.replace(/\r/g, coded).replace(UNFIT, (found) => Array.from(units(found), coded).join('')))
}

/** What a cell's text says. */
export function fromCellText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}

function* units(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) yield text.charAt(at)
}

function coded(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** "A", "Z", "AA": the name of a column, counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** The number of a column, from 0, in a reference such as "AB12". */
export function columnIndex(reference: string): number {
  let index = 0
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
