import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { PickedFile } from '#contract/import-views'

/** Paths that the user picked in the shell's own dialog. Pages name them by token, so that no page can ask for another file. */
export type PickedFiles = {
  readonly keep: (path: string) => PickedFile
  readonly pathOf: (token: string) => string | null
}

export function createPickedFiles(): PickedFiles {
  const paths = new Map<string, string>()
  return {
    keep(path) {
      const token = randomUUID()
      paths.set(token, path)
      return { token, name: basename(path) }
    },
    pathOf: (token) => paths.get(token) ?? null,
  }
}
