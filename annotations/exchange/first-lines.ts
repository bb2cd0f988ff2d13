import type { OutFile, Written } from './format'

/** The beginning of a file of an export, to be looked at before it is saved. */
export type FirstLines = { readonly name: string; readonly text: string }

const MOST_LINES = 14
/** UTF-16 units of a line: many formats put a whole text on one. */
const LONGEST_LINE = 160

/**
 * The first lines of an export, made of no more of it than that takes; longer lines end in "…". Null where a file is one
 * archive, of which nobody reads a line, or all is empty. Of files that lie beside their texts, the annotations are shown.
 */
export function firstLines({ files, archive }: Written): FirstLines | null {
  if (archive !== undefined) return null
  const isText = ({ name }: OutFile) => name.endsWith('.txt')
  for (const file of [...files.filter((file) => !isText(file)), ...files.filter(isText)]) {
    const text = linesOf(file).join('\n')
    if (text !== '') return { name: file.name, text }
  }
  return null
}

function linesOf(file: OutFile): readonly string[] {
  const lines = ['']
  for (const chunk of file.chunks()) {
    const [rest = '', ...next] = chunk.split(/\r?\n/)
    const last = lines.length - 1
    // What is cut off anyway is not gathered.
    if ((lines[last]?.length ?? 0) <= LONGEST_LINE) lines[last] += rest
    lines.push(...next)
    if (lines.length > MOST_LINES) break
  }
  return lines.slice(0, MOST_LINES).map(cut)
}

function cut(line: string): string {
  if (line.length <= LONGEST_LINE) return line
  // Never half of a surrogate pair.
  return `${line.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '')}…`
}
