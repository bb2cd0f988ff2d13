import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowserServer, startBrowserServer } from '#main/browser/browser-server'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { serveDesk } from '#main/desk/handlers/serve-desk'
import { createMemoryDesk } from '../../support/memory-desk'
import { send, sendUpgrade } from './raw-request'

let folder: string
let server: BrowserServer
let port: number
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-page-'))
  const page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<!doctype html><html><head><title>Page</title></head></html>')
  await writeFile(join(page, 'assets', 'index-a1_B2.js'), 'export {}')
  await writeFile(join(page, 'assets', 'notes.exe'), 'no part of a page')
  await writeFile(join(page, '.env.js'), 'secret')
  await writeFile(join(folder, 'secret.js'), 'secret')
  const service = serveDesk(createMemoryDesk(), browserShellPort, '0.0.0', (error) => {
    throw error
  })
  const started = await startBrowserServer({ service, page: { folder: page }, port: 0 })
  if (!started.ok) throw new Error(started.error.message)
  server = started.value
  port = server.port
  cookie = await enter()
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const pathOf = (link: string) => link.slice(`http://127.0.0.1:${port}`.length)

async function enter(): Promise<string> {
  const entered = await send(port, pathOf(server.newLink()))
  return String(entered.headers['set-cookie']).split(';')[0] ?? ''
}

describe('A link', () => {
  test('is exchanged for a cookie that scripts and other sites cannot use, and leaves the address bar', async () => {
    const entered = await send(port, pathOf(server.newLink()))
    expect(entered).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
    expect(String(entered.headers['set-cookie'])).toMatch(
      new RegExp(`^crossread-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
  })

  test('works once', async () => {
    const path = pathOf(server.newLink())
    expect((await send(port, path)).status).toBe(303)
    const again = await send(port, path)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test('stops working when a fresh one was asked for', async () => {
    const old = pathOf(server.newLink())
    const fresh = pathOf(server.newLink())
    expect((await send(port, old)).status).toBe(401)
    expect((await send(port, fresh)).status).toBe(303)
  })

  test.each(['', 'x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'with the wrong token %j is refused',
    async (token) => {
      server.newLink()
      const answer = await send(port, `/?token=${token}`)
      expect(answer.status).toBe(401)
      expect(answer.headers['set-cookie']).toBeUndefined()
    },
  )

  test('with the wrong token is refused to one who is in, too', async () => {
    expect((await send(port, '/?token=x', { headers: { cookie } })).status).toBe(401)
  })
})

describe('A request', () => {
  test('with the cookie gets the page, its policy and its type', async () => {
    const answer = await send(port, '/', { headers: { cookie } })
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      },
    })
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(answer.body).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`)
  })

  test('gets another nonce each time', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => send(port, '/', { headers: { cookie } })))
    expect(one?.headers['content-security-policy']).not.toBe(other?.headers['content-security-policy'])
  })

  test('for an asset gets it as what it is, to be kept', async () => {
    expect(await send(port, '/assets/index-a1_B2.js', { headers: { cookie } })).toMatchObject({
      status: 200,
      body: 'export {}',
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': expect.stringContaining('immutable'),
      },
    })
  })

  test('with HEAD gets no body', async () => {
    expect(await send(port, '/', { method: 'HEAD', headers: { cookie } })).toMatchObject({ status: 200, body: '' })
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('with %s is refused', async (method) => {
    expect(await send(port, '/', { method, headers: { cookie } })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  })

  test('without a cookie is refused, and told how to get in', async () => {
    for (const path of ['/', '/assets/index-a1_B2.js', '/nothing']) {
      const answer = await send(port, path)
      expect(answer.status).toBe(401)
      expect(answer.body).toContain('press Enter in its terminal')
    }
  })

  test.each([
    ['wrong', () => `crossread-${port}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`],
    ['empty', () => `crossread-${port}=`],
    ['of another port', () => cookie.replace(/^[^=]+/, `crossread-${port + 1}`)],
    ['twice', () => `${cookie}; ${cookie}`],
  ])('with a cookie that is %s is refused', async (_what, wrong) => {
    expect((await send(port, '/', { headers: { cookie: wrong() } })).status).toBe(401)
  })

  test.each(['example.com', '127.0.0.1', '127.0.0.1:1', '[::1]:80', '0.0.0.0', ''])(
    'with Host %j is refused',
    async (host) => {
      const answer = await send(port, '/', { headers: { cookie, host } })
      expect([400, 403]).toContain(answer.status)
    },
  )

  test('for a name that was pointed at this machine is refused even with a good link', async () => {
    const path = pathOf(server.newLink())
    expect((await send(port, path, { headers: { host: `evil.example:${port}` } })).status).toBe(403)
    expect((await send(port, path)).status).toBe(303)
  })

  test.each(['http://example.com', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'from a page of %s is refused',
    async (origin) => {
      expect((await send(port, '/', { headers: { cookie, origin } })).status).toBe(403)
    },
  )

  test('by the name localhost is served, for a port that was forwarded', async () => {
    const headers = { cookie, host: `localhost:${port}`, origin: `http://localhost:${port}` }
    expect((await send(port, '/', { headers })).status).toBe(200)
    expect((await send(port, '/', { headers: { ...headers, origin: `http://127.0.0.1:${port}` } })).status).toBe(403)
  })

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/..\\secret.js',
    '/assets/%5c..%5csecret.js',
    '//secret.js',
    '/.env.js',
    '/assets/.env.js',
    '/assets/index-a1_B2.js/',
    '/assets/index-a1_B2.js%00.html',
    '/assets/notes.exe',
    '/assets/',
    '/index.html/../index.html',
    'http://127.0.0.1/secret.js',
  ])('for %s finds nothing', async (path) => {
    const answer = await send(port, path, { headers: { cookie } })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })
})

describe('A WebSocket', () => {
  const good = () => ({ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, Cookie: cookie })
  const without = (name: string) => Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name))

  test('of our page is let in', async () => {
    expect(await sendUpgrade(port, '/desk', good())).toBe(101)
  })

  test.each([
    ['no Host', () => without('Host'), 403],
    ['another Host', () => ({ ...good(), Host: `evil.example:${port}` }), 403],
    ['no Origin', () => without('Origin'), 403],
    ['another Origin', () => ({ ...good(), Origin: 'http://evil.example' }), 403],
    ['the Origin null', () => ({ ...good(), Origin: 'null' }), 403],
    ['no cookie', () => without('Cookie'), 401],
    ['a wrong cookie', () => ({ ...good(), Cookie: `crossread-${port}=guess` }), 401],
  ])('with %s is refused', async (_what, headers, status) => {
    expect(await sendUpgrade(port, '/desk', headers())).toBe(status)
  })

  test.each(['/', '/other', '/desk/', '/desk?token=x'])('at %s is refused', async (path) => {
    expect(await sendUpgrade(port, path, good())).toBe(404)
  })

  test('cannot be opened with a link instead of the cookie', async () => {
    const path = pathOf(server.newLink())
    expect(await sendUpgrade(port, path, without('Cookie'))).toBe(401)
  })
})

test('nobody is answered on an address that others can reach', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
  for (const { address } of others) await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow()
})

test('a port that is taken is a sentence, not a crash', async () => {
  const service = serveDesk(createMemoryDesk(), browserShellPort, '0.0.0', () => undefined)
  expect(await startBrowserServer({ service, page: { folder }, port })).toMatchObject({
    ok: false,
    error: { code: 'unavailable', message: `Port ${port} is taken by another program.` },
  })
})
