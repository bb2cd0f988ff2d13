import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { articleIdSchema, highlightIdSchema } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import type { DeskChanged } from '#contract/views'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { serveDesk } from '#main/desk/handlers/serve-desk'
import { createSummaries } from '#main/desk/handlers/summaries'
import { draftOf } from '../../../../support/article'
import { createMemoryDesk, type MemoryDesk } from '../../../../support/memory-desk'
import { createMemoryTransport } from '../../../../support/memory-transport'

let desk: MemoryDesk
let client: Client
let changes: DeskChanged[]

beforeEach(() => {
  open()
})

function open() {
  desk = createMemoryDesk()
  changes = []
  const service = serveDesk(desk, browserShellPort, '0.0.0', (error) => {
    throw error
  })
  client = createClient(createMemoryTransport(service))
  client.on('desk.changed', (changed) => void changes.push(changed))
}

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

async function addHighlight(articleId: typeof NO_ARTICLE, start: number, tag: 'claim' | 'denial' = 'claim') {
  const { revision } = await value(client.call('article.open', { id: articleId }))
  const added = await client.call('highlight.add', { articleId, revisionId: revision.id, start, end: start + 3, tag })
  return added.ok ? added.value.id : NO_HIGHLIGHT
}

describe('A window is told of a change', () => {
  test('with what its library and reader need: fresh summaries, briefs and what undo would do', async () => {
    const [here, there] = [await addArticle('Here'), await addArticle('There')]
    const from = await addHighlight(here, 0, 'denial')
    const to = await addHighlight(there, 4)
    await value(client.call('link.add', { from, to, relation: 'denies', note: '' }))
    const { id } = await value(client.call('article.open', { id: here })).then((view) => view.links[0] ?? { id: null })
    expect(changes.at(-1)).toMatchObject({
      kind: 'do',
      changes: [{ kind: 'link', id, before: null }],
      summaries: [
        { article: { title: 'Here' }, links: 1, counts: { denial: 1, claim: 0 } },
        { article: { title: 'There' }, links: 1, counts: { claim: 1 } },
      ],
      briefs: [
        { id: from, articleTitle: 'Here', tag: 'denial', exact: 'one' },
        { id: to, articleTitle: 'There', tag: 'claim', exact: 'two' },
      ],
      removedArticles: [],
      undo: { undo: 'Link: denies', redo: null },
    })
  })

  test('with the briefs of passages whose article was renamed, where links show them', async () => {
    const [here, there] = [await addArticle('Here'), await addArticle('There')]
    const [from, to] = [await addHighlight(here, 0), await addHighlight(there, 0)]
    await addHighlight(there, 4)
    await value(client.call('link.add', { from, to, relation: 'repeats', note: '' }))
    await value(client.call('article.edit', { id: there, patch: { title: 'Elsewhere', publisher: 'Dawn' } }))
    expect(changes.at(-1)?.briefs).toMatchObject([{ id: to, articleTitle: 'Elsewhere', publisher: 'Dawn' }])
  })

  test('with the briefs of the other ends of a changed passage', async () => {
    const [here, there] = [await addArticle('Here'), await addArticle('There')]
    const [from, to] = [await addHighlight(here, 0), await addHighlight(there, 0)]
    await value(client.call('link.add', { from, to, relation: 'repeats', note: '' }))
    await value(client.call('highlight.edit', { id: from, patch: { tag: 'denial' } }))
    expect(changes.at(-1)?.briefs).toMatchObject([
      { id: from, tag: 'denial' },
      { id: to, tag: 'claim' },
    ])
  })

  test('that removes an article: its id, and the other ends without their links', async () => {
    const [here, there] = [await addArticle('Here'), await addArticle('There')]
    const [from, to] = [await addHighlight(here, 0), await addHighlight(there, 0)]
    await value(client.call('link.add', { from, to, relation: 'repeats', note: '' }))
    await value(client.call('article.remove', { ids: [there] }))
    expect(changes.at(-1)).toMatchObject({
      removedArticles: [there],
      summaries: [{ article: { id: here }, links: 0, counts: { claim: 1 } }],
    })
    await value(client.call('desk.undo', {}))
    expect(changes.at(-1)?.summaries.map(({ links }) => links)).toEqual([1, 1])
    expect(
      changes
        .at(-1)
        ?.briefs.map(({ id }) => id)
        .toSorted(),
    ).toEqual([from, to].toSorted())
  })

  test('of the sample: whether it is there', async () => {
    await value(client.call('sample.add', {}))
    expect(changes.at(-1)).toMatchObject({ hasSample: true })
    expect(await client.call('sample.add', {})).toMatchObject({ ok: false, error: { code: 'duplicate' } })
    await value(client.call('sample.remove', {}))
    expect(changes.at(-1)).toMatchObject({ hasSample: false, summaries: [] })
    expect(await value(client.call('sample.remove', {}))).toMatchObject({ undoable: false })
    await value(client.call('desk.undo', {}))
    expect(changes.at(-1)).toMatchObject({ hasSample: true })
  })
})

