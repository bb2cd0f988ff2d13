import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, nativeTheme, session } from 'electron'
import { sampleChanges } from '#annotations/sample/sample'
import type { Desk } from '../desk/desk'
import { resolveDeskFolder } from '../desk/desk-folder'
import { errorParagraphs } from '../desk/handlers/error-paragraphs'
import { serveDesk } from '../desk/handlers/serve-desk'
import { openDesk } from '../desk/open-desk'
import { searchIndexOf } from '../desk/search/full-text/text-search'
import { electronShellPort } from './dialogs'
import { serveIpc } from './ipc'
import { showMenu } from './menu'
import { denyPermissions, guardNavigation } from './navigation-guard'
import { originOf, PAGE_ORIGIN } from './page-origin'
import { registerPageScheme, servePage } from './page-protocol'
import { finishBeforeQuit } from './quit'
import { openWindow } from './window'

const folder = resolveDeskFolder(process.argv, process.env)
const pageOrigin = developmentOrigin() ?? PAGE_ORIGIN
const report = (error: unknown) => console.error(error)

app.enableSandbox()
registerPageScheme()
guardNavigation(pageOrigin)
if (app.requestSingleInstanceLock({ folder })) void start()
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  const desk = await openDesk(folder, {
    onBug: report,
    ...(process.argv.includes('--no-sample') ? {} : { seed: sampleChanges }),
  })
  if (!desk.ok) {
    dialog.showErrorBox('Crossread cannot open its desk', errorParagraphs(desk.error))
    app.exit(1)
    return
  }
  serve(desk.value)
  showWindow()
  app.on('activate', showWindow)
  app.on('second-instance', (_event, _argv, _cwd, data) => comeForward(data))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

function serve(desk: Desk): void {
  const importWorker = new URL('./import-worker.js', import.meta.url)
  const service = serveDesk(desk, electronShellPort, app.getVersion(), report, importWorker, searchIndexOf(desk))
  finishBeforeQuit(async () => {
    await service.close()
    await desk.close()
  })
  denyPermissions(session.defaultSession)
  servePage(fileURLToPath(new URL('../renderer', import.meta.url)))
  serveIpc(service, pageOrigin)
  showMenu()
  nativeTheme.themeSource = desk.settings().theme
  desk.on((event) => {
    if (event.type === 'settings') nativeTheme.themeSource = event.settings.theme
  })
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window) {
    if (window.isMinimized()) window.restore()
    window.focus()
    return
  }
  openWindow({
    page: `${pageOrigin}/`,
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    stateFile: join(app.getPath('userData'), 'window.json'),
    report,
  })
}

/** Crossread was started a second time. It has one desk open at a time, and says so when another one was asked for. */
function comeForward(data: unknown): void {
  showWindow()
  const asked = typeof data === 'object' && data !== null && 'folder' in data ? data.folder : folder
  if (asked === folder) return
  void dialog.showMessageBox({
    type: 'info',
    message: 'Crossread has another desk open.',
    detail: `Close Crossread, then open ${asked} again. The desk that is open is ${folder}.`,
  })
}

/** Where electron-vite serves the page during development; a packaged app never looks. */
function developmentOrigin(): string | null {
  const url = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  return url === undefined ? null : originOf(url)
}
