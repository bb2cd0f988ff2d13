import { beforeEach, expect, test } from 'vitest'
import type { HighlightId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { serveDesk } from '#main/desk/handlers/serve-desk'
import { draftOf } from '../../../../support/article'
import { createMemoryDesk } from '../../../../support/memory-desk'
import { createMemoryTransport } from '../../../../support/memory-transport'

let client: Client
beforeEach(() => {
  const service = serveDesk(createMemoryDesk(), browserShellPort, '0.0.0', (error) => {
    throw error
  })
  client = createClient(createMemoryTransport(service))
})

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.message)
  return settled.value
}

async function passage(title: string, tag: 'claim' | 'denial'): Promise<HighlightId> {
  const { ids } = await value(client.call('article.add', { drafts: [draftOf(title, 'one two three')] }))
  const [articleId] = ids
  if (!articleId) throw new Error('no article')
  const { revision } = await value(client.call('article.open', { id: articleId }))
  const where = { articleId, revisionId: revision.id, start: 0, end: 3, tag }
  return (await value(client.call('highlight.add', where))).id
}

test('a window is told every claim, the dossier of one with every passage in it, and its verdict', async () => {
  const [claim, denial] = [await passage('Here', 'claim'), await passage('There', 'denial')]
  await value(client.call('link.add', { from: denial, to: claim, relation: 'denies', note: '' }))
  const judged = await value(client.call('verdict.edit', { claim, patch: { rating: 'disputed' } }))
  expect(judged).toEqual({ label: 'Verdict: disputed', undoable: true })
  expect(await value(client.call('claim.list', {}))).toMatchObject([
    { id: claim, standings: ['contested', 'denied', 'single-source', 'uncorroborated'], rating: 'disputed' },
  ])
  const { dossier, briefs } = await value(client.call('claim.dossier', { id: claim }))
  expect(dossier).toMatchObject({ id: claim, ties: [{ part: 'denied-by', other: denial }], verdicts: [{ claim }] })
  expect(briefs.map(({ id, articleTitle }) => [id, articleTitle])).toEqual([
    [claim, 'Here'],
    [denial, 'There'],
  ])
  const { entries } = await value(client.call('history.list', { before: null, limit: 1 }))
  expect(entries).toMatchObject([{ label: 'Verdict: disputed', articles: [{ title: 'Here' }] }])
})

test('a claim that is gone has no dossier, and says so', async () => {
  const claim = await passage('Here', 'claim')
  await value(client.call('highlight.remove', { ids: [claim] }))
  expect(await client.call('claim.dossier', { id: claim })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
