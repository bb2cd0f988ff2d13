import { z } from 'zod'
import type { AppError } from '#annotations/model/result'
import type { EventName, Events } from './events'

/** What a window sends: one call. `id` pairs the answer with it. */
export const requestSchema = z.strictObject({ id: z.int(), method: z.string(), input: z.unknown() })
export type Request = z.infer<typeof requestSchema>

export type Response =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: AppError }

export type EventMessage = { readonly [E in EventName]: { readonly event: E; readonly data: Events[E] } }[EventName]

export type ServerMessage = Response | EventMessage

/** Carries calls and events between a window and the desk: memory, WebSocket or IPC. */
export type Transport = {
  /** Sends one call. Its answer comes through `onMessage`. Throws nothing: a lost connection is told through `onClose`. */
  readonly send: (request: Request) => void
  readonly onMessage: (listener: (message: ServerMessage) => void) => () => void
  readonly onClose: (listener: () => void) => () => void
}
