import { originOf } from './page-origin'

/** What is asked of the frame that a message came from: Electron's `WebFrameMain` has it. */
export type SenderFrame = { readonly url: string; readonly parent: unknown }

/** Whether a message came from our own page, in a window's main frame; a frame that is gone by now is not trusted. */
export function isTrustedSender(frame: SenderFrame | null, pageOrigin: string): boolean {
  return frame !== null && frame.parent === null && originOf(frame.url) === pageOrigin
}
