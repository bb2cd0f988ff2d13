import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createImporter, type Importer } from '#main/import/import-files'
import { LIMITS } from '#main/import/limits'
import { at } from '../../../scripts/lib/project.mjs'
import { bundleImportWorker } from '../../support/import-worker'

const TEXT =
  'A ferry is saved\n\nThe harbour board voted on Tuesday to keep the old ferry in service for another winter.\n'
const fixture = (name: string) => join(at('test/fixtures/imports'), name)

describe('an import of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-import-'))
  let importer: Importer
  let removeWorker = () => {}

  beforeAll(async () => {
    const { url, remove } = await bundleImportWorker()
    removeWorker = remove
    importer = createImporter(url)
  }, 60_000)
  afterAll(async () => {
    await importer.close()
    removeWorker()
    rmSync(folder, { recursive: true, force: true })
  })

  it('reads a folder with all that is in it, and names each file that did not come in', async () => {
    mkdirSync(join(folder, 'week/day'), { recursive: true })
    writeFileSync(join(folder, 'week/a.txt'), TEXT)
    writeFileSync(join(folder, 'week/b.pdf'), '%PDF-1.7 broken')
    writeFileSync(join(folder, 'week/c.txt'), '')
    writeFileSync(join(folder, 'week/.hidden'), TEXT)
    writeFileSync(join(folder, 'week/day/d.pdf'), readFileSync(fixture('columns-en.pdf')))
    writeFileSync(join(folder, 'week/day/e.docx'), readFileSync(fixture('office-ru.docx')))
    symlinkSync(join(folder, 'week'), join(folder, 'week/day/loop'))
    const seen: string[] = []
    const { articles, failures, cancelled } = await importer.importFiles(
      [{ path: join(folder, 'week') }, { path: join(folder, 'gone.txt') }],
      { onProgress: ({ done, total, name }) => seen.push(`${done}/${total} ${name}`) },
    )
    expect(articles.map(({ draft }) => draft.source.name)).toEqual(['a.txt', 'd.pdf', 'e.docx'])
    expect(failures.map(({ name }) => name).sort()).toEqual(['b.pdf', 'c.txt', 'gone.txt'])
    for (const { name, error } of failures) expect(error.message).toMatch(new RegExp(`^"${name}" .+\\.$`))
    expect(seen).toEqual(['0/5 a.txt', '1/5 b.pdf', '2/5 c.txt', '3/5 d.pdf', '4/5 e.docx', '5/5 '])
    expect(cancelled).toBe(false)
  })

  it('stops when it is told to, and keeps what it has', async () => {
    const stop = new AbortController()
    const items = Array.from({ length: 5 }, () => ({ path: fixture('notes-en.md') }))
    const report = await importer.importFiles(items, {
      signal: stop.signal,
      onProgress: ({ done }) => done === 2 && stop.abort(),
    })
    expect(report.articles).toHaveLength(2)
    expect(report.cancelled).toBe(true)
  })

  it('does not take a file above the limit into memory', async () => {
    const path = join(folder, 'huge.txt')
    writeFileSync(path, '')
    truncateSync(path, LIMITS.fileBytes + 1)
    const { failures } = await importer.importFiles([{ path }])
    expect(failures[0]?.error.message).toBe('"huge.txt" is larger than 100 MB.')
  })

  it('reads the clipboard and other bytes as what they are said to be', async () => {
    const bytes = new TextEncoder().encode(`<meta charset="utf-8"><p>${TEXT.trim()}</p>`)
    const context = { source: { kind: 'paste' as const } }
    const { articles } = await importer.importFiles([{ bytes, context, format: 'html' }])
    expect(articles[0]?.draft.source).toEqual({ kind: 'paste' })
  })
})

describe('a worker that fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-bad-worker-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Answers, hangs or dies as the file's name says. */
  const script = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ context }) => {
  if (context.source.name === 'hang.txt') for (;;) {}
  if (context.source.name === 'die.txt') process.exit(1)
  parentPort.postMessage({ ok: true, value: [] })
})`

  it.each([
    ['hang.txt', 'timeout', /took longer than/],
    ['die.txt', 'bad-file', /memory/],
  ])('is ended and replaced: %s', async (name, code, sentence) => {
    writeFileSync(join(folder, 'worker.mjs'), script)
    const importer = createImporter(pathToFileURL(join(folder, 'worker.mjs')), 1_500)
    const file = (name: string) => ({
      bytes: new TextEncoder().encode(TEXT),
      context: { source: { kind: 'file' as const, name } },
    })
    const { failures } = await importer.importFiles([file('a.txt'), file(name), file('b.txt')])
    await importer.close()
    expect(failures).toEqual([
      { name, error: expect.objectContaining({ code, message: expect.stringMatching(sentence) }) },
    ])
  })
})
