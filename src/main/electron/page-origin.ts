/** Where the built page lives. A scheme of our own is an origin like a site's, with none of what `file:` may do. */
export const PAGE_SCHEME = 'crossread'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://app`

/** Scheme and host of an address; of schemes such as ours, too, whose `origin` Node reports as `null`. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  return host === '' ? null : `${protocol}//${host}`
}
