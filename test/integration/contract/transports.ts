import type { Transport } from '#contract/protocol'
import { startBrowserServer } from '#main/browser/browser-server'
import type { DeskService } from '#main/desk/handlers/serve-desk'
import { createPreloadTransport } from '../../../src/renderer/bridge/preload-transport'
import { createMemoryTransport } from '../../support/memory-transport'
import { openPageSocket } from '../../support/page-socket'

export type Connection = {
  readonly transport: Transport
  /** Ends the server's side; null where a window cannot outlive it. */
  readonly hangUp: (() => Promise<void> | void) | null
  readonly close: () => Promise<void> | void
}

export type Connect = (service: DeskService) => Promise<Connection>

/** Every way in which a window reaches the desk: the same cases run over each. */
export const transports: { readonly [name: string]: Connect } = {
  async 'in memory'(service) {
    const transport = createMemoryTransport(service)
    return { transport, hangUp: transport.close, close: transport.close }
  },

  async 'over a WebSocket of the browser shell'(service) {
    const server = await startBrowserServer({ service, page: { folder: '/nowhere' }, port: 0 })
    if (!server.ok) throw new Error(server.error.message)
    const transport = await openPageSocket(server.value.newLink())
    return { transport, hangUp: server.value.close, close: server.value.close }
  },

  async 'over IPC, with a stub for its two channels'(service) {
    const transport = createPreloadTransport({
      call: async (request) => structuredClone(await service.dispatch(structuredClone(request))),
      onMessage: (listener) => void service.on((message) => listener(structuredClone(message))),
    })
    return { transport, hangUp: null, close: () => undefined }
  },
}
