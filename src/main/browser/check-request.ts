import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away: an HTTP status and a sentence for whoever reads it. */
export type Refusal = { readonly status: 401 | 403 | 404 | 405; readonly message: string }

/**
 * A page of another site can make a browser send requests to this port, under a name that it points at 127.0.0.1 (DNS
 * rebinding). Host says the name it used and Origin whose page it was: both must be ours. `localhost` is, too, for a port that
 * was forwarded from another machine.
 *
 * @param upgrade WebSockets are not held back by the same-origin policy and always carry an Origin: one without is refused
 */
export function checkSource(headers: IncomingHttpHeaders, port: number, upgrade: boolean): Refusal | null {
  const { host, origin } = headers
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return { status: 403, message: 'Crossread answers only under its own address.' }
  }
  if (origin === undefined ? upgrade : origin !== `http://${host}`) {
    return { status: 403, message: 'Crossread answers only its own page.' }
  }
  return null
}

/** Cookies do not tell ports apart: each server names its own, so that two desks can be open side by side. */
export function cookieName(port: number): string {
  return `crossread-${port}`
}

/** The session that a request's cookie names, or null. */
export function sessionOf(headers: IncomingHttpHeaders, port: number): string | null {
  const start = `${cookieName(port)}=`
  const cookies = headers.cookie?.split('; ').filter((cookie) => cookie.startsWith(start)) ?? []
  return cookies.length === 1 ? (cookies[0]?.slice(start.length) ?? null) : null
}
