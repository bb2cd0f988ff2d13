import { beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { serveDesk } from '#main/desk/handlers/serve-desk'
import { draftOf } from '../../../../support/article'
import { createMemoryDesk } from '../../../../support/memory-desk'
import { createMemoryTransport } from '../../../../support/memory-transport'

let client: Client
let articleId: ArticleId
beforeEach(async () => {
  const service = serveDesk(createMemoryDesk(), browserShellPort, '0.0.0', (error) => {
    throw error
  })
  client = createClient(createMemoryTransport(service))
  const { ids } = await value(client.call('article.add', { drafts: [draftOf('One', 'one two three')] }))
  articleId = ids[0] ?? articleId
})

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.message)
  return settled.value
}

async function mark(annotator: string, start: number, end: number) {
  await value(client.call('settings.set', { annotator }))
  const { revision } = await value(client.call('article.open', { id: articleId }))
  return value(client.call('highlight.add', { articleId, revisionId: revision.id, start, end, tag: 'claim' }))
}
const EVERYONE = { file: null, annotator: null }
const ofDesk = (annotator: string) => ({ file: null, annotator })
const quotes = async () =>
  (await value(client.call('article.open', { id: articleId }))).highlights.map(({ anchor }) => anchor.quote.exact)
const exported = async () =>
  (await value(client.call('desk.export', { scope: { kind: 'desk' }, format: undefined }))).contents

test('two annotators of a desk are compared, and keeping one side removes the other’s, until it is undone', async () => {
  await mark('Ada', 0, 7)
  await mark('Bo', 4, 13)
  expect((await value(client.call('agreement.annotators', {}))).map(({ name }) => name)).toEqual(['Ada', 'Bo'])
  const sides = [ofDesk('Ada'), ofDesk('Bo')]
  const view = await value(client.call('agreement.compare', { sides }))
  expect(view).toMatchObject({ names: ['Ada', 'Bo'], articles: ['One'], leftOut: [] })
  const [only] = view.disagreements
  expect(only).toMatchObject({ kind: 'ends', sides: [[{ exact: 'one two' }], [{ exact: 'two three' }]] })
  const there = { sides, id: only?.id ?? '' }
  expect(await value(client.call('agreement.keep', { ...there, keep: 'all' }))).toMatchObject({
    undoable: false,
    left: [only?.standing],
  })
  expect(await value(client.call('agreement.keep', { ...there, keep: 1 }))).toMatchObject({
    label: 'Keep what Bo marked in “One”',
    undoable: true,
    left: [],
  })
  expect(await quotes()).toEqual(['two three'])
  expect(await client.call('agreement.keep', { ...there, keep: 1 })).toMatchObject({
    error: { code: 'not-found' },
  })
  await value(client.call('desk.undo', {}))
  expect(await quotes()).toEqual(['one two', 'two three'])
})

test('a colleague’s file is compared and not imported, and what is kept of it comes in under his name', async () => {
  await mark('Bo', 4, 13)
  const contents = await exported()
  await value(client.call('desk.undo', {}))
  await mark('Ada', 0, 3)
  const file = await value(client.call('agreement.readFile', { name: 'bo.json', contents }))
  expect(file).toMatchObject({ name: 'bo.json', annotators: [{ name: 'Bo', highlights: 1 }] })
  const sides = [EVERYONE, { file: file.token, annotator: null }]
  const { names, disagreements } = await value(client.call('agreement.compare', { sides }))
  expect(names).toEqual(['This desk', 'bo.json'])
  expect(disagreements.map(({ kind }) => kind)).toEqual(['alone', 'alone'])
  expect(await quotes()).toEqual(['one'])

  const [mine, his] = disagreements.map(({ id }) => ({ sides, id }))
  if (!mine || !his) throw new Error('no disagreements')
  expect(await value(client.call('agreement.keep', { ...his, keep: 0 }))).toMatchObject({ undoable: false })
  await value(client.call('agreement.keep', { ...his, keep: 'all' }))
  await value(client.call('agreement.keep', { ...mine, keep: 1 }))
  const { highlights } = await value(client.call('article.open', { id: articleId }))
  expect(highlights.map(({ annotator, anchor }) => [annotator, anchor.quote.exact])).toEqual([['Bo', 'two three']])
})

test('refuses one annotator against himself, a file that is none, and one that was forgotten', async () => {
  for (const sides of [
    [ofDesk('Ada'), ofDesk('Ada')],
    [EVERYONE, ofDesk('Ada')],
    [{ file: 'file-1', annotator: null }, EVERYONE],
    [EVERYONE],
  ])
    expect(await client.call('agreement.compare', { sides })).toMatchObject({ error: { code: 'invalid-input' } })
  expect(await client.call('agreement.readFile', { name: 'x.json', contents: '{}' })).toMatchObject({
    error: { message: 'x.json: This JSON file was not exported by Crossread.', kept: 'Nothing was compared.' },
  })
  const contents = await exported()
  const { token } = await value(client.call('agreement.readFile', { name: 'first.json', contents }))
  for (const name of 'abcdefghi') await value(client.call('agreement.readFile', { name, contents }))
  expect(await client.call('agreement.compare', { sides: [EVERYONE, { file: token, annotator: null }] })).toMatchObject(
    {
      error: { code: 'not-found' },
    },
  )
})

test('a desk and two files of one name are three sides, and what one of them keeps leaves nothing to decide', async () => {
  await mark('Bo', 4, 13)
  const bo = await exported()
  await value(client.call('desk.undo', {}))
  await mark('Cy', 4, 7)
  const cy = await exported()
  await value(client.call('desk.undo', {}))
  await mark('Ada', 0, 3)
  const files = await Promise.all(
    [bo, cy].map((contents) => value(client.call('agreement.readFile', { name: 'x.json', contents }))),
  )
  const sides = [EVERYONE, ...files.map(({ token }) => ({ file: token, annotator: null }))]
  const view = await value(client.call('agreement.compare', { sides }))
  expect(view.names).toEqual(['This desk', 'x.json', 'x.json (2)'])
  expect(view.pairs.map((pair) => pair.sides)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ])
  expect(view.pairs[2]?.numbers.tags[0]?.overlapping.f1).toBe(1)
  expect(view.disagreements.map(({ kind, sides: marks }) => [kind, marks.map(({ length }) => length)])).toEqual([
    ['alone', [1, 0, 0]],
    ['ends', [0, 1, 1]],
  ])
  const id = view.disagreements[1]?.id ?? ''
  const { left } = await value(client.call('agreement.keep', { sides, id, keep: 2 }))
  expect(await quotes()).toEqual(['one', 'two'])
  const after = await value(client.call('agreement.compare', { sides }))
  expect(after.disagreements.filter(({ standing }) => !left.includes(standing)).map(({ kind }) => kind)).toEqual([
    'alone',
  ])
  await value(client.call('desk.undo', {}))
  const undone = await value(client.call('agreement.compare', { sides }))
  expect(undone.disagreements.filter(({ standing }) => left.includes(standing))).toEqual([])
})
