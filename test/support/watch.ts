import type { BrowserContext } from '@playwright/test'

/** Looks on while a test runs: errors in the page, requests to anything but the app, and what the shell prints. */
export type Watch = {
  readonly watch: (context: BrowserContext) => void
  /** Tells where the app is served: a request there is its own. */
  readonly own: (address: string) => void
  readonly print: (output: string) => void
  readonly log: () => string
  /** What went wrong so far, in words. */
  readonly problems: () => string[]
}

/** @param tolerate errors of the page, and addresses it asks for, that are not told, because a test brings them about */
export function createWatch(tolerate: RegExp | null): Watch {
  const errors: string[] = []
  const requested = new Map<string, string>()
  const ours = new Set<string>()
  const log: string[] = []
  const failed = (error: string) => void (tolerate?.test(error) || errors.push(error))
  const request = (address: string) => {
    const { protocol, host } = new URL(address)
    if (!IN_THE_PAGE.has(protocol) && !tolerate?.test(address)) requested.set(host, address)
  }
  return {
    watch(context) {
      context.on('request', (sent) => request(sent.url()))
      context.on('page', (page) => page.on('websocket', (socket) => request(socket.url())))
      context.on('weberror', (event) => failed(`uncaught: ${event.error().stack ?? event.error().message}`))
      context.on(
        'console',
        (message) =>
          void (message.type() === 'error' && failed(`console: ${message.text()} (${message.location().url})`)),
      )
    },
    own: (address) => void ours.add(new URL(address).host),
    print: (output) => void log.push(output),
    log: () => log.join(''),
    problems: () => [
      ...errors,
      ...[...requested].filter(([host]) => !ours.has(host)).map(([, address]) => `request to ${address}`),
    ],
  }
}

/** Addresses that leave no page. */
const IN_THE_PAGE = new Set(['data:', 'blob:', 'about:', 'devtools:'])
