import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Passes a request on to a development server, which hot-reloads the page over a socket of its own. Its scripts are partly
 * inline, so that no policy is set here: development only.
 */
export async function forward(devServer: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const answer = await fetch(`${devServer}${request.url ?? '/'}`, {
      headers: { accept: request.headers.accept ?? '*/*' },
    })
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', answer.headers.get('content-type') ?? 'text/plain')
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
  } catch {
    response
      .writeHead(502, { 'Content-Type': 'text/plain' })
      .end(`The development server ${devServer} does not answer.\n`)
  }
}
