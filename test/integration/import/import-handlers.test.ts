import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import type { ImportAnswer, ImportItem, ImportProgress } from '#contract/import-views'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { type DeskService, serveDesk } from '#main/desk/handlers/serve-desk'
import { at } from '../../../scripts/lib/project.mjs'
import { bundleImportWorker } from '../../support/import-worker'
import { createMemoryDesk } from '../../support/memory-desk'
import { createMemoryTransport } from '../../support/memory-transport'

const path = (name: string) => join(at('test/fixtures/imports'), name)
const file = (name: string): ImportItem => ({ kind: 'file', name, base64: readFileSync(path(name)).toString('base64') })
const text = (name: string, contents: string): ImportItem => ({
  kind: 'file',
  name,
  base64: Buffer.from(contents).toString('base64'),
})

describe('reading articles for a window', () => {
  let worker: URL
  let removeWorker = () => {}
  let service: DeskService
  let client: Client
  let bugs: unknown[]

  beforeAll(async () => {
    const { url, remove } = await bundleImportWorker()
    worker = url
    removeWorker = remove
  }, 60_000)
  afterAll(() => removeWorker())
  beforeEach(() => {
    bugs = []
    const shell = { ...browserShellPort, pickFiles: async () => ok([path('office-en.docx')]) }
    service = serveDesk(createMemoryDesk(), shell, '1.2.3', (error) => bugs.push(error), worker)
    client = createClient(createMemoryTransport(service))
  })
  afterEach(() => {
    service.close()
    expect(bugs).toEqual([])
  })

  const read = async (items: readonly ImportItem[], id = 'one'): Promise<ImportAnswer> => {
    const answer = await client.call('import.read', { id, items })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value
  }

  it('reads several formats in one go, and tells of each bad file in a sentence while it goes on', async () => {
    const seen: ImportProgress[] = []
    client.on('import.progress', (progress) => seen.push(progress))
    const { drafts, failures, cancelled } = await read([
      file('newsSite-en.html'),
      text('broken.pdf', '%PDF-1.7 broken'),
      file('office-ru.docx'),
      file('wire-ur.jsonl'),
    ])
    expect(drafts[0]?.draft).toMatchObject({
      title: 'Dam at Orrin Vale to be drained after crack is found',
      publisher: 'Lantern Coast Courier',
      source: { kind: 'file', name: 'newsSite-en.html' },
    })
    expect(drafts.map(({ draft }) => draft.source.name)).toContain('office-ru.docx')
    expect(drafts.map(({ draft }) => draft.source.name)).toContain('wire-ur.jsonl')
    expect(failures).toMatchObject([{ name: 'broken.pdf', error: { code: 'bad-file' } }])
    expect(failures[0]?.error.message).toMatch(/^"broken.pdf" .+\.$/)
    expect(cancelled).toBe(false)
    expect(seen[0]).toEqual({ id: 'one', done: 0, total: 4, name: 'newsSite-en.html' })
    expect(seen.at(-1)).toEqual({ id: 'one', done: 4, total: 4, name: '' })
  })

  it('reads what was picked in the shell by its token, and no path that a page makes up', async () => {
    const picked = await client.call('shell.pickFiles', { title: 'Add articles', extensions: ['docx'], folder: false })
    const [one] = (picked.ok && picked.value) || []
    expect(one).toEqual({ token: expect.any(String), name: 'office-en.docx' })
    const { drafts, failures } = await read([
      { kind: 'picked', token: one?.token ?? '' },
      { kind: 'picked', token: path('office-en.odt') },
    ])
    expect(drafts.map(({ draft }) => draft.source.name)).toEqual(['office-en.docx'])
    expect(failures).toMatchObject([{ error: { code: 'not-found' } }])
  })

  it('stops when it is cancelled, and keeps what it has', async () => {
    client.on('import.progress', ({ done, id }) => {
      if (done === 1) void client.call('import.cancel', { id })
    })
    const { drafts, cancelled } = await read(Array.from({ length: 50 }, () => file('newsSite-en.html')))
    expect(cancelled).toBe(true)
    expect(drafts.length).toBeLessThan(50)
  })

  it('keeps the emphasis of a copied passage, and knows that it was pasted', async () => {
    const { drafts } = await read([
      { kind: 'clip', html: '<h1>Ferry saved</h1><p>The board <b>voted</b> on Tuesday to keep the old ferry.</p>' },
    ])
    expect(drafts[0]?.draft).toMatchObject({ title: 'Ferry saved', source: { kind: 'paste' } })
    const marks = drafts[0]?.draft.blocks.flatMap((block) => block.marks ?? [])
    expect(marks).toEqual([{ type: 'bold', start: 10, end: 15 }])
  })

  it('recognises the same text and a nearly equal one, in the desk and in the same import', async () => {
    const first = await read([file('newsSite-en.html')], 'first')
    expect(first.drafts[0]?.twin).toBeNull()
    const added = await client.call('article.add', { drafts: first.drafts.map(({ draft }) => draft) })
    const id = added.ok ? added.value.ids[0] : undefined
    const page = readFileSync(path('newsSite-en.html'), 'utf8')
    const { drafts } = await read(
      [
        file('newsSite-en.html'),
        text('retold.html', page.replace('drain its largest dam', 'empty its largest dam')),
        file('blogSite-ru.html'),
        file('blogSite-ru.html'),
      ],
      'second',
    )
    expect(drafts[0]?.twin).toEqual({ kind: 'same', id, title: first.drafts[0]?.draft.title })
    expect(drafts[1]?.twin).toMatchObject({ kind: 'near', id })
    expect(drafts[2]?.twin).toBeNull()
    expect(drafts[3]?.twin).toMatchObject({ kind: 'same', id: null })
  })

  it('fetches the page that was asked for and nothing else, and says what a server refuses', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (request.url === '/gone') return response.writeHead(404).end()
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(readFileSync(path('newsSite-en.html')))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const { drafts, failures } = await read([
        { kind: 'page', url: `${origin}/dam` },
        { kind: 'page', url: `${origin}/gone` },
        { kind: 'page', url: 'file:///etc/hosts' },
      ])
      expect(drafts[0]?.draft).toMatchObject({ publisher: 'Lantern Coast Courier', source: { kind: 'web' } })
      expect(failures.map(({ error }) => error.code)).toEqual(['not-found', 'invalid-input'])
      expect(asked).toEqual(['/dam', '/gone'])
    } finally {
      server.close()
    }
  })
})
