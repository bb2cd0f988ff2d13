/** The policy of our own page: nothing but its own files, no inline script, no frame around it, nothing sent elsewhere. */
export function contentSecurityPolicy({
  nonce,
  connect,
}: {
  readonly nonce: string
  readonly connect: readonly string[]
}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers that every answer carries, whatever it is. */
export const COMMON_HEADERS: { readonly [name: string]: string } = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
}

/**
 * Tells the page its nonce, by the tag that React Aria looks for: its few style elements (for touch and scrolling) are
 * then allowed, and no others.
 */
export function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}" />`)
}
