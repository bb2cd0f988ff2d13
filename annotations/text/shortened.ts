import { graphemeStart } from '../anchoring/segments'

/** The beginning of a text in one line of `most` UTF-16 units, cut between characters as people see them, and marked where it is. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, graphemeStart(line, most)).trimEnd()}…`
}
