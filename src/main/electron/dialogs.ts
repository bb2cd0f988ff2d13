import { extname, join } from 'node:path'
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron'
import { fail, ok, type Result } from '#annotations/model/result'
import { replaceFile } from '../desk/fs/node-fs'
import type { ShellPort } from '../desk/handlers/shell-port'
import { isWebAddress } from './navigation-policy'
import { printToPdf } from './print-to-pdf'
import { readTextFiles } from './text-files'

/** What only a native window can do: dialogs, the file manager, and the system's browser. */
export const electronShellPort: ShellPort = {
  kind: 'electron',

  async openTextFiles(title, extensions) {
    const paths = await pickPaths(title, extensions)
    return paths === null ? ok(null) : readTextFiles(paths)
  },

  async pickFiles(title, extensions, folder) {
    if (!folder) return ok(await pickPaths(title, extensions))
    const { canceled, filePaths } = await showOpen({ title, properties: ['openDirectory', 'multiSelections'] })
    return ok(canceled || filePaths.length === 0 ? null : filePaths)
  },

  async saveTextFile(fileName, contents, encoding) {
    return saveWhereAsked(fileName, encoding === 'base64' ? Buffer.from(contents, 'base64') : contents)
  },

  async savePdf(fileName, html) {
    try {
      return await saveWhereAsked(fileName, await printToPdf(html))
    } catch (error) {
      return fail('unavailable', `The report could not be printed: ${messageOf(error)}.`, {
        kept: 'The desk itself is not affected.',
        next: 'Save it as HTML and print it from a browser.',
      })
    }
  },

  async showFolder(folder) {
    const problem = await shell.openPath(folder)
    return problem === '' ? ok(null) : fail('unavailable', `The folder ${folder} cannot be shown: ${problem}`)
  },

  async openLink(url) {
    if (!isWebAddress(url)) return fail('not-allowed', 'Only addresses of web pages are opened.')
    try {
      await shell.openExternal(new URL(url).href)
      return ok(null)
    } catch (error) {
      return fail('unavailable', `No browser opened the link: ${messageOf(error)}.`)
    }
  },
}

async function saveWhereAsked(fileName: string, contents: string | Uint8Array): Promise<Result<string | null>> {
  const extension = extname(fileName).slice(1)
  const { canceled, filePath } = await showSave({
    defaultPath: join(app.getPath('documents'), fileName),
    filters: extension ? [{ name: `${extension.toUpperCase()} file`, extensions: [extension] }] : [],
  })
  if (canceled || !filePath) return ok(null)
  try {
    await replaceFile(filePath, contents)
    return ok(filePath)
  } catch (error) {
    return fail('save-failed', `The file could not be written: ${messageOf(error)}.`, {
      kept: 'The desk itself is not affected.',
      next: 'Choose another folder, or free some space.',
    })
  }
}

async function pickPaths(title: string, extensions: readonly string[]): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await showOpen({
    title,
    filters: [
      ...(extensions.length > 0 ? [{ name: 'Supported files', extensions: [...extensions] }] : []),
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** Attached to the window, where there is one: a dialog must not hide behind it. */
function showOpen(options: OpenDialogOptions) {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}

function showSave(options: SaveDialogOptions) {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
