import { _electron, type ElectronApplication } from '@playwright/test'
import { root } from '../../scripts/lib/project.mjs'
import type { OpenShell } from './shell'
import type { Watch } from './watch'

export type OpenElectronShell = OpenShell & { readonly electron: ElectronApplication }

/** Starts the Electron shell on the built app, and waits for its window. */
export async function openElectronShell(options: {
  readonly args: readonly string[]
  /** A folder for what Electron keeps beside the desk: window state, cookies. */
  readonly userData: string
  readonly colorScheme: 'light' | 'dark' | 'no-preference' | null | undefined
  readonly watch: Watch
}): Promise<OpenElectronShell> {
  const { args, userData, colorScheme, watch } = options
  const electron = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`, ...args],
    cwd: root,
    ...(colorScheme === undefined ? {} : { colorScheme }),
  })
  for (const stream of [electron.process().stdout, electron.process().stderr])
    stream?.on('data', (chunk: Buffer) => watch.print(chunk.toString('utf8')))
  watch.watch(electron.context())
  const page = await electron.firstWindow()
  await page.waitForLoadState()
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
