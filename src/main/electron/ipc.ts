import { BrowserWindow, ipcMain } from 'electron'
import { fail } from '#annotations/model/result'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#contract/preload-bridge'
import type { EventMessage, Response } from '#contract/protocol'
import type { DeskService } from '../desk/handlers/serve-desk'
import { isTrustedSender } from './trusted-sender'

/** Carries the contract over IPC: the only place that touches it. */
export function serveIpc(service: DeskService, pageOrigin: string): void {
  ipcMain.handle(CALL_CHANNEL, (event, message: unknown): Promise<Response> | Response =>
    isTrustedSender(event.senderFrame, pageOrigin) ? service.dispatch(message) : REFUSED,
  )
  service.on((message) => {
    for (const window of BrowserWindow.getAllWindows()) sendEvent(window, message)
  })
}

export function sendEvent(window: BrowserWindow, message: EventMessage): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, message)
}

const REFUSED: Response = { id: -1, ...fail('not-allowed', 'The desk answers only its own page.') }
