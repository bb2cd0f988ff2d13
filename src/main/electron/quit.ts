import { app } from 'electron'

/**
 * Lets the app quit only when `finish` is done, however quitting began. Electron does not wait for promises, so that the
 * first attempt is held and a second one made after (electronjs.org/docs/latest/api/app#event-will-quit).
 */
export function finishBeforeQuit(finish: () => Promise<void>): void {
  let state: 'running' | 'finishing' | 'finished' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'finished') return
    event.preventDefault()
    if (state === 'finishing') return
    state = 'finishing'
    void finish().finally(() => {
      state = 'finished'
      app.quit()
    })
  })
}
