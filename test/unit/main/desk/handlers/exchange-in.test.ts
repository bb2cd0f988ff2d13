import { beforeEach, describe, expect, test } from 'vitest'
import { articleIdSchema, highlightIdSchema } from '#annotations/model/ids'
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

const NO_ARTICLE = articleIdSchema.parse('art_00000000000000000000000000')
const NO_HIGHLIGHT = highlightIdSchema.parse('hl_00000000000000000000000000')

async function addArticle(title: string, text = 'one two three four five six seven eight') {
  const { ids } = await value(client.call('article.add', { drafts: [draftOf(title, text)] }))
  return ids[0] ?? NO_ARTICLE
}

async function addHighlight(articleId: typeof NO_ARTICLE, start: number) {
  const { revision } = await value(client.call('article.open', { id: articleId }))
  const place = { articleId, revisionId: revision.id, start, end: start + 3 }
  const added = await client.call('highlight.add', { ...place, tag: 'claim' })
  return added.ok ? added.value.id : NO_HIGHLIGHT
}

const stage = (name: string, text: string, id = 'one') =>
  value(
    client.call('exchange.stage', {
      id,
      items: [{ kind: 'file', name, base64: Buffer.from(text).toString('base64') }],
    }),
  )

describe('An import of annotations', () => {
  const LINE = JSON.stringify({
    text: 'one two three four',
    entities: [
      { id: 1, label: 'SAYS', start_offset: 0, end_offset: 3 },
      { id: 2, label: 'claim', start_offset: 4, end_offset: 7 },
      { id: 3, label: 'claim', start_offset: 4, end_offset: 700 },
    ],
    relations: [{ id: 4, from_id: 1, to_id: 2, type: 'about' }],
  })

  test('shows what labels are foreign and which records are at fault, and changes nothing by that', async () => {
    await stage('a.jsonl', LINE)
    const preview = await value(client.call('exchange.read', { id: 'one' }))
    expect(preview).toMatchObject({
      format: { id: 'doccano' },
      counts: { articles: 1, highlights: 1, links: 0 },
      faults: ['a.jsonl, line 1, entity 3: it ends at 700, and its text at 18.'],
      tags: [{ label: 'SAYS', count: 1 }],
      relations: [{ label: 'about', count: 1 }],
    })
    expect(await client.call('exchange.apply', { id: 'one', partial: false })).toMatchObject({
      ok: false,
      error: { code: 'bad-file', message: preview.faults[0] },
    })
    expect(await value(client.call('article.list', {}))).toEqual([])
  })

  test('takes the rest when asked to, in one step that undo takes back, and remembers what labels mean', async () => {
    await stage('a.jsonl', LINE)
    const labels = { tags: { SAYS: 'attribution' as const }, relations: { about: 'attributes' as const } }
    expect(await value(client.call('exchange.read', { id: 'one', labels }))).toMatchObject({
      counts: { highlights: 2, links: 1 },
    })
    const done = await value(client.call('exchange.apply', { id: 'one', partial: true }))
    expect(done).toMatchObject({ undoable: true, counts: { articles: 1, highlights: 2, links: 1 } })
    await value(client.call('desk.undo', {}))
    expect(await value(client.call('article.list', {}))).toEqual([])

    await stage('b.jsonl', LINE, 'two')
    expect(await value(client.call('exchange.read', { id: 'two' }))).toMatchObject({
      counts: { highlights: 2, links: 1 },
      tags: [{ label: 'SAYS', meaning: 'attribution' }],
      relations: [{ label: 'about', meaning: 'attributes' }],
    })
  })

  test('finds the article of the desk by its text, and adds nothing twice', async () => {
    const id = await addArticle('Here', 'one two three four')
    await stage('a.jsonl', LINE)
    await value(client.call('exchange.read', { id: 'one' }))
    await value(client.call('exchange.apply', { id: 'one', partial: true }))
    const view = await value(client.call('article.open', { id }))
    expect(view.highlights).toMatchObject([{ tag: 'claim', anchor: { quote: { exact: 'two' } } }])
    await stage('a.jsonl', LINE)
    expect(await value(client.call('exchange.read', { id: 'one' }))).toMatchObject({
      counts: { articles: 0, highlights: 0, same: 2 },
    })
  })

  test('names a file that is none, and an import that is not known any more', async () => {
    await stage('x.json', '{')
    expect(await client.call('exchange.read', { id: 'one' })).toMatchObject({
      ok: false,
      error: { code: 'bad-file', message: 'x.json is in no format that Crossread can import.' },
    })
    await value(client.call('exchange.cancel', { id: 'one' }))
    expect(await client.call('exchange.read', { id: 'one' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('that differs from the desk leaves both versions to be decided', async () => {
    const here = await addArticle('Here')
    const id = await addHighlight(here, 0)
    const file = await value(client.call('desk.export', { scope: { kind: 'desk' } }))
    await value(client.call('highlight.edit', { id, patch: { note: 'mine' } }))
    await stage('x.json', file.contents.replace('"note": ""', '"note": "theirs"'))
    expect(await value(client.call('exchange.read', { id: 'one' }))).toMatchObject({ counts: { conflicts: 1 } })
    await value(client.call('exchange.apply', { id: 'one', partial: false }))
    const [conflict] = await value(client.call('conflict.list', {}))
    if (!conflict) throw new Error('no conflict')
    expect(conflict).toMatchObject({ kind: 'highlight', articleTitle: 'Here', highlight: id, from: 'x.json' })
    const note = (side: 'here' | 'other') => conflict[side].fields?.find(({ label }) => label === 'Note')
    expect([note('here'), note('other')]).toEqual([
      { label: 'Note', text: 'mine', differs: true },
      { label: 'Note', text: 'theirs', differs: true },
    ])
    await value(client.call('conflict.decide', { ids: [conflict.id], kept: 'other' }))
    expect(await value(client.call('conflict.list', {}))).toEqual([])
    expect((await value(client.call('article.open', { id: here }))).highlights[0]?.note).toBe('theirs')
  })
})
