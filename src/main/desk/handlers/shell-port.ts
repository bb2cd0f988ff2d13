import type { Result } from '#annotations/model/result'

/** A file as it was read: its name without the folder, and its text. */
export type TextFile = { readonly name: string; readonly text: string }

/** What only the window's side of an app can do. Each shell implements it; null is the user's "cancel". */
export type ShellPort = {
  readonly kind: 'electron' | 'browser'
  /** Lets the user pick UTF-8 files with one of the extensions (without dot). */
  readonly openTextFiles: (title: string, extensions: readonly string[]) => Promise<Result<readonly TextFile[] | null>>
  /** Lets the user pick files with one of the extensions (without dot), or a folder; answers their paths. */
  readonly pickFiles: (
    title: string,
    extensions: readonly string[],
    folder: boolean,
  ) => Promise<Result<readonly string[] | null>>
  /** Lets the user choose where to write a file, from text or from bytes in base64; answers its path. */
  readonly saveTextFile: (
    fileName: string,
    contents: string,
    encoding?: 'utf-8' | 'base64',
  ) => Promise<Result<string | null>>
  /** Prints a page to a PDF and lets the user choose where it goes; answers its path. The page runs no script. */
  readonly savePdf: (fileName: string, html: string) => Promise<Result<string | null>>
  /** Shows a folder in the system's file manager. */
  readonly showFolder: (folder: string) => Promise<Result<null>>
  /** Opens an http(s) address in the user's browser. */
  readonly openLink: (url: string) => Promise<Result<null>>
}
