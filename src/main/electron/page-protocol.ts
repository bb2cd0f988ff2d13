import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { COMMON_HEADERS, contentSecurityPolicy, withNonce } from '../page/page-security'
import { readPageFile } from '../page/read-page-file'
import { originOf, PAGE_ORIGIN, PAGE_SCHEME } from './page-origin'

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page from its folder, packaged or not. */
export function servePage(folder: string): void {
  protocol.handle(PAGE_SCHEME, (request) => answer(request, folder))
}

async function answer(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' || originOf(request.url) !== PAGE_ORIGIN) return refuse(403)
  const path = new URL(request.url).pathname
  const file = await readPageFile(folder, path)
  if (!file) return refuse(404)
  const nonce = randomBytes(16).toString('base64')
  // The page talks to the main process over IPC alone: it may connect to nothing.
  const policy = contentSecurityPolicy({ nonce, connect: [] })
  const headers = { ...COMMON_HEADERS, 'Content-Security-Policy': policy, 'Content-Type': file.type }
  const body = path === '/' ? withNonce(file.body.toString('utf8'), nonce) : new Uint8Array(file.body)
  return new Response(body, { headers })
}

function refuse(status: 403 | 404): Response {
  return new Response(null, { status, headers: COMMON_HEADERS })
}
