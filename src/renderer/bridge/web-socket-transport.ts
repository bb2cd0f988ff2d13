import type { Request, ServerMessage, Transport } from '#contract/protocol'

/**
 * The transport of the browser shell. Calls made before the socket is open wait for it; a closed socket stays closed, and
 * the page says so: reconnecting silently could hide that another window changed the desk meanwhile.
 *
 * @param url e.g. `ws://127.0.0.1:4321/desk`
 */
export function createWebSocketTransport(url: string): Transport {
  const socket = new WebSocket(url)
  const messages = new Set<(message: ServerMessage) => void>()
  const closings = new Set<() => void>()
  let queue: Request[] = []

  socket.addEventListener('open', () => {
    for (const request of queue) socket.send(JSON.stringify(request))
    queue = []
  })
  socket.addEventListener('message', (event) => {
    // The server is ours and on this machine; its answers are typed by the contract.
    const message = JSON.parse(String(event.data)) as ServerMessage
    for (const listener of messages) listener(message)
  })
  socket.addEventListener('close', () => {
    for (const listener of closings) listener()
  })

  return {
    send(request) {
      if (socket.readyState === WebSocket.CONNECTING) queue.push(request)
      else if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request))
    },
    onMessage(listener) {
      messages.add(listener)
      return () => void messages.delete(listener)
    },
    onClose(listener) {
      if (socket.readyState >= WebSocket.CLOSING) queueMicrotask(listener)
      closings.add(listener)
      return () => void closings.delete(listener)
    },
  }
}
