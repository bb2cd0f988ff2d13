import type { EventMessage, Request, Response, ServerMessage } from './protocol'

/** The only two IPC channels: calls with their answers, and events. */
export const CALL_CHANNEL = 'crossread:call'
export const EVENT_CHANNEL = 'crossread:event'

/** What the preload script puts on the page's window as `crossread`. */
export type PreloadBridge = {
  readonly call: (request: Request) => Promise<Response>
  readonly onMessage: (listener: (message: ServerMessage) => void) => void
}

/** What travels on the event channel. */
export type BridgeEvent = EventMessage
