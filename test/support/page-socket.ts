import { WebSocket as NodeWebSocket } from 'ws'
import type { Transport } from '#contract/protocol'
import { createWebSocketTransport } from '../../src/renderer/bridge/web-socket-transport'

/**
 * Enters the browser shell by a link, as a browser does, and opens the page's own transport, with a socket that sends
 * the cookie and the Origin that a browser sends by itself.
 */
export async function openPageSocket(link: string): Promise<Transport> {
  const { origin, host } = new URL(link)
  const entered = await fetch(link, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`The link was refused: ${entered.status} ${await entered.text()}`)
  globalThis.WebSocket = class extends NodeWebSocket {
    constructor(url: string) {
      super(url, { headers: { origin, cookie } })
    }
  } as unknown as typeof WebSocket
  return createWebSocketTransport(`ws://${host}/desk`)
}
