import type { PreloadBridge } from '#contract/preload-bridge'
import type { ServerMessage, Transport } from '#contract/protocol'

declare global {
  interface Window {
    readonly crossread?: PreloadBridge
  }
}

/** The transport of the Electron shell. The main process outlives its windows, so the connection never closes. */
export function createPreloadTransport(bridge: PreloadBridge): Transport {
  const listeners = new Set<(message: ServerMessage) => void>()
  const tell = (message: ServerMessage) => {
    for (const listener of listeners) listener(message)
  }
  bridge.onMessage(tell)
  return {
    send: (request) => void bridge.call(request).then(tell),
    onMessage(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onClose: () => () => undefined,
  }
}
