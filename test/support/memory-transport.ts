import type { EventMessage, ServerMessage, Transport } from '#contract/protocol'

/** What answers calls and tells events: a desk service, or as much of one as a test needs. */
export type Server = {
  readonly dispatch: (message: unknown) => Promise<ServerMessage>
  readonly on: (listener: (message: EventMessage) => void) => () => void
}

export type MemoryTransport = Transport & { readonly close: () => void }

/** Carries messages within one process, as JSON would: nothing is shared, and what JSON cannot say is lost. */
export function createMemoryTransport(server: Server): MemoryTransport {
  const messages = new Set<(message: ServerMessage) => void>()
  const closings = new Set<() => void>()
  let open = true
  const tell = (message: ServerMessage) => {
    const copy: ServerMessage = JSON.parse(JSON.stringify(message))
    if (open) for (const listener of messages) listener(copy)
  }
  const stop = server.on(tell)
  return {
    send(request) {
      if (open) void server.dispatch(JSON.parse(JSON.stringify(request))).then(tell)
    },
    onMessage(listener) {
      messages.add(listener)
      return () => void messages.delete(listener)
    },
    onClose(listener) {
      closings.add(listener)
      return () => void closings.delete(listener)
    },
    close() {
      open = false
      stop()
      for (const listener of closings) listener()
    },
  }
}
