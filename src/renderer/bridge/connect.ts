import { type Client, createClient } from '#contract/client'
import { createPreloadTransport } from './preload-transport'
import { createWebSocketTransport } from './web-socket-transport'

/** Connects this page to the desk by whichever shell opened it. */
export function connect(): Client {
  if (window.crossread) return createClient(createPreloadTransport(window.crossread))
  return createClient(createWebSocketTransport(`ws://${window.location.host}/desk`))
}
