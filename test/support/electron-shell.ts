import { _electron, type ElectronApplication } from '@playwright/test'
import { root } from '../../scripts/lib/project.mjs'
import { painted } from './painted'
import type { OpenShell } from './shell'
import type { Watch } from './watch'

/** What Playwright makes the page believe of its system. */
export type Emulation = Pick<
  NonNullable<Parameters<typeof _electron.launch>[0]>,
  'colorScheme' | 'locale' | 'timezoneId'
>

export type OpenElectronShell = OpenShell & { readonly electron: ElectronApplication }

/** Starts the Electron shell on the built app, and waits for its window. */
export async function openElectronShell(options: {
  readonly args: readonly string[]
  /** A folder for what Electron keeps beside the desk: window state, cookies. */
  readonly userData: string
  readonly emulate: Emulation
  readonly watch: Watch
}): Promise<OpenElectronShell> {
  const { args, userData, emulate, watch } = options
  const electron = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`, ...args],
    cwd: root,
    ...emulate,
  })
  for (const stream of [electron.process().stdout, electron.process().stderr])
    stream?.on('data', (chunk: Buffer) => watch.print(chunk.toString('utf8')))
  watch.watch(electron.context())
  const page = await electron.firstWindow()
  // A window can be seen before its page is loaded.
  await page.waitForURL((url) => url.protocol !== 'about:')
  await painted(page)
  watch.own(page.url())
  let closed = false
  electron.once('close', () => {
    closed = true
  })
  return {
    page,
    electron,
    async close() {
      if (!closed) await electron.close()
    },
  }
}
