import { writeSync } from 'node:fs'
import type { AppError } from '#annotations/model/result'
import { errorParagraphs } from '../desk/handlers/error-paragraphs'

/** Exit codes: all went well; something failed or was found wrong; the command line is not understood. */
export type ExitCode = 0 | 1 | 2

/** Where a command says things: results to one stream, all else to the other. */
export type Output = {
  /** Results, for people or for the next program in a pipe. */
  readonly print: (text: string) => void
  /** A piece of a result that is written as it is. */
  readonly write: (bytes: Uint8Array) => void
  readonly warn: (text: string) => void
  /** How far something is; on a terminal only, where the next one overwrites it. */
  readonly progress: (text: string) => void
}

export function consoleOutput(): Output {
  let shown = 0
  const clear = () => {
    if (shown > 0) process.stderr.write(`\r${' '.repeat(shown)}\r`)
    shown = 0
  }
  return {
    print(text) {
      clear()
      writeAll(1, Buffer.from(`${text}\n`))
    },
    write(bytes) {
      clear()
      writeAll(1, bytes)
    },
    warn(text) {
      clear()
      writeAll(2, Buffer.from(`${text}\n`))
    },
    progress(text) {
      if (!process.stderr.isTTY) return
      clear()
      process.stderr.write(text)
      shown = text.length
    },
  }
}

/** Written at once: what a pipe has not taken when the process ends would be lost. */
function writeAll(stream: 1 | 2, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(stream, bytes, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
    }
  }
}

/** Says what went wrong, and answers the exit code for it. */
export function fail(out: Output, error: AppError, code: 1 | 2 = 1): ExitCode {
  out.warn(errorParagraphs(error))
  return code
}

/** Rows under a header, their columns as wide as their widest cell. Numbers stand to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [header, ...rows.map((row) => row.map(String))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const numeric = header.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'))
  return cells
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return numeric[column] ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** On one line, and no longer than this many characters. */
export function short(text: string, length: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`
}
