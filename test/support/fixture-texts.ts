import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { at } from '../../scripts/lib/project.mjs'

/** The path of one of the short texts of `test/fixtures/texts`, e.g. `harbour-page.txt`. */
export const textPath = (name: string): string => at(`test/fixtures/texts/${name}`)

/** A file as a test drops it: its name, and its bytes as text. */
export type DroppedFile = { readonly name: string; readonly text: string }

export const textFile = async (name: string): Promise<DroppedFile> => ({
  name,
  text: await readFile(textPath(name), 'utf8'),
})

/** Drops files on the window, as from the system's file manager. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, text } of all) transfer.items.add(new File([text], name, { type: 'text/plain' }))
    return transfer
  }, files)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
  await page.dispatchEvent('main', 'drop', { dataTransfer: data })
}
