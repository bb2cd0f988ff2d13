import { ensureElectron } from './electron.mjs'
import { giveUp } from './project.mjs'

/**
 * Reads which shell is asked for: `--shell=browser`, `--shell=electron` or CROSSREAD_SHELL; the rest is for the app.
 * @param {readonly string[]} argv
 * @returns {{ shell: 'browser' | 'electron' | 'any', args: string[] }}
 */
export function chooseShell(argv) {
  const flag = argv.find((arg) => arg.startsWith('--shell='))
  const shell = flag?.slice('--shell='.length) ?? (process.env.CROSSREAD_SHELL || 'any')
  if (shell !== 'browser' && shell !== 'electron' && shell !== 'any')
    giveUp(`Crossread has two shells, "electron" and "browser"; there is none called "${shell}".`)
  return { shell, args: argv.filter((arg) => arg !== flag) }
}

/**
 * Electron's executable, downloaded if need be; or why Crossread cannot have its own window here, as a clause.
 * @param {{ retry: boolean }} options `retry` forgets an earlier failed download
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function findWindow(options) {
  const noDisplay =
    process.platform === 'linux' &&
    !process.env.DISPLAY &&
    !process.env.WAYLAND_DISPLAY &&
    !process.env.ELECTRON_OVERRIDE_DIST_PATH // a runtime of one's own choice may do without
  if (noDisplay) return { missing: 'Electron needs a display and there is none' }
  return ensureElectron(options)
}
