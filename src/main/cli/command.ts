import type { ParseArgsConfig } from 'node:util'
import type { ExitCode, Output } from './output'

/** What was given on the command line: words, and options by their long names. */
export type Given = {
  readonly words: readonly string[]
  readonly values: { readonly [name: string]: string | boolean | readonly (string | boolean)[] | undefined }
  /** An absolute path. */
  readonly deskFolder: string
  /** The bundled worker that reads files. */
  readonly importWorker: URL
}

/** One command of `crossread`. */
export type Command = {
  readonly name: string
  /** What it does, in one line of the list of commands. */
  readonly summary: string
  /** Its own page of help. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly run: (given: Given, out: Output) => Promise<ExitCode>
}

/** An option that takes a value; undefined when it was not given. */
export function textOf({ values }: Given, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given many times. */
export function listOf({ values }: Given, name: string): readonly string[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
