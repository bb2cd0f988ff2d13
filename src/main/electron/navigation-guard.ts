import { app, type Session, shell, type WebContents } from 'electron'
import { navigationOf, openingOf } from './navigation-policy'

/** Holds every web contents of the app to the navigation policy, whatever made it. */
export function guardNavigation(pageOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, pageOrigin))
}

function guard(contents: WebContents, pageOrigin: string): void {
  contents.on('will-navigate', (event) => {
    if (navigationOf(event.url, pageOrigin) !== 'stay') event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (navigationOf(event.url, pageOrigin) !== 'stay') event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (navigationOf(event.url, pageOrigin) !== 'stay') event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (openingOf(url) === 'open') void shell.openExternal(new URL(url).href)
    return { action: 'deny' }
  })
}

/** Denies every permission that a page can ask for: ours asks for none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
