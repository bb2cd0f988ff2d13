import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { ensureBuilt } from './lib/build.mjs'
import { ensureElectron } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { at, giveUp, refuseOldNode, root, say } from './lib/project.mjs'
import { runTool } from './lib/run.mjs'
import { chooseShell } from './lib/shell.mjs'

/** `npm run dev [-- [--shell=browser|electron] [arguments of the app]]`: the page reloads as you save it, the shell starts again. */
refuseOldNode()
const { shell, args } = chooseShell(process.argv.slice(2))
await ensureInstalled()
const electron = shell === 'browser' ? { missing: '' } : await ensureElectron({ retry: shell === 'electron' })
if ('path' in electron) process.exit(await developInElectron(electron.path))
if (shell === 'electron') giveUp(`Crossread cannot open its own window, because ${electron.missing}.`)
if (electron.missing) say(`Crossread runs in your browser, because ${electron.missing}.`)
await developInBrowser()

/** @param {string} path Electron's executable, which electron-vite would look for in its package alone */
async function developInElectron(path) {
  const env = { ELECTRON_EXEC_PATH: path, ELECTRON_RUN_AS_NODE: undefined }
  return (await runTool(['electron-vite'], ['dev', '--watch', '--', ...args], { input: true, env })).code
}

/** The page comes from vite's own server, by way of the browser shell, which starts again when what it runs has changed. */
async function developInBrowser() {
  if (!(await ensureBuilt())) giveUp('Crossread could not be built: the reason is above.')
  const page = await servePage()
  /** @type {import('node:child_process').ChildProcess | null} */
  let running = open([])
  let wanted = 0
  const again = async () => {
    const mine = ++wanted
    // Editors save in several steps; a later change takes over.
    await new Promise((later) => setTimeout(later, 200))
    if (mine !== wanted || !(await ensureBuilt()) || mine !== wanted) return
    const old = running
    running = null
    if (old?.kill('SIGTERM')) await once(old, 'exit')
    running ??= open(['--no-open'])
  }
  for (const folder of ['annotations', 'src/contract', 'src/main']) watch(at(folder), { recursive: true }, again)
  const end = () => (running ? running.kill('SIGTERM') : process.exit(0))
  process.on('SIGTERM', end).on('SIGINT', end)

  /** @param {readonly string[]} more */
  function open(more) {
    const flags = ['--dev-server', page, ...args, ...more]
    const child = spawn(process.execPath, [at('out/main/browser.js'), ...flags], { cwd: root, stdio: 'inherit' })
    // A code of its own ends us too; a crash waits for the change that mends it.
    child.on('exit', (code) => child === running && code === 0 && process.exit(0))
    return child
  }
}

/** @returns {Promise<string>} the address of the development server */
async function servePage() {
  const { createServer: createVite } = await import('vite')
  const { loadConfigFromFile } = await import('electron-vite')
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, at('electron.vite.config.ts'))
  const port = await freePort()
  // The page is seen under the shell's port; the socket of hot reload goes straight to vite.
  const hmr = { protocol: 'ws', host: '127.0.0.1', port, clientPort: port }
  const page = 'renderer' in config ? config.renderer : undefined
  const server = await createVite({
    ...page,
    configFile: false,
    server: { host: '127.0.0.1', port, strictPort: true, hmr },
  })
  await server.listen()
  return `http://127.0.0.1:${port}`
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
