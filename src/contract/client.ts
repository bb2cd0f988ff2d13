import { fail, type Result } from '#annotations/model/result'
import type { EventName, Events } from './events'
import { type InputOf, type MethodName, methods, type OutputOf } from './methods'
import type { ServerMessage, Transport } from './protocol'

/** The desk as a window sees it. Expected failures, time-outs and a lost connection are values, never exceptions. */
export type Client = {
  readonly call: <M extends MethodName>(method: M, input: InputOf<M>) => Promise<Result<OutputOf<M>>>
  readonly on: <E extends EventName>(event: E, listener: (data: Events[E]) => void) => () => void
  readonly onClose: (listener: () => void) => () => void
}

export function createClient(transport: Transport): Client {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  const listeners = new Map<EventName, Set<(data: never) => void>>()
  let nextId = 1
  let closed = false

  transport.onMessage((message: ServerMessage) => {
    if ('event' in message) {
      for (const listener of listeners.get(message.event) ?? []) listener(message.data as never)
      return
    }
    waiting.get(message.id)?.(message.ok ? { ok: true, value: message.value } : { ok: false, error: message.error })
  })
  transport.onClose(() => {
    closed = true
    for (const settle of [...waiting.values()]) settle(lostConnection())
  })

  return {
    call: <M extends MethodName>(method: M, input: InputOf<M>) =>
      new Promise<Result<OutputOf<M>>>((resolve) => {
        if (closed) return resolve(lostConnection())
        const id = nextId++
        const { timeout } = methods[method]
        const timer = Number.isFinite(timeout)
          ? setTimeout(() => settle(timedOut(method, timeout)), timeout)
          : undefined
        const settle = (result: Result<unknown>) => {
          clearTimeout(timer)
          waiting.delete(id)
          // The server's answer has the type that its method declares; both are built from one map.
          resolve(result as Result<OutputOf<M>>)
        }
        waiting.set(id, settle)
        transport.send({ id, method, input })
      }),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener as (data: never) => void))
      return () => void set.delete(listener as (data: never) => void)
    },
    onClose: (listener) => transport.onClose(listener),
  }
}

function lostConnection(): Result<never> {
  return fail('disconnected', 'Crossread lost the connection to the desk.', {
    kept: 'Everything that was shown as saved is safe on disk.',
    next: 'Start Crossread again, or reload this page once it runs.',
  })
}

function timedOut(method: string, milliseconds: number): Result<never> {
  return fail('timeout', `The desk did not answer "${method}" within ${Math.round(milliseconds / 1000)} seconds.`, {
    next: 'Look at the save state before you try again: the action may still have gone through.',
  })
}
