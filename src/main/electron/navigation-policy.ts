import { originOf } from './page-origin'

/** What becomes of a wish to go somewhere: `open` hands it to the system's browser. */
export type Navigation = 'stay' | 'open' | 'deny'

/** A window shows one page and never leaves it, but may load it anew. Dropped files and stray links lead nowhere. */
export function navigationOf(url: string, pageOrigin: string): Navigation {
  return originOf(url) === pageOrigin && new URL(url).pathname === '/' ? 'stay' : 'deny'
}

/** No window opens another. A link of an article goes to the system's browser, if it is one for a browser. */
export function openingOf(url: string): Navigation {
  return isWebAddress(url) ? 'open' : 'deny'
}

/** Whether the system may be asked to open an address: other schemes start programs. */
export function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && host !== ''
}
