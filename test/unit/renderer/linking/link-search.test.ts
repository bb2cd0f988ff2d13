import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Result } from '#annotations/model/result'
import type { Client } from '#contract/client'
import { createLinkSearch, type LinkQuery } from '../../../../src/renderer/linking/link-search'
import { testIds } from '../../../support/memory-desk'

type Call = { readonly input: { readonly text: string }; readonly answer: (result: Result<unknown>) => void }

const ids = testIds()
const from = { id: ids.highlight(), articleId: ids.article() }
const asking = (text: string, where: LinkQuery['where'] = 'anywhere'): LinkQuery => ({ text, tags: [], where })

/** A desk that answers when it is told to. */
function createSlowDesk() {
  const calls: Call[] = []
  const call = (_method: string, input: Call['input']) =>
    new Promise<Result<unknown>>((answer) => calls.push({ input, answer }))
  // Only `call` is used here; its answers are as untyped as those of a socket.
  const client = { call, on: () => () => undefined, onClose: () => () => undefined } as unknown as Client
  return { calls, client }
}
const found = (total: number): Result<unknown> => ({ ok: true, value: { hits: [], total } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the search for a link’s other end', () => {
  test('asks once when keys follow each other closely', async () => {
    const { calls, client } = createSlowDesk()
    const search = createLinkSearch(client, from)
    search.search(asking(''))
    await vi.advanceTimersByTimeAsync(0)
    calls[0]?.answer(found(9))
    await vi.advanceTimersByTimeAsync(0)
    for (const text of ['d', 'de', 'den']) search.search(asking(text))
    await vi.advanceTimersByTimeAsync(100)
    expect(calls.map((call) => call.input.text)).toEqual(['', 'den'])
  })

  test('drops an answer that a newer question has overtaken', async () => {
    const { calls, client } = createSlowDesk()
    const search = createLinkSearch(client, from)
    search.search(asking('old'))
    await vi.advanceTimersByTimeAsync(100)
    search.search(asking('new'))
    await vi.advanceTimersByTimeAsync(100)
    calls[1]?.answer(found(2))
    await vi.advanceTimersByTimeAsync(0)
    calls[0]?.answer(found(1))
    await vi.advanceTimersByTimeAsync(0)
    expect(search.results.get()).toMatchObject({ total: 2, query: { text: 'new' } })
  })

  test('looks in every article but the origin’s when it is told to', async () => {
    const { calls, client } = createSlowDesk()
    const search = createLinkSearch(client, from)
    search.search(asking('', 'elsewhere'))
    await vi.advanceTimersByTimeAsync(100)
    expect(calls[0]?.input).toMatchObject({ articleId: from.articleId, elsewhere: true, linkFrom: from.id })
  })

  test('shows the sentence of a failure in place of hits', async () => {
    const { calls, client } = createSlowDesk()
    const search = createLinkSearch(client, from)
    search.search(asking(''))
    await vi.advanceTimersByTimeAsync(0)
    calls[0]?.answer({ ok: false, error: { code: 'timeout', message: 'Too slow.' } })
    await vi.advanceTimersByTimeAsync(0)
    expect(search.results.get()).toMatchObject({ total: 0, error: { message: 'Too slow.' } })
  })
})
