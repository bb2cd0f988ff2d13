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
