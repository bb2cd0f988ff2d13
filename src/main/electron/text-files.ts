import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '#annotations/model/result'
import type { TextFile } from '../desk/handlers/shell-port'

/** Bytes. An export of a large desk fits; what is larger is no text that anyone wrote. */
export const MOST_BYTES = 100 * 1024 * 1024

/** Reads files as UTF-8. One that cannot be read fails them all, by its name: half of a choice is not what was chosen. */
export async function readTextFiles(paths: readonly string[]): Promise<Result<readonly TextFile[]>> {
  const files: TextFile[] = []
  for (const path of paths) {
    const text = await readText(path)
    if (!text.ok) return text
    files.push({ name: basename(path), text: text.value })
  }
  return ok(files)
}

async function readText(path: string): Promise<Result<string>> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) {
      return fail('bad-file', `“${name}” is larger than ${MOST_BYTES / 1024 / 1024} MB.`, {
        next: 'Split it, and open the parts.',
      })
    }
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
  } catch (error) {
    if (error instanceof TypeError) {
      return fail('bad-file', `“${name}” is not a text file in UTF-8.`, {
        next: 'Save it as UTF-8 text, then open it again.',
      })
    }
    return fail('bad-file', `“${name}” cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
