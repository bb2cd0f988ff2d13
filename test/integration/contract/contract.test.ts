import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { articleIdSchema } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import type { EventName, Events } from '#contract/events'
import { type InputOf, type MethodName, methods } from '#contract/methods'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { type DeskService, serveDesk } from '#main/desk/handlers/serve-desk'
import { draftOf } from '../../support/article'
import { createMemoryDesk, type MemoryDesk } from '../../support/memory-desk'
import { type Connection, transports } from './transports'

const NO_ARTICLE = articleIdSchema.parse('art_00000000000000000000000000')

describe.each(Object.entries(transports))('The contract, %s', (_name, connect) => {
  let desk: MemoryDesk
  let service: DeskService
  let connection: Connection
  let client: Client
  let bugs: unknown[]

  beforeEach(async () => {
    bugs = []
    desk = createMemoryDesk()
    service = serveDesk(desk, browserShellPort, '1.2.3', (error) => bugs.push(error))
    connection = await connect(service)
    client = createClient(connection.transport)
  })
  afterEach(async () => {
    await connection.close()
    service.close()
  })

  const next = <E extends EventName>(event: E) =>
    new Promise<Events[E]>((resolve) => {
      const stop = client.on(event, (data) => {
        stop()
        resolve(data)
      })
    })
  /** What a page that does not keep to the types would send. */
  const callUnchecked = (method: string, input: unknown): Promise<Result<unknown>> =>
    client.call(method as MethodName, input as InputOf<MethodName>)

  test('a query is answered', async () => {
    const status = await client.call('desk.status', {})
    expect(status).toMatchObject({ ok: true, value: { version: '1.2.3', shell: 'browser', hasSample: false } })
  })

  test('a command acts, and every window is told before its caller', async () => {
    const seen: string[] = []
    const told = next('desk.changed').then((changed) => {
      seen.push('event')
      return changed
    })
    const added = await client.call('article.add', { drafts: [draftOf('A headline', 'One two three.')] })
    seen.push('answer')
    expect(added).toMatchObject({ ok: true, value: { undoable: true, ids: [expect.stringMatching(/^art_/)] } })
    expect(await told).toMatchObject({ kind: 'do', summaries: [{ article: { title: 'A headline' }, words: 3 }] })
    expect(seen).toEqual(['event', 'answer'])
  })

  test('every other event arrives as it was told', async () => {
    const saved = next('desk.save')
    const problems = next('desk.problems')
    const settings = next('settings.changed')
    const problem = { id: 'p1', file: 'desk.json', message: 'Broken.', kept: 'All.', next: 'Nothing.' }
    // One answer first: the connection is open then.
    await client.call('desk.status', {})
    desk.tell({ type: 'save', save: { state: 'saving' } })
    desk.tell({ type: 'problems', problems: [problem] })
    desk.tell({ type: 'settings', settings: { annotator: 'Ana', theme: 'dark' } })
    expect(await Promise.all([saved, problems, settings])).toEqual([
      { state: 'saving' },
      [problem],
      { annotator: 'Ana', theme: 'dark' },
    ])
  })

  test.each(Object.keys(methods))('%s refuses input that it does not declare', async (method) => {
    for (const input of [null, 'text', { surprise: true }, undefined]) {
      const answer = await callUnchecked(method, input)
      expect(answer, JSON.stringify(input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
    expect(bugs).toEqual([])
  })

  test('methods that are not in the map are refused, whatever they are called', async () => {
    for (const method of ['desk.erase', 'toString', '__proto__', 'constructor', '']) {
      // The client looks up the time-out of a method, so that a call by a name it lacks goes to the transport itself.
      const answer = new Promise((resolve) => connection.transport.onMessage(resolve))
      connection.transport.send({ id: 77, method, input: {} })
      expect(await answer).toMatchObject({ id: 77, ok: false, error: { code: 'unknown-method' } })
    }
  })

  test('a message that is no call at all is answered as such, and the next one is served', async () => {
    const answer = new Promise((resolve) => connection.transport.onMessage(resolve))
    connection.transport.send({ hello: 'desk' } as never)
    expect(await answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await client.call('desk.status', {})).toMatchObject({ ok: true })
  })

  test('an expected failure arrives with its code and its sentences', async () => {
    expect(await client.call('article.open', { id: NO_ARTICLE })).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: expect.stringMatching(/\.$/) },
    })
    expect(await client.call('desk.undo', {})).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    expect(await client.call('shell.showDesk', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  })

  test('a bug in a handler is reported, and answered as internal without its details', async () => {
    Object.assign(desk, {
      history: () => {
        throw new Error('secret detail')
      },
    })
    const answer = await client.call('history.list', { before: null, limit: 10 })
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(bugs).toHaveLength(1)
  })

  test('calls at the same time each get their own answer', async () => {
    const titles = Array.from({ length: 20 }, (_, i) => `Headline ${i}`)
    const added = await Promise.all(
      titles.map((title) => client.call('article.add', { drafts: [draftOf(title, 'Text.')] })),
    )
    const opened = await Promise.all(
      added.map((answer) => client.call('article.open', { id: (answer.ok && answer.value.ids[0]) || NO_ARTICLE })),
    )
    expect(opened.map((answer) => answer.ok && answer.value.article.title)).toEqual(titles)
  })

  test('text of any script and of emoji survives the way there and back', async () => {
    const text = 'وزیر خارجہ 👩🏽‍🚀 “Лавров” \u2028 e\u0301 \\ " '
    const added = await client.call('article.add', { drafts: [draftOf(text, text)] })
    const opened = await client.call('article.open', { id: (added.ok && added.value.ids[0]) || NO_ARTICLE })
    expect(opened).toMatchObject({ ok: true, value: { article: { title: text }, revision: { blocks: [{ text }] } } })
  })

  test('a lost connection settles waiting calls, and refuses later ones, with a code', async () => {
    // Electron's main process outlives its windows: there is no such loss over IPC.
    if (connection.hangUp === null) return
    await client.call('desk.status', {})
    Object.assign(desk, { history: () => new Promise(() => undefined) })
    const waiting = client.call('history.list', { before: null, limit: 10 })
    const closed = new Promise<void>((resolve) => client.onClose(resolve))
    await connection.hangUp()
    await closed
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'disconnected' } })
    expect(await client.call('desk.status', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } })
  })
})
