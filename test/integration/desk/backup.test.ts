import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { act, opened, plant, withDeskFolder } from '../../support/desk-folder'
import { changesOf, generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 3, highlights: 30, links: 12, wordsPerArticle: 120, seed: 1 })
const extra = generateDesk({ articles: 1, highlights: 1, links: 0, wordsPerArticle: 60, seed: 2 })
const [first] = small.articles
if (!first) throw new Error('no article')
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`

test('each day that the desk is opened leaves one backup, and the last seven are kept', () =>
  withDeskFolder(async (folder) => {
    for (let number = 1; number <= 10; number++) {
      const desk = await opened(folder, { now: () => Date.parse(day(number)) })
      if (number === 1) await plant(desk, small)
      if (number === 9) await act(desk, 'Add a fourth', changesOf(extra))
      await desk.close()
    }
    const backups = join(folder, 'backups')
    expect((await readdir(backups)).sort()).toEqual([4, 5, 6, 7, 8, 9, 10].map(day))
    const inode = async (number: number) => (await stat(join(backups, day(number), 'articles', `${first.id}.json`))).ino
    // Unchanged files are shared between backups, and never with the desk itself.
    expect(await inode(5)).toBe(await inode(4))
    expect((await stat(join(folder, 'articles', `${first.id}.json`))).ino).not.toBe(await inode(4))
    expect(await readdir(join(backups, day(8), 'articles'))).toHaveLength(3)
    expect(await readdir(join(backups, day(10), 'articles'))).toHaveLength(4)
    expect(await readFile(join(backups, day(10), 'desk.json'), 'utf8')).toBe(
      await readFile(join(folder, 'desk.json'), 'utf8'),
    )
  }))

test('half a backup, as a crash leaves it, does not count as one', () =>
  withDeskFolder(async (folder) => {
    const unfinished = join(folder, 'backups', `${day(2)}.unfinished`, 'articles')
    await mkdir(unfinished, { recursive: true })
    await writeFile(join(unfinished, 'left.json'), '{')
    const desk = await opened(folder, { now: () => Date.parse(day(2)) })
    await plant(desk, small)
    await desk.close()
    expect(await readdir(join(folder, 'backups'))).toEqual([day(2)])
    expect(await readdir(join(folder, 'backups', day(2), 'articles'))).toHaveLength(3)
  }))
