import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { COMMON_HEADERS, contentSecurityPolicy, withNonce } from '../page/page-security'
import { readPageFile } from '../page/read-page-file'
import { checkSource, cookieName, type Refusal, sessionOf } from './check-request'
import { forward } from './dev-server'
import type { Gate } from './gate'

export type PageSource = { readonly folder: string } | { readonly devServer: string }

/** Answers one HTTP request: the exchange of the token, or a file of the page. Whatever is not allowed is refused. */
export async function answerPageRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { gate, page, port }: { readonly gate: Gate; readonly page: PageSource; readonly port: number },
): Promise<void> {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value)
  const url = request.url ?? ''
  const wrong = checkSource(request.headers, port, false) ?? checkMethod(request.method)
  if (wrong) return refuse(response, wrong)
  const token = tokenOf(url)
  if (token !== null) {
    const session = gate.redeem(token)
    return session === null ? refuse(response, NOT_IN) : enter(response, session, port)
  }
  if (!gate.admits(sessionOf(request.headers, port))) return refuse(response, NOT_IN)
  if ('devServer' in page) return forward(page.devServer, request, response)
  return sendFile(response, page.folder, url.replace(/[?#].*$/s, ''), port)
}

const NOT_IN: Refusal = {
  status: 401,
  message:
    'This page needs the link that Crossread printed when it started. A link works once: press Enter in its terminal for a fresh one.',
}

function checkMethod(method: string | undefined): Refusal | null {
  return method === 'GET' || method === 'HEAD' ? null : { status: 405, message: 'Only GET and HEAD are answered here.' }
}

function tokenOf(url: string): string | null {
  return url.startsWith('/?') ? new URLSearchParams(url.slice(2)).get('token') : null
}

function enter(response: ServerResponse, session: string, port: number): void {
  response.setHeader('Set-Cookie', `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`)
  response.setHeader('Cache-Control', 'no-store')
  // The token leaves the address bar and the browser's history with it.
  response.writeHead(303, { Location: '/' }).end()
}

async function sendFile(response: ServerResponse, folder: string, path: string, port: number): Promise<void> {
  const file = await readPageFile(folder, path)
  if (!file) return refuse(response, { status: 404, message: 'There is no such file.' })
  const nonce = randomBytes(16).toString('base64')
  const connect = ["'self'", `ws://127.0.0.1:${port}`, `ws://localhost:${port}`]
  response.setHeader('Content-Security-Policy', contentSecurityPolicy({ nonce, connect }))
  response.setHeader('Content-Type', file.type)
  // Built assets carry a hash of their contents in their names.
  response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store')
  const body = path === '/' ? Buffer.from(withNonce(file.body.toString('utf8'), nonce)) : file.body
  response.writeHead(200, { 'Content-Length': body.length }).end(body)
}

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  if (status === 405) response.setHeader('Allow', 'GET, HEAD')
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('Cache-Control', 'no-store')
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`)
}
