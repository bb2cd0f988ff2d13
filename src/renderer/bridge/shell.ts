import { ok, type Result } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { ImportSource } from '../state/importing'
import { allowStyle } from './allow-style'

type TextFile = { readonly name: string; readonly text: string }

/** What differs between a native window and a browser tab. Null is the user's "cancel". */
export type Shell = {
  readonly openTextFiles: (title: string, extensions: readonly string[]) => Promise<Result<readonly TextFile[] | null>>
  /** Lets the user pick files of any kind, or a folder with all that is in it. */
  readonly pickFiles: (
    title: string,
    extensions: readonly string[],
    folder: boolean,
  ) => Promise<Result<ImportSource | null>>
  /** Answers where the file went, for the user to read. */
  readonly saveTextFile: (
    fileName: string,
    contents: string,
    encoding?: 'utf-8' | 'base64',
  ) => Promise<Result<string | null>>
  /** Prints a page to a PDF; answers where it went, or what is left to do. */
  readonly savePdf: (fileName: string, html: string) => Promise<Result<string | null>>
  /** Opens an http(s) address in the user's browser; only ever on an explicit act of theirs. */
  readonly openLink: (url: string) => Promise<Result<null>>
}

/** The Electron shell: native dialogs, asked for through the contract. */
export function createNativeShell(client: Client): Shell {
  return {
    openTextFiles: (title, extensions) => client.call('shell.openTextFiles', { title, extensions }),
    async pickFiles(title, extensions, folder) {
      const picked = await client.call('shell.pickFiles', { title, extensions, folder })
      if (!picked.ok) return picked
      return ok(picked.value === null ? null : { kind: 'picked', files: picked.value })
    },
    saveTextFile: (fileName, contents, encoding) => client.call('shell.saveTextFile', { fileName, contents, encoding }),
    savePdf: (fileName, html) => client.call('shell.savePdf', { fileName, html }),
    openLink: (url) => client.call('shell.openLink', { url }),
  }
}

/** The browser shell: the browser's own file picker and downloads. */
export function createWebShell(): Shell {
  return {
    async openTextFiles(_title, extensions) {
      const files = await chooseFiles(extensions, false)
      return ok(files && (await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))))
    },
    async pickFiles(_title, extensions, folder) {
      const files = await chooseFiles(extensions, folder)
      return ok(files && { kind: 'files', files: files.filter(({ name }) => !name.startsWith('.')) })
    },
    saveTextFile(fileName, contents, encoding) {
      const bytes = encoding === 'base64' ? Uint8Array.from(atob(contents), (one) => one.charCodeAt(0)) : contents
      // Only downloaded, never shown: a type of its own would have some browsers add an ending.
      const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
      const anchor = document.createElement('a')
      anchor.href = url
      anchor.download = fileName
      anchor.click()
      // The download reads the blob after this task; a minute is ample and frees the memory all the same.
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
      return Promise.resolve(ok(`your downloads, as ${fileName}`))
    },
    savePdf: async (_fileName, html) => {
      await printInFrame(html)
      return ok('the print dialog of your browser: choose “Save as PDF” there')
    },
    openLink(url) {
      window.open(url, '_blank', 'noopener,noreferrer')
      return Promise.resolve(ok(null))
    },
  }
}

/** Opens the browser's print dialog on a page of its own, in a frame that may do nothing but be printed. */
function printInFrame(html: string): Promise<void> {
  for (const old of document.querySelectorAll('[data-print-frame]')) old.remove()
  return new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.dataset.printFrame = ''
    frame.title = 'Report to print'
    frame.ariaHidden = 'true'
    frame.tabIndex = -1
    frame.sandbox.add('allow-same-origin', 'allow-modals')
    frame.style.cssText = 'position: fixed; inline-size: 0; block-size: 0; border: 0; visibility: hidden'
    frame.addEventListener('load', () => {
      frame.contentWindow?.print()
      resolve()
    })
    frame.srcdoc = allowStyle(html)
    document.body.append(frame)
  })
}

/** The browser's own picker; null when the user left it. */
function chooseFiles(extensions: readonly string[], folder: boolean): Promise<readonly File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = folder
    if (!folder) input.accept = extensions.map((extension) => `.${extension}`).join(',')
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.click()
  })
}
