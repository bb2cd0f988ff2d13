import { fail, type Result } from '#annotations/model/result'
import type { ShellPort } from '../desk/handlers/shell-port'

/** The browser has its own file picker, downloads and links: its page uses these, and asks the desk for none of it. */
export const browserShellPort: ShellPort = {
  kind: 'browser',
  openTextFiles: async () => notHere('pick files'),
  pickFiles: async () => notHere('pick files'),
  saveTextFile: async () => notHere('save files'),
  savePdf: async () => notHere('print'),
  showFolder: async () => notHere('show a folder'),
  openLink: async () => notHere('open links'),
}

function notHere(what: string): Result<never> {
  return fail('unavailable', `Crossread cannot ${what} for you while it runs in a browser.`, {
    next: 'Use what your browser offers for it.',
  })
}
