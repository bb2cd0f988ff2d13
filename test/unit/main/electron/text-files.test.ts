import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MOST_BYTES, readTextFiles } from '#main/electron/text-files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, contents: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, contents)
  return path
}

test('files are read in the order they were chosen, by their names alone, without a byte order mark', async () => {
  const paths = [await file('b.txt', 'خبر'), await file('a.txt', '\ufeffnews')]
  expect(await readTextFiles(paths)).toEqual({
    ok: true,
    value: [
      { name: 'b.txt', text: 'خبر' },
      { name: 'a.txt', text: 'news' },
    ],
  })
})

test('a file that is not UTF-8 is named, not read wrongly', async () => {
  const paths = [await file('good.txt', 'good'), await file('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]))]
  expect(await readTextFiles(paths)).toMatchObject({
    ok: false,
    error: { code: 'bad-file', message: '“latin.txt” is not a text file in UTF-8.' },
  })
})

test('a file that is too large is refused before it is read', async () => {
  const path = await file('huge.txt', '')
  await truncate(path, MOST_BYTES + 1)
  expect(await readTextFiles([path])).toMatchObject({
    ok: false,
    error: { message: '“huge.txt” is larger than 100 MB.' },
  })
})

test('a file that is gone is named', async () => {
  expect(await readTextFiles([join(folder, 'gone.txt')])).toMatchObject({
    ok: false,
    error: { code: 'bad-file', message: expect.stringContaining('“gone.txt” cannot be read') },
  })
})
