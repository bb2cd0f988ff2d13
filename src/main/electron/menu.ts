import { app, BrowserWindow, Menu } from 'electron'
import { sendEvent } from './ipc'
import { menuTemplate } from './menu-template'

/** Shows the native menu. An item's command is run by the page that has the focus, as a key press would be. */
export function showMenu(): void {
  const template = menuTemplate({
    appName: app.name,
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    run(command) {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      if (window) sendEvent(window, { event: 'menu.command', data: { command } })
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
