const LONGEST = 2_000

/** A link's address, absolute, if it is one that a reader may follow: http or https, without a password in it. */
export function safeHref(href: string, base: string | undefined): string | null {
  if (href.length > LONGEST) return null
  try {
    const url = new URL(href.trim(), base)
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.password === '' ? url.href : null
  } catch {
    return null
  }
}
