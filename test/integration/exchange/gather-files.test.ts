import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportFormats } from '#annotations/exchange/formats'
import { sampleChanges } from '#annotations/sample/sample'
import { toOneFile } from '#main/desk/handlers/one-file'
import { gatherFiles } from '#main/exchange/gather-files'
import { opened } from '../../support/desk-folder'
import { richFile } from '../../unit/annotations/exchange/exchange-desks'

describe('gathering what is imported', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'crossread-gather-'))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  test.each(['json', 'jsonl', 'jsonld', 'csv', 'tsv', 'ann', 'zip', 'xlsx', 'qdpx'])(
    'refuses 500 MB of .%s by its size, in a sentence, before any of it is read',
    async (ending) => {
      const path = join(root, `huge.${ending}`)
      await writeFile(path, '')
      await truncate(path, 500 * 1024 * 1024)
      const before = process.memoryUsage().rss
      expect(await gatherFiles([{ path }])).toMatchObject({
        ok: false,
        error: {
          code: 'bad-file',
          message: `huge.${ending} has 500 MB, and one import takes at most 256 MB.`,
          kept: 'Nothing was imported; the desk is as it was.',
        },
      })
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    },
  )

  describe.each(['xlsx', 'qdpx'])('of .%s', (ending) => {
    const out = exportFormats.find(({ id }) => id === ending)
    if (!out) throw new Error(ending)
    const { contents } = toOneFile(out.write(richFile(), 'desk'), 'desk')
    const bytes = Buffer.from(contents, 'base64')
    const gather = (some: Uint8Array) => gatherFiles([{ name: `desk.${ending}`, bytes: some }])

    test('names one that is cut off, and gives the files that are whole in it', async () => {
      const all = await gather(bytes)
      if (!all.ok || all.value.kind !== 'files') throw new Error('no files')
      expect(all.value.faults).toEqual([])
      for (const share of [0.75, 0.9, 0.99]) {
        const cut = await gather(bytes.subarray(0, Math.floor(bytes.length * share)))
        if (!cut.ok || cut.value.kind !== 'files') throw new Error('no files')
        const { files, faults } = cut.value
        expect(files.length).toBeGreaterThan(0)
        const found = /^desk\.(?:xlsx|qdpx) breaks off (in|after) (.+): (\d+) whole files? stands? before it\.$/
        const [, place, name, whole] = found.exec(faults[0]?.sentence ?? '') ?? []
        expect(faults).toMatchObject([{ took: 'part' }])
        expect(files.slice(0, Number(whole))).toEqual(all.value.files.slice(0, Number(whole)))
        // Of the file that it breaks off in, a reader of JSON or XML finds how far it goes; no other would.
        const [part, ...others] = files.slice(Number(whole))
        expect(others).toEqual([])
        if (place === 'after') expect(part).toBeUndefined()
        if (part) {
          expect(part.name).toBe(name)
          expect(name).toMatch(/\.(?:json|xml|qde)$/)
          expect(all.value.files.find((one) => one.name === name)?.text.startsWith(part.text)).toBe(true)
        }
      }
    })

    test('refuses what nothing can be read of, and says what it is and what is wrong', async () => {
      const what = ending === 'xlsx' ? 'an Excel workbook' : 'a REFI-QDA project'
      expect(await gather(Buffer.from('no such thing'))).toMatchObject({
        ok: false,
        error: {
          code: 'bad-file',
          message: `desk.${ending} is named as ${what}, which is a ZIP archive. It is none, or its beginning is damaged: nothing in it can be read.`,
        },
      })
      expect(await gather(bytes.subarray(0, 60))).toMatchObject({
        ok: false,
        error: {
          message: expect.stringMatching(
            new RegExp(`^desk\\.${ending}, ${what}, is not whole: it breaks off in its first file, `),
          ),
          next: 'Get it again from where it came from, or export it there once more.',
        },
      })
    })

    test('finds the file whose bytes are spoilt, though it can be unpacked', async () => {
      const stored = zipSync({ 'a.json': strToU8('{"a": 1}'), 'b.json': strToU8('{"b": 2}') }, { level: 0 })
      const at = Buffer.from(stored).indexOf('"b": 2')
      stored[at + 5] = '7'.charCodeAt(0)
      const found = await gather(stored)
      if (!found.ok || found.value.kind !== 'files') throw new Error('no files')
      expect(found.value.files.map(({ name }) => name)).toEqual(['a.json'])
      expect(found.value.faults).toEqual([
        { sentence: `desk.${ending} is damaged: b.json in it cannot be unpacked.`, took: 'part' },
      ])
    })

    test('refuses one that would unpack to more than it may, cut off or not', async () => {
      const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
      for (const [some, says] of [
        [bomb, /^desk\.\w+ would unpack to more than 200 times its size/],
        [bomb.subarray(0, bomb.length - 30), /^desk\.\w+ would unpack to more than 200 times its size/],
      ] as const) {
        expect(await gather(some)).toMatchObject({ ok: false, error: { message: expect.stringMatching(says) } })
      }
    })
  })

  test('refuses a desk in an archive that is cut off: without some of its files it is another desk', async () => {
    const entry = (size: number) => new Uint8Array(size).map((_, index) => (index * 7919) % 251)
    const bytes = zipSync({
      'bo/desk.json': strToU8('{}'),
      'bo/articles/art_1.json': entry(4_000),
      'bo/b.json': entry(4_000),
    })
    expect(await gatherFiles([{ name: 'bo.zip', bytes: bytes.subarray(0, bytes.length - 300) }])).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^bo\.zip breaks off (?:in|after) /) },
    })
  })

  test('takes folders and archives apart, passes over hidden and binary files, and keeps the folders in names', async () => {
    await mkdir(join(root, 'corpus', 'a'), { recursive: true })
    await writeFile(join(root, 'corpus', 'a', '1.txt'), '\ufeffOne')
    await writeFile(join(root, 'corpus', 'a', '1.ann'), '')
    await writeFile(join(root, 'corpus', '.hidden.txt'), 'x')
    await writeFile(join(root, 'corpus', 'logo.png'), 'x')
    await writeFile(join(root, 'corpus', 'latin.txt'), Buffer.from([0xe9, 0x20, 0xe9]))
    await writeFile(join(root, 'corpus', 'more.zip'), zipSync({ 'b/2.ann': strToU8('T1\tclaim 0 1\tx\n') }))
    const gathered = await gatherFiles([{ path: join(root, 'corpus') }])
    if (!gathered.ok || gathered.value.kind !== 'files') throw new Error('no files')
    expect(gathered.value.files.map(({ name }) => name)).toEqual(['corpus/a/1.ann', 'corpus/a/1.txt', 'b/2.ann'])
    expect(gathered.value.passed).toEqual(['corpus/latin.txt', 'corpus/logo.png'])
  })

  test('knows a desk in its folder and in an archive, and unpacks no file that is none of a desk', async () => {
    const desk = await opened(join(root, 'desk'), { seed: sampleChanges })
    await desk.close()
    expect(await gatherFiles([{ path: join(root, 'desk') }])).toMatchObject({ ok: true, value: { kind: 'desk' } })
    const entries: Record<string, Uint8Array> = { 'bos/evil.json': strToU8('{}') }
    for (const entry of await readdir(join(root, 'desk'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      entries[`bos/${path.slice(join(root, 'desk').length + 1)}`] = await readFile(path)
    }
    await writeFile(join(root, 'bos.zip'), zipSync(entries))
    const gathered = await gatherFiles([{ path: join(root, 'bos.zip') }])
    if (!gathered.ok || gathered.value.kind !== 'desk') throw new Error('no desk')
    const { folder, discard } = gathered.value
    expect((await readdir(folder)).sort()).toEqual(['annotations', 'articles', 'desk.json', 'history'])
    const copy = await opened(folder, { readOnly: true })
    expect(copy.records.articles.size).toBe(5)
    await copy.close()
    await discard()
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  test('refuses an archive that leads out of itself, and what holds no such file', async () => {
    await writeFile(join(root, 'evil.zip'), zipSync({ '../../evil.json': strToU8('{}') }))
    expect(await gatherFiles([{ path: join(root, 'evil.zip') }])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('leads out of it') },
    })
    await writeFile(join(root, 'logo.png'), 'x')
    expect(await gatherFiles([{ path: join(root, 'logo.png') }])).toMatchObject({
      ok: false,
      error: { message: 'logo.png holds no file that Crossread can import.' },
    })
  })
})
