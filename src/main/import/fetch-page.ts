import { lookup } from 'node:dns/promises'
import { fail, ok, type Result } from '#annotations/model/result'
import type { ReadContext } from './imported-article'
import { isInnerAddress, isInnerName } from './network-address'
import { type PageAnswer, type PageRequest, requestPage, TooLarge } from './request-page'

/** What a page may cost. */
export const FETCH_LIMITS = {
  /** Bytes after decompression. */
  bytes: 20 * 1024 * 1024,
  /** Milliseconds for the whole way, redirects included. */
  time: 30_000,
  redirects: 5,
} as const

export type FetchedPage = { readonly bytes: Uint8Array; readonly context: ReadContext }

/** The network, so that tests need none. */
export type Network = {
  /** All addresses of a host's name. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** One request to one address; redirects are not followed. */
  readonly request: (request: PageRequest) => Promise<PageAnswer>
}

const NETWORK: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  request: requestPage,
}

const BY_HAND = 'Open it in your browser, save the page or copy the article, and import that.'

/**
 * Fetches the page that the user pasted the address of: the only request that Crossread ever makes. Every hop's host is resolved
 * once, checked, and connected to at the very address that was checked, so that a name cannot change its mind in between. When the
 * pasted address was a public one, nothing on the way may lead into a private network or to this machine.
 */
export async function fetchPage(
  address: string,
  signal: AbortSignal = new AbortController().signal,
  network: Network = NETWORK,
): Promise<Result<FetchedPage>> {
  const start = parseAddress(address)
  if (start === null) {
    return fail('invalid-input', 'That is no web address.', { next: 'It must begin with http:// or https://.' })
  }
  const time = AbortSignal.timeout(FETCH_LIMITS.time)
  const stop = AbortSignal.any([signal, time])
  try {
    return await follow(start, stop, network)
  } catch (error) {
    if (signal.aborted) return fail('unavailable', 'Fetching the page was stopped.')
    if (time.aborted) {
      return fail('timeout', `"${start.host}" did not send the page within ${FETCH_LIMITS.time / 1000} seconds.`, {
        next: BY_HAND,
      })
    }
    if (error instanceof TooLarge) {
      return fail('bad-file', `The page is larger than ${FETCH_LIMITS.bytes / (1024 * 1024)} MB.`, { next: BY_HAND })
    }
    return fail('unavailable', `"${start.host}" could not be reached.`, {
      next: 'Check the address and your connection, or open the page in your browser, save it, and import the file.',
    })
  }
}

async function follow(start: URL, signal: AbortSignal, network: Network): Promise<Result<FetchedPage>> {
  const innerAllowed = isInnerName(start.hostname)
  let url = start
  for (let hop = 0; hop <= FETCH_LIMITS.redirects; hop++) {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const addresses = await network.resolve(host)
    const [first] = addresses
    if (first === undefined) throw new Error('no address')
    if (!innerAllowed && (isInnerName(host) || addresses.some(isInnerAddress))) {
      return fail('not-allowed', `"${url.host}" leads into a private network, so the page was not fetched.`, {
        next: BY_HAND,
      })
    }
    const answer = await network.request({ url, address: first, maxBytes: FETCH_LIMITS.bytes, signal })
    if (answer.location === null) return toPage(answer, url)
    const next = parseAddress(answer.location, url)
    if (next === null) {
      return fail('not-allowed', `"${url.host}" sends its readers to an address that is no web page.`, {
        next: BY_HAND,
      })
    }
    url = next
  }
  return fail('bad-file', `"${start.host}" sends its readers on more than ${FETCH_LIMITS.redirects} times.`, {
    next: BY_HAND,
  })
}

function toPage(answer: PageAnswer, url: URL): Result<FetchedPage> {
  const { status, bytes, charset } = answer
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return fail('not-allowed', `"${url.host}" does not give this page to Crossread (${status}).`, { next: BY_HAND })
  }
  if (status === 404 || status === 410)
    return fail('not-found', `There is no page at this address (${status}).`, { next: 'Check the address.' })
  if (status !== 200)
    return fail('unavailable', `"${url.host}" answered with an error (${status}).`, { next: 'Try again later.' })
  return ok({
    bytes,
    context: { source: { kind: 'web', name: url.href }, url: url.href, ...(charset === null ? {} : { charset }) },
  })
}

function parseAddress(address: string, base?: URL): URL | null {
  try {
    const url = new URL(address.trim(), base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    // A page's address names no user; one that does is a trick or a secret.
    if (url.username !== '' || url.password !== '') return null
    url.hash = ''
    return url
  } catch {
    return null
  }
}
