import { graphemeStart } from '../anchoring/segments'

/**
 * The beginning of a text in one line of `most` UTF-16 units, marked where it is cut: between words, or between characters as
 * people see them where the last word is long.
 */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, graphemeStart(line, most))
  const word = line[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ')
  return `${cut.slice(0, word > most / 2 ? word : cut.length).trimEnd()}…`
}
