import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createRecords } from '#annotations/changes/records'
import { serialise, toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { ok, type Result } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import type { ExchangeProgress } from '#contract/exchange-views'
import type { DeskChanged } from '#contract/views'
import { browserShellPort } from '#main/browser/browser-shell-port'
import type { Desk } from '#main/desk/desk'
import { type DeskService, serveDesk } from '#main/desk/handlers/serve-desk'
import { at } from '../../../scripts/lib/project.mjs'
import { draftOf } from '../../support/article'
import { opened } from '../../support/desk-folder'
import { generateDesk } from '../../support/desk-generator'
import { createMemoryTransport } from '../../support/memory-transport'

const PICKING = { title: 'Import', extensions: ['jsonl'], folder: false }
const WORKER = at('test/support/exchange-worker.mjs')
const SIZE = { articles: 12, highlights: 2_400, links: 600, wordsPerArticle: 800, seed: 7 }
let large: string

beforeAll(() => {
  const made = generateDesk(SIZE)
  const records = createRecords()
  for (const one of made.articles) records.putArticle(one.id, one)
  for (const one of made.revisions) records.putRevision(one.id, one)
  for (const one of made.highlights) records.putHighlight(one.id, one)
  for (const one of made.links) records.putLink(one.id, one)
  const desk = { id: 'dsk_0123456789abcdefghjkmnpqrs', name: 'Bo', created: '2026-01-01T00:00:00.000Z' }
  large = serialise(toCrossreadJson(records, desk as Desk['record'], { kind: 'desk' }))
})

describe('an import of a large file', () => {
  let root: string
  let desk: Desk
  let service: DeskService
  let client: Client
  let told: ExchangeProgress[]
  let changed: DeskChanged[]
  let bugs: unknown[]
  let before: readonly string[]

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'crossread-large-'))
    desk = await opened(join(root, 'desk'))
    before = await leftBehind()
    told = []
    changed = []
    bugs = []
    serve(WORKER)
  })
  afterEach(async () => {
    await service.close()
    await desk.close()
    expect(await leftBehind()).toEqual(before)
    await rm(root, { recursive: true, force: true })
  })

  function serve(worker: string | null) {
    const shell = { ...browserShellPort, pickFiles: async () => ok([join(root, 'huge.jsonl')]) }
    service = serveDesk(desk, shell, '1.2.3', (error) => bugs.push(error), null, null, worker)
    client = createClient(createMemoryTransport(service))
    client.on('exchange.progress', (progress) => void told.push(progress))
    client.on('desk.changed', (change) => void changed.push(change))
  }
  /** Folders that imports put things aside in. */
  async function leftBehind() {
    return (await readdir(tmpdir())).filter((name) => /^crossread-(?:import|files)-/.test(name))
  }
  async function send(text: string, name = 'bo.crossread.json') {
    const bytes = Buffer.from(text)
    const half = Math.floor(bytes.length / 2)
    const part = (from: number, to: number, more: boolean) =>
      client.call('exchange.stage', {
        id: 'one',
        items: [{ kind: 'file', name, base64: bytes.subarray(from, to).toString('base64'), more }],
      })
    await value(part(0, half, true))
    await value(part(half, bytes.length, false))
  }
  async function value<T>(result: Promise<Result<T>>): Promise<T> {
    const settled = await result
    if (!settled.ok) throw new Error(settled.error.message)
    return settled.value
  }
  const read = () => client.call('exchange.read', { id: 'one' })
  const apply = () => client.call('exchange.apply', { id: 'one', partial: false })
  const COUNTS = { articles: 12, highlights: 2_400, links: 600, conflicts: 0 }

  test('sent in parts is read in a thread, told step by step, merged in one change set, and undone', async () => {
    await send(large)
    expect(await value(read())).toMatchObject({ name: 'bo.crossread.json', counts: COUNTS, faultCount: 0 })
    expect([...new Set(told.map(({ step }) => step))]).toEqual(['files', 'reading', 'comparing'])
    expect(told[0]).toMatchObject({ id: 'one', done: 0, total: Buffer.byteLength(large) })
    expect(await value(apply())).toMatchObject({ undoable: true, counts: COUNTS })
    expect(serialise(toCrossreadJson(desk.records, desk.record, { kind: 'desk' })).slice(200)).toContain(
      large.slice(large.indexOf('"articles"')),
    )
    // Windows are told which articles changed, and not of each record: that would hold up both sides.
    const { summaries } = changed[0] ?? { summaries: [] }
    expect(changed).toMatchObject([{ unlisted: true, changes: [], briefs: [], removedArticles: [] }])
    expect(summaries).toHaveLength(12)
    expect(summaries.reduce((sum, { counts }) => sum + counts.claim + counts.attribution + counts.denial, 0)).toBe(
      2_400,
    )
    const search = () => client.call('search.find', { query: 'tag:denial', offset: 0, limit: 5 })
    await expect.poll(async () => (await value(search())).total.articles).toBe(12)
    await value(client.call('desk.undo', {}))
    expect(desk.records.highlights.size).toBe(0)
    expect(changed[1]).toMatchObject({ unlisted: true, changes: [], summaries: [] })
    expect(changed[1]?.removedArticles).toHaveLength(12)
    await expect.poll(async () => (await value(search())).total.articles).toBe(0)
    expect(bugs).toEqual([])
  })

  test('does not take what was planned for a desk that was changed meanwhile', async () => {
    await send(large)
    await value(read())
    const [first] = JSON.parse(large).articles
    const draft = { ...draftOf('The same text, added here', 'x'), blocks: first.revisions.at(-1).blocks }
    const { ids } = await value(client.call('article.add', { drafts: [draft] }))
    expect(await value(apply())).toMatchObject({ counts: { articles: 11, highlights: 2_400, matched: 1 } })
    expect([...desk.records.highlights.values()].filter(({ articleId }) => articleId === ids[0])).toHaveLength(200)
    expect(bugs).toEqual([])
  })

  test('can be given up while it is read: the desk answers meanwhile, and nothing is left of it', async () => {
    await send(large)
    const reading = read()
    expect(await value(client.call('desk.status', {}))).toMatchObject({ readOnly: null })
    await value(client.call('exchange.cancel', { id: 'one' }))
    expect(await reading).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: 'The import was stopped.' },
    })
    expect(await leftBehind()).toEqual(before)
    expect(bugs).toEqual([])
  })

  test('whose thread breaks down is told in a sentence, and reported', async () => {
    const broken = join(root, 'broken.mjs')
    await writeFile(broken, 'throw new Error("out of order")')
    await service.close()
    serve(broken)
    await send(large)
    expect(await read()).toMatchObject({
      ok: false,
      error: { code: 'internal', message: 'The import failed: the part of Crossread that reads it broke down.' },
    })
    expect(String(bugs[0])).toContain('out of order')
  })

  test('that is cut off comes in as far as it goes only if that is wanted, and one of 500 MB not at all', async () => {
    await send(large.slice(0, -1_000))
    const { faults, faultCount } = await value(read())
    expect(faultCount).toBeGreaterThan(0)
    expect(faults[0]).toContain('bo.crossread.json')
    expect(await apply()).toMatchObject({ ok: false, error: { code: 'bad-file', message: faults[0] } })
    expect(desk.records.articles.size).toBe(0)

    await writeFile(join(root, 'huge.jsonl'), '')
    await truncate(join(root, 'huge.jsonl'), 500 * 1024 * 1024)
    const [huge] = (await value(client.call('shell.pickFiles', PICKING))) ?? []
    await value(client.call('exchange.stage', { id: 'two', items: [{ kind: 'picked', token: huge?.token ?? '' }] }))
    expect(await client.call('exchange.read', { id: 'two' })).toMatchObject({
      ok: false,
      error: {
        message: 'huge.jsonl has 500 MB, and one import takes at most 256 MB.',
        kept: 'Nothing was imported; the desk is as it was.',
        next: 'Import it in parts, or merge the folder of its desk.',
      },
    })
  })
})
