import { ensureBuilt } from './lib/build.mjs'
import { ensureElectron } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { at, giveUp, refuseOldNode, root, say } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { chooseShell } from './lib/shell.mjs'

/** Milliseconds within which an Electron that fails has not shown a window yet. */
const AT_ONCE = 5_000

/** `npm start [-- [--shell=browser|electron] [arguments of the app]]`: installs and builds when there is need, and opens the app. */
refuseOldNode()
const { shell, args } = chooseShell(process.argv.slice(2))
await ensureInstalled()
if (!(await ensureBuilt())) giveUp('Crossread could not be built: the reason is above.')
process.exit(shell === 'browser' ? await openBrowserShell() : await openElectron())

async function openElectron() {
  const electron = await ensureElectron({ retry: shell === 'electron' })
  if ('missing' in electron) {
    if (shell === 'electron') giveUp(`Crossread cannot open its own window, because ${electron.missing}.`)
    say(`Crossread opens in your browser, because ${electron.missing}.`)
    return openBrowserShell()
  }
  const start = Date.now()
  // Editors built on Electron leave this variable in their terminals: it would make our Electron a plain Node.
  const { code } = await run(electron.path, [root, ...args], { input: true, env: { ELECTRON_RUN_AS_NODE: undefined } })
  if (code === 0 || shell === 'electron' || Date.now() - start > AT_ONCE) return code
  say('Crossread opens in your browser, because Electron ended as it started: its own words are above.')
  return openBrowserShell()
}

async function openBrowserShell() {
  const { code } = await run(process.execPath, [at('out/main/browser.js'), ...args], { input: true })
  return code
}
