import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FETCH_LIMITS, fetchPage, type Network } from '#main/import/fetch-page'
import { isInnerAddress, isInnerName } from '#main/import/network-address'
import { type PageAnswer, requestPage } from '#main/import/request-page'

const PAGE = '<!doctype html><title>A ferry is saved</title><p>The board has voted.</p>'
const page: PageAnswer = { status: 200, location: null, charset: 'utf-8', bytes: new TextEncoder().encode(PAGE) }
const never = new AbortController().signal

/** A network of names and answers; what is asked for is recorded. */
function network(names: Record<string, readonly string[]>, answers: Record<string, Partial<PageAnswer>>) {
  const asked: string[] = []
  const net: Network = {
    resolve: async (host) => names[host] ?? (/^[\d.:]+$/.test(host) ? [host] : []),
    request: async ({ url, address }) => {
      asked.push(`${url.href} at ${address}`)
      return { ...page, ...answers[url.href] }
    },
  }
  return { net, asked }
}

describe('an address that was pasted', () => {
  it.each([
    'ferry',
    'ftp://coast.example/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:secret@coast.example/',
    '',
  ])('is refused without a request when it is none of a page: %j', async (address) => {
    const { net, asked } = network({}, {})
    expect(await fetchPage(address, never, net)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(asked).toEqual([])
  })

  it('is asked for once, at the address that was checked', async () => {
    const { net, asked } = network({ 'coast.example': ['93.184.216.34', '93.184.216.35'] }, {})
    const read = await fetchPage(' https://coast.example/a#part ', never, net)
    expect(asked).toEqual(['https://coast.example/a at 93.184.216.34'])
    expect(read).toMatchObject({
      ok: true,
      value: { context: { source: { kind: 'web', name: 'https://coast.example/a' }, charset: 'utf-8' } },
    })
  })

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['fd00::1'],
    ['fe80::1'],
    ['::ffff:192.168.0.1'],
    ['64:ff9b::a00:1'],
  ])('is not asked for when its public name leads to %s', async (address) => {
    const { net, asked } = network({ 'coast.example': ['93.184.216.34', address] }, {})
    const read = await fetchPage('https://coast.example/', never, net)
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', message: expect.stringMatching(/private network/) },
    })
    expect(asked).toEqual([])
  })

  it.each([
    ['http://127.0.0.1/'],
    ['http://localhost/admin'],
    ['http://[::1]:8080/'],
    ['http://inside.coast.example/'],
    ['http://printer/'],
  ])('is not followed from a public page to %s', async (location) => {
    const names = {
      'coast.example': ['93.184.216.34'],
      'inside.coast.example': ['192.168.1.9'],
      localhost: ['127.0.0.1'],
      '::1': ['::1'],
      printer: ['8.8.8.8'],
    }
    const { net, asked } = network(names, { 'https://coast.example/': { status: 302, location } })
    expect(await fetchPage('https://coast.example/', never, net)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    })
    expect(asked).toHaveLength(1)
  })

  it('may be inside when the user says so, as an intranet is', async () => {
    const { net } = network({ intranet: ['10.0.0.5'] }, {})
    expect((await fetchPage('http://intranet/page', never, net)).ok).toBe(true)
  })

  it('is followed over a few redirects, relative ones too, and no more', async () => {
    const names = { 'coast.example': ['93.184.216.34'], 'www.coast.example': ['93.184.216.40'] }
    const hops = {
      'https://coast.example/': { status: 301, location: 'https://www.coast.example/x' },
      'https://www.coast.example/x': { status: 302, location: 'y' },
    }
    const read = await fetchPage('https://coast.example/', never, network(names, hops).net)
    expect(read).toMatchObject({ ok: true, value: { context: { url: 'https://www.coast.example/y' } } })
    const loop = network(names, { 'https://coast.example/': { status: 302, location: '/' } })
    expect(await fetchPage('https://coast.example/', never, loop.net)).toMatchObject({
      ok: false,
      error: { code: 'bad-file' },
    })
    expect(loop.asked).toHaveLength(FETCH_LIMITS.redirects + 1)
  })

  it.each([['javascript:alert(1)'], ['file:///etc/passwd'], ['http://']])('is not followed to %s', async (location) => {
    const { net } = network(
      { 'coast.example': ['93.184.216.34'] },
      { 'https://coast.example/': { status: 302, location } },
    )
    expect(await fetchPage('https://coast.example/', never, net)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    })
  })

  it.each([
    [403, 'not-allowed'],
    [404, 'not-found'],
    [500, 'unavailable'],
  ])('that answers %i gives a sentence', async (status, code) => {
    const { net } = network({ 'coast.example': ['93.184.216.34'] }, { 'https://coast.example/': { status } })
    expect(await fetchPage('https://coast.example/', never, net)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(/\.$/) },
    })
  })

  it('that does not exist gives a sentence', async () => {
    expect(await fetchPage('https://nowhere.example/', never, network({}, {}).net)).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: '"nowhere.example" could not be reached.' },
    })
  })
})

