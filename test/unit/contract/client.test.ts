import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '#contract/client'
import { methods } from '#contract/methods'
import type { Request, ServerMessage, Transport } from '#contract/protocol'

/** A transport whose other end is the test. */
function createLine() {
  const sent: Request[] = []
  const messages = new Set<(message: ServerMessage) => void>()
  const closings = new Set<() => void>()
  const transport: Transport = {
    send: (request) => void sent.push(request),
    onMessage: (listener) => {
      messages.add(listener)
      return () => void messages.delete(listener)
    },
    onClose: (listener) => {
      closings.add(listener)
      return () => void closings.delete(listener)
    },
  }
  return {
    transport,
    sent,
    receive: (message: ServerMessage) => {
      for (const listener of messages) listener(message)
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a call that is not answered within its time-out fails with a code', async () => {
  const { transport } = createLine()
  const call = createClient(transport).call('speaker.list', {})
  let settled = false
  void call.then(() => {
    settled = true
  })
  await vi.advanceTimersByTimeAsync(methods['speaker.list'].timeout - 1)
  expect(settled).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await call).toMatchObject({ ok: false, error: { code: 'timeout' } })
})

test('an answer that comes after the time-out disturbs nothing', async () => {
  const { transport, sent, receive } = createLine()
  const client = createClient(transport)
  const late = client.call('speaker.list', {})
  await vi.advanceTimersByTimeAsync(methods['speaker.list'].timeout)
  const next = client.call('speaker.list', {})
  receive({ id: sent[0]?.id ?? 0, ok: true, value: ['late'] })
  receive({ id: sent[1]?.id ?? 0, ok: true, value: ['next'] })
  expect(await late).toMatchObject({ ok: false })
  expect(await next).toEqual({ ok: true, value: ['next'] })
})

test('a dialog may stay open for as long as the user likes', async () => {
  const { transport, sent, receive } = createLine()
  const call = createClient(transport).call('shell.openTextFiles', { title: 'Open', extensions: ['txt'] })
  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000)
  receive({ id: sent[0]?.id ?? 0, ok: true, value: null })
  expect(await call).toEqual({ ok: true, value: null })
})

test('a listener that was taken off hears nothing more', () => {
  const { transport, receive } = createLine()
  const heard: unknown[] = []
  const stop = createClient(transport).on('desk.save', (save) => heard.push(save))
  receive({ event: 'desk.save', data: { state: 'saving' } })
  stop()
  receive({ event: 'desk.save', data: { state: 'saved', at: null } })
  expect(heard).toEqual([{ state: 'saving' }])
})
