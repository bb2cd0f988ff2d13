import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { at, root } from '../../scripts/lib/project.mjs'
import { painted } from './painted'
import type { OpenShell } from './shell'
import type { Watch } from './watch'

export type BrowserLauncher = () => Promise<Browser>

/** Milliseconds for the shell to open its desk, and to end when it is asked to. */
const PATIENCE = 20_000

/** Starts the browser shell as `npm start` does, and opens the address that it prints. */
export async function openBrowserShell(options: {
  readonly args: readonly string[]
  readonly launchBrowser: BrowserLauncher
  readonly watch: Watch
}): Promise<OpenShell> {
  const { args, launchBrowser, watch } = options
  const { child, address } = await startBrowserShell(args, watch.print)
  watch.own(address)
  const context = await (await launchBrowser()).newContext()
  watch.watch(context)
  const page = await context.newPage()
  // Playwright takes file pickers over from the first listener on, a moment too late for a test that opens one at once.
  page.on('filechooser', () => undefined)
  await page.goto(address)
  await painted(page)
  return {
    page,
    async close() {
      await context.close()
      await end(child)
    },
  }
}

/**
 * Starts the browser shell without a page.
 * @returns the process, and the address with its one-time token
 */
async function startBrowserShell(args: readonly string[], print: (output: string) => void) {
  const child = spawn(process.execPath, [at('out/main/browser.js'), '--port', '0', '--no-open', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The browser shell ${why}. It said:\n${output}`))
    const timer = setTimeout(() => fail(`printed no address within ${PATIENCE / 1000} s`), PATIENCE)
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        print(text)
        output += text
        const found = /Crossread is open at (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+)/.exec(output)?.[1]
        if (!found) return
        clearTimeout(timer)
        resolve(found)
      })
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with code ${code}`)
    })
  })
  return { child, address }
}

/** Asks the shell to end, and throws when it does not or ends badly. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const ended = await Promise.race([exit, sleep(PATIENCE, null, { ref: false })])
  if (ended === null) {
    child.kill('SIGKILL')
    throw new Error(`The browser shell did not end within ${PATIENCE / 1000} s of being asked to.`)
  }
  // Windows knows no SIGTERM: there the process is simply gone, with a signal and no code.
  if (child.exitCode) throw new Error(`The browser shell ended with code ${child.exitCode}.`)
}
