import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fail, ok, type Result } from '#annotations/model/result'
import type { DeskService } from '../desk/handlers/serve-desk'
import { attachDeskSockets } from './desk-sockets'
import { createGate } from './gate'
import { answerPageRequest, type PageSource } from './page-requests'

export type BrowserServer = {
  readonly port: number
  /** A fresh address that lets one browser in, once. */
  readonly newLink: () => string
  /** Stops answering and closes every connection. */
  readonly close: () => Promise<void>
}

/** Serves the app on the loopback interface, to whoever holds a link. */
export async function startBrowserServer(options: {
  readonly service: DeskService
  readonly page: PageSource
  /** 0 for any free port. */
  readonly port: number
}): Promise<Result<BrowserServer>> {
  const { service, page } = options
  const server = createServer()
  const listening = await listen(server, options.port)
  if (!listening.ok) return listening
  const port = listening.value
  const gate = createGate()
  server.on('request', (request, response) => void answerPageRequest(request, response, { gate, page, port }))
  const sockets = attachDeskSockets(server, gate, service, port)

  return ok({
    port,
    newLink: () => `http://127.0.0.1:${port}/?token=${gate.issueToken()}`,
    close: () =>
      new Promise((resolve) => {
        sockets.close()
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), LAST_WORDS).unref()
      }),
  })
}

/** Milliseconds that a page gets to take leave before its connection is cut. */
const LAST_WORDS = 500

function listen(server: Server, port: number): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      resolve(
        fail(
          'unavailable',
          taken ? `Port ${port} is taken by another program.` : `Cannot listen on port ${port}: ${error.message}`,
          {
            next: 'Choose another with --port, or leave it out for any free one.',
          },
        ),
      )
    })
    // Only the loopback interface: nobody else on the network can even knock.
    server.listen(port, '127.0.0.1', () => resolve(ok((server.address() as AddressInfo).port)))
  })
}
