import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleChanges } from '#annotations/sample/sample'
import { gatherFiles } from '#main/exchange/gather-files'
import { opened } from '../../support/desk-folder'

describe('gathering what is imported', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'crossread-gather-'))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  test('refuses 500 MB by its size, in a sentence, before any of it is read', async () => {
    const path = join(root, 'huge.jsonl')
    await writeFile(path, '')
    await truncate(path, 500 * 1024 * 1024)
    const before = process.memoryUsage().rss
    expect(await gatherFiles([{ path }])).toMatchObject({
      ok: false,
      error: {
        code: 'bad-file',
        message: 'huge.jsonl has 500 MB, and one import takes at most 256 MB.',
        kept: 'Nothing was imported; the desk is as it was.',
      },
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
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
