import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentTypeOf } from './content-types'

export type PageFile = { readonly type: string; readonly body: Buffer }

/** Names of letters, digits, `-`, `_` and inner dots: no escapes, no dot files, so no way out of the folder. */
const PLAIN_PATH = /^(?:\/\w[\w-]*(?:\.[\w-]+)*)+$/

/**
 * Reads one file of the built page. The path of the URL is matched as it was sent and never decoded.
 *
 * @param folder of the built page
 * @param path of the URL, e.g. `/assets/index-a1b2c3.js`; `/` is the page itself
 * @returns null when there is no such file, or it is nothing that the page needs
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const name = path === '/' ? '/index.html' : path
  const type = contentTypeOf(name)
  if (type === null || !PLAIN_PATH.test(name)) return null
  try {
    return { type, body: await readFile(join(folder, name)) }
  } catch {
    return null
  }
}
