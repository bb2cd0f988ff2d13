import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { DeskService } from '../desk/handlers/serve-desk'
import { checkSource, sessionOf } from './check-request'
import type { Gate } from './gate'

/** Bytes of one message: a file of 100 MB as Base64 and an import of a large desk fit, a runaway sender does not. */
const MOST_PAYLOAD = 144 * 1024 * 1024
const GOING_AWAY = 1001

/** Serves the contract on the WebSocket `/desk`, to pages that came in by the gate. */
export function attachDeskSockets(
  server: Server,
  gate: Gate,
  service: DeskService,
  port: number,
): { close: () => void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false })

  server.on('upgrade', (request, stream, head) => {
    const refusal = checkUpgrade(request, gate, port)
    if (refusal !== null) return refuseUpgrade(stream, refusal)
    sockets.handleUpgrade(request, stream, head, (socket) => serve(socket, service))
  })
  const stopEvents = service.on((message) => {
    if (sockets.clients.size === 0) return
    const text = JSON.stringify(message)
    for (const socket of sockets.clients) if (socket.readyState === socket.OPEN) socket.send(text)
  })

  return {
    close() {
      stopEvents()
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Crossread was closed.')
      sockets.close()
    },
  }
}

function serve(socket: WebSocket, service: DeskService): void {
  socket.on('message', async (data, isBinary) => {
    const response = await service.dispatch(isBinary ? undefined : parse(data))
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(response))
  })
  // A broken or oversized frame closes the socket, which the page tells its user; nothing is left to do here.
  socket.on('error', () => socket.terminate())
}

/** What is not JSON becomes undefined, which the dispatcher refuses as it refuses any other thing that is not a call. */
function parse(data: RawData): unknown {
  try {
    return JSON.parse(data.toString())
  } catch {
    return undefined
  }
}

function checkUpgrade(request: IncomingMessage, gate: Gate, port: number): string | null {
  if (checkSource(request.headers, port, true)) return '403 Forbidden'
  if (!gate.admits(sessionOf(request.headers, port))) return '401 Unauthorized'
  return request.url === '/desk' ? null : '404 Not Found'
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.on('error', () => stream.destroy())
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
