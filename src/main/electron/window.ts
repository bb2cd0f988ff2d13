import { BrowserWindow, dialog, screen } from 'electron'
import { onScreen, readWindowState, writeWindowState } from './window-state'

export type WindowOptions = {
  /** Address of the page. */
  readonly page: string
  /** Path of the bundled preload script. */
  readonly preload: string
  /** File that keeps the window's place. */
  readonly stateFile: string
  readonly report: (error: unknown) => void
}

/** Opens the window: sandboxed and isolated, for it renders articles that nobody vouches for. */
export function openWindow({ page, preload, stateFile, report }: WindowOptions): BrowserWindow {
  const { place, width, height, maximized } = onScreen(
    readWindowState(stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: 480,
    minHeight: 360,
    title: 'Crossread',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // The spell checker fetches its dictionaries from the network.
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const { x, y, ...size } = window.getNormalBounds()
    writeWindowState(stateFile, { place: { x, y }, ...size, maximized: window.isMaximized() }, report)
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, reason)
  })
  void window.loadURL(page)
  return window
}

async function offerReload(window: BrowserWindow, reason: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working.',
    detail: `Everything that was shown as saved is safe on disk. (${reason})`,
    buttons: ['Reload'],
  })
  if (!window.isDestroyed()) window.reload()
}
