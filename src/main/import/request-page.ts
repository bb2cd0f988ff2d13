import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIPv6 } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export type PageRequest = {
  readonly url: URL
  /** The address to connect to; the name is not resolved again. */
  readonly address: string
  /** Of the body, after decompression. */
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export type PageAnswer = {
  readonly status: number
  /** Where a redirect leads; null for every other answer. */
  readonly location: string | null
  /** As the header names it. */
  readonly charset: string | null
  readonly bytes: Uint8Array
}

/** The body grew past the limit. */
export class TooLarge extends Error {}

/** Asks for a page at one address, over HTTP or HTTPS by its URL. Sends no cookies and no referrer. Rejects when there is no answer. */
export function requestPage({ url, address, maxBytes, signal }: PageRequest): Promise<PageAnswer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const call = send(
      url,
      {
        signal,
        agent: false,
        lookup: (_host, options, done) => {
          const family = isIPv6(address) ? 6 : 4
          if (options.all) done(null, [{ address, family }])
          else done(null, address, family)
        },
        headers: {
          'user-agent': 'Crossread',
          accept: 'text/html,application/xhtml+xml,*/*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
        },
      },
      (response) => {
        const { statusCode: status = 0, headers } = response
        const location = status >= 300 && status < 400 ? (headers.location ?? null) : null
        const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? null
        if (location !== null) {
          response.destroy()
          resolve({ status, location, charset, bytes: new Uint8Array() })
          return
        }
        readBody(response, maxBytes).then((bytes) => resolve({ status, location, charset, bytes }), reject)
      },
    )
    call.on('error', reject)
    call.end()
  })
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of unpacked(response)) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      if (length > maxBytes) throw new TooLarge()
      chunks.push(bytes)
    }
  } finally {
    response.destroy()
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  const known = Object.entries(unpack).find(([name]) => name === encoding)?.[1]
  if (known === undefined) return response
  const stream = known()
  // A broken connection must end the reading as well; the body's error is the one that is thrown.
  response.on('error', (error) => stream.destroy(error)).pipe(stream)
  return stream
}
