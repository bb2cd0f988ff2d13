import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { whyNoElectron } from '../../scripts/lib/electron.mjs'
import { type BrowserLauncher, openBrowserShell } from './browser-shell'
import { type OpenElectronShell, openElectronShell } from './electron-shell'
import type { OpenShell, ShellName } from './shell'
import { createWatch } from './watch'

export type AppOptions = {
  /** Which shell loads the app: each project of playwright.config.ts sets its own. */
  readonly shell: ShellName
  /** Whether the new desk holds the sample, as on a first run. */
  readonly sample: boolean
  /** The name kept in the desk's settings beforehand; null: the app asks for it. */
  readonly annotator: string | null
  /** Arguments of the app beside `--desk`. */
  readonly appArguments: readonly string[]
  /** Errors of the page, and addresses it asks for, that a test brings about on purpose; any other fails it. */
  readonly tolerate: RegExp | null
}

export type App = {
  readonly page: Page
  /** The desk's folder: a temporary one, the test's own. */
  readonly desk: string
  readonly shell: ShellName
  /** Electron's main process, as Playwright drives it; null in the browser shell. */
  readonly electron: ElectronApplication | null
  /** Closes the app as a user does, and opens the same desk again. */
  readonly restart: () => Promise<Page>
  /** Closes the app and leaves its desk as it is. */
  readonly close: () => Promise<void>
}

/**
 * Playwright's `test` with the app opened on a new desk, in the shell of the project. A test fails by itself on an error in the
 * page and on a request to anything but the app.
 */
export const test = base.extend<AppOptions & { app: App }, { launchBrowser: BrowserLauncher }>({
  shell: ['browser', { option: true }],
  sample: [true, { option: true }],
  annotator: ['Test Analyst', { option: true }],
  appArguments: [[], { option: true }],
  tolerate: [null, { option: true }],

  // Launched at the first use: the Electron project needs none.
  launchBrowser: [
    async ({ playwright }, use) => {
      const launched: { browser?: Promise<Browser> } = {}
      await use(() => {
        launched.browser ??= playwright.chromium.launch()
        return launched.browser
      })
      await (await launched.browser)?.close()
    },
    { scope: 'worker' },
  ],

  app: async (
    { shell, sample, annotator, appArguments, tolerate, launchBrowser, colorScheme, locale, timezoneId },
    use,
    info,
  ) => {
    const missing = shell === 'electron' ? whyNoElectron() : null
    info.skip(missing !== null, `skipped: ${missing}`)
    const folder = await mkdtemp(join(tmpdir(), 'crossread-e2e-'))
    const desk = join(folder, 'desk')
    const watch = createWatch(tolerate)
    const args = ['--desk', desk, ...(sample ? [] : ['--no-sample']), ...appArguments]
    const emulate = {
      ...(colorScheme ? { colorScheme } : {}),
      ...(locale ? { locale } : {}),
      ...(timezoneId ? { timezoneId } : {}),
    }
    const open = () =>
      shell === 'electron'
        ? openElectronShell({ args, userData: join(folder, 'user-data'), emulate, watch })
        : openBrowserShell({ args, launchBrowser, watch })

    if (annotator !== null) await writeSettings(desk, annotator)
    let current: OpenShell | OpenElectronShell = await open()
    await use({
      get page() {
        return current.page
      },
      get electron() {
        return 'electron' in current ? current.electron : null
      },
      desk,
      shell,
      async restart() {
        await current.close()
        current = await open()
        return current.page
      },
      close: () => current.close(),
    })
    try {
      await current.close()
      expect(watch.problems(), 'errors in the page, and requests to anything but the app').toEqual([])
    } finally {
      if (info.status !== info.expectedStatus || watch.problems().length > 0)
        await info.attach('shell', { body: watch.log() || 'It said nothing.' })
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

async function writeSettings(desk: string, annotator: string): Promise<void> {
  await mkdir(desk, { recursive: true })
  await writeFile(join(desk, 'settings.json'), JSON.stringify({ version: 1, annotator, theme: 'system' }))
}