test('whatever is done and undone, the kept-up summaries are those of a desk that is opened anew', async () => {
  const step = fc.record({
    act: fc.constantFrom(
      'article',
      'highlight',
      'tag',
      'link',
      'rename',
      'unlink',
      'unhighlight',
      'remove',
      'undo',
      'redo',
    ),
    a: fc.nat(),
    b: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      open()
      for (const title of ['One', 'Two']) {
        const article = await addArticle(title, 'one two-three four five six seven eight')
        for (const start of [0, 4, 8]) await addHighlight(article, start)
      }
      for (const { act, a, b } of steps) await doStep(act, a, b)
      const kept = await value(client.call('article.list', {}))
      expect(kept).toEqual(JSON.parse(JSON.stringify(createSummaries(desk.records).all())))
    }),
    { numRuns: 60 },
  )
})

async function doStep(act: string, a: number, b: number): Promise<unknown> {
  const pick = <T>(items: Iterable<T>, at: number): T | undefined => {
    const all = [...items]
    return all[at % (all.length || 1)]
  }
  const { records } = desk
  const article = pick(records.articles.keys(), a) ?? NO_ARTICLE
  const [one, other] = [
    pick(records.highlights.keys(), a) ?? NO_HIGHLIGHT,
    pick(records.highlights.keys(), b) ?? NO_HIGHLIGHT,
  ]
  const link = pick(records.links.keys(), a)
  switch (act) {
    case 'article':
      return addArticle(`Title ${a}`)
    case 'highlight':
      return records.articles.size > 0 && addHighlight(article, b % 30, a % 2 ? 'claim' : 'denial')
    case 'tag':
      return client.call('highlight.edit', { id: one, patch: { tag: 'attribution' } })
    case 'link':
      return client.call('link.add', { from: one, to: other, relation: 'relates', note: '' })
    case 'rename':
      return client.call('article.edit', { id: article, patch: { title: `Renamed ${b}`, language: 'ja' } })
    case 'unlink':
      return link && client.call('link.remove', { ids: [link] })
    case 'unhighlight':
      return client.call('highlight.remove', { ids: [one] })
    case 'remove':
      return client.call('article.remove', { ids: [article] })
    default:
      return client.call(act === 'undo' ? 'desk.undo' : 'desk.redo', {})
  }
}

describe('The history', () => {
  test('names the articles of each entry that are still there, and pages from the newest', async () => {
    const [here, there] = [await addArticle('Here'), await addArticle('There')]
    const [from, to] = [await addHighlight(here, 0), await addHighlight(there, 0)]
    await value(client.call('link.add', { from, to, relation: 'repeats', note: '' }))
    await value(client.call('article.remove', { ids: [there] }))
    const first = await value(client.call('history.list', { before: null, limit: 2 }))
    expect(first.entries).toMatchObject([
      { label: 'Remove “There”', kind: 'do', size: 4, articles: [{ title: 'Here' }] },
      { label: 'Link: repeats', size: 1, articles: [{ title: 'Here' }] },
    ])
    const rest = await value(client.call('history.list', { before: first.next, limit: 10 }))
    expect(rest).toMatchObject({ entries: { length: 4 }, next: null })
  })

  test('is searched by what was done, by whom and where, however far back that is', async () => {
    const here = await addArticle('Café talks')
    for (let i = 0; i < 250; i++) await addArticle(`Other ${i}`)
    await addHighlight(here, 0)
    const found = async (text: string, before: string | null = null) =>
      (await value(client.call('history.list', { before, limit: 10, text }))).entries.map(({ label }) => label)
    expect(await found('cafe TALKS')).toEqual(['Tag as claim', 'Add “Café talks”'])
    expect(await found('annotator other 249')).toEqual(['Add “Other 249”'])
    expect(await found('cafe nowhere')).toEqual([])
    const page = await value(client.call('history.list', { before: null, limit: 10, text: 'other' }))
    expect(await found('cafe', page.next)).toEqual(['Add “Café talks”'])
  })
})