describe('a request', () => {
  let server: Server
  let port = 0
  const routes: Record<string, (response: ServerResponse) => void> = {
    '/gzip': (response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html; charset="windows-1251"' })
        .end(gzipSync(PAGE)),
    '/bomb': (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(FETCH_LIMITS.bytes + 1))),
    '/endless': (response) => {
      const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more)
      response.on('drain', more).on('close', () => response.removeAllListeners('drain'))
      more()
    },
    '/broken': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '1000', 'content-encoding': 'gzip' })
      response.write(gzipSync(PAGE).subarray(0, 20), () => response.destroy())
    },
    '/silent': () => {},
  }
  beforeAll(async () => {
    server = createServer((request, response) => routes[request.url ?? '']?.(response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  /** The name is a public one; the test's resolver and requester lead it to the local server. */
  const local: Network = {
    resolve: async () => ['93.184.216.34'],
    request: (request) => requestPage({ ...request, address: '127.0.0.1' }),
  }
  const fetchLocal = (path: string, signal = never) => fetchPage(`http://coast.example:${port}${path}`, signal, local)

  it('unpacks the answer and passes on the declared character set', async () => {
    const read = await fetchLocal('/gzip')
    if (!read.ok) throw new Error(read.error.message)
    expect(new TextDecoder().decode(read.value.bytes)).toBe(PAGE)
    expect(read.value.context.charset).toBe('windows-1251')
  })

  it.each(['/bomb', '/endless'])('gives up an answer that is too large: %s', async (path) => {
    expect(await fetchLocal(path)).toMatchObject({
      ok: false,
      error: { code: 'bad-file', message: 'The page is larger than 20 MB.' },
    })
  })

  it.each(['/broken', '/cut'])('gives a sentence for an answer that breaks off: %s', async (path) => {
    expect(await fetchLocal(path)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  })

  it('stops when it is told to', async () => {
    const read = await fetchLocal('/silent', AbortSignal.timeout(200))
    expect(read).toMatchObject({ ok: false, error: { code: 'unavailable', message: 'Fetching the page was stopped.' } })
  })
})

it('knows inner addresses from outer ones', () => {
  for (const outer of ['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111'])
    expect(isInnerAddress(outer)).toBe(false)
  for (const inner of [
    '172.16.0.1',
    '100.64.1.1',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::7f00:1',
    'fe80::1%eth0',
    '2002:7f00:1::',
    'name',
  ])
    expect(isInnerAddress(inner)).toBe(true)
  for (const name of ['localhost', 'printer', 'a.localhost', 'nas.local', 'LOCALHOST.', '[::1]'])
    expect(isInnerName(name)).toBe(true)
  expect(isInnerName('coast.example')).toBe(false)
})