describe('An export', () => {
  test('counts what it holds, names its file after it, and comes back in another desk', async () => {
    const [here, there] = [await addArticle('Ministers: “no talks”?'), await addArticle('There')]
    const [from, to] = [await addHighlight(here, 0, 'denial'), await addHighlight(there, 0)]
    await value(client.call('link.add', { from, to, relation: 'denies', note: '' }))
    const one = await value(client.call('desk.export', { scope: { kind: 'articles', ids: [here] } }))
    expect(one).toMatchObject({ fileName: 'ministers-no-talks.crossread.json', articles: 1, highlights: 1, links: 0 })
    expect(one.leftOut).toEqual(['Left out: 1 link with only one end in the export.'])
    const claims = await value(client.call('desk.export', { scope: { kind: 'tag', tag: 'claim' } }))
    expect(claims).toMatchObject({ fileName: 'test-desk-claims.crossread.json', highlights: 1 })
    const all = await value(client.call('desk.export', { scope: { kind: 'desk' } }))
    expect(all).toMatchObject({
      fileName: 'test-desk.crossread.json',
      articles: 2,
      highlights: 2,
      links: 1,
      leftOut: [],
    })

    open()
    const base64 = Buffer.from(all.contents).toString('base64')
    await value(client.call('exchange.stage', { id: 'one', items: [{ kind: 'file', name: 'x.json', base64 }] }))
    expect(await value(client.call('exchange.read', { id: 'one' }))).toMatchObject({
      format: { id: 'crossread-json' },
      counts: { articles: 2, highlights: 2, links: 1, conflicts: 0 },
      faults: [],
    })
    const done = await value(client.call('exchange.apply', { id: 'one', partial: false }))
    expect(done).toMatchObject({ undoable: true, counts: { articles: 2, highlights: 2, links: 1 } })
    expect(await value(client.call('article.list', {}))).toMatchObject([{ links: 1 }, { links: 1 }])
  })

  test('has a choice of formats, says beforehand what one of them loses, and writes what it said', async () => {
    const [here, there] = [await addArticle('Here'), await addArticle('There')]
    const [from, to] = [await addHighlight(here, 0, 'denial'), await addHighlight(there, 0)]
    await value(client.call('link.add', { from, to, relation: 'repeats', note: 'why' }))
    const formats = await value(client.call('desk.formats', {}))
    expect(formats[0]).toMatchObject({ id: 'crossread-json', title: 'Crossread JSON', restores: true })
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length)
    for (const { id: format } of formats) {
      const preview = await value(client.call('desk.previewExport', { scope: { kind: 'desk' }, format }))
      const file = await value(client.call('desk.export', { scope: { kind: 'desk' }, format }))
      expect(file).toMatchObject(preview)
      expect(file.encoding === 'base64').toBe(/\.(zip|xlsx|qdpx)$/.test(file.fileName))
    }
    expect(
      await value(client.call('desk.previewExport', { scope: { kind: 'desk' }, format: 'argdown' })),
    ).toMatchObject({
      articles: 2,
      highlights: 2,
      links: 1,
      lost: expect.arrayContaining(['The note of 1 link.']),
      hidden: [],
      start: { name: expect.stringMatching(/\.argdown$/), text: expect.stringContaining('Here') },
    })
  })

  test('of many files is one archive, the same bytes every time', async () => {
    await addArticle('Ministers 👍', 'one two')
    const ask = () => value(client.call('desk.export', { scope: { kind: 'desk' }, format: 'brat' }))
    const file = await ask()
    expect(file).toMatchObject({ fileName: 'test-desk.zip', encoding: 'base64' })
    const entries = unzipSync(Buffer.from(file.contents, 'base64'))
    expect(Object.keys(entries).sort()).toEqual(['annotation.conf', 'crossread.json', 'ministers.ann', 'ministers.txt'])
    expect(strFromU8(entries['ministers.txt'] ?? new Uint8Array())).toBe('one two')
    expect(await ask()).toEqual(file)
  })

  test('in a format that there is not is refused', async () => {
    const answer = await client.call('desk.export', { scope: { kind: 'desk' }, format: 'papyrus' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining('papyrus') },
    })
  })

  test('of an article that is gone is refused', async () => {
    const scope = { kind: 'articles', ids: [NO_ARTICLE] } as const
    expect(await client.call('desk.export', { scope })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

test('speakers are listed by how often they are named', async () => {
  const article = await addArticle('News')
  for (const [start, speaker] of [
    [0, 'Ana'],
    [4, 'Bo'],
    [8, 'Bo'],
    [14, null],
  ] as const) {
    const id = await addHighlight(article, start)
    await value(client.call('highlight.edit', { id, patch: { tag: 'attribution', speaker } }))
  }
  expect(await value(client.call('speaker.list', {}))).toEqual(['Bo', 'Ana'])
})

test('a setting that is not named stays as it is', async () => {
  await value(client.call('settings.set', { annotator: ' Ana ' }))
  expect(await value(client.call('settings.set', { theme: 'dark' }))).toEqual({ annotator: 'Ana', theme: 'dark' })
})
