import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import type { Desk } from '#main/desk/desk'
import { openDesk } from '#main/desk/open-desk'
import { act, opened, plant, snapshot, withDeskFolder } from '../../support/desk-folder'
import { changesOf, generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 3, highlights: 30, links: 12, wordsPerArticle: 120, seed: 1 })
const extra = generateDesk({ articles: 1, highlights: 1, links: 0, wordsPerArticle: 60, seed: 2 })
const [first] = small.articles
if (!first) throw new Error('no article')

/** A closed desk with some history behind it: an article was added and taken back, too. */
async function closedDesk(folder: string, more?: (desk: Desk) => Promise<void>) {
  const desk = await opened(folder)
  await plant(desk, small)
  await more?.(desk)
  await act(desk, 'Add a fourth', changesOf(extra))
  await desk.undo()
  const full = snapshot(desk.records)
  await desk.close()
  return full
}

async function judgeAll(desk: Desk) {
  for (const { id, tag } of small.highlights) {
    if (tag !== 'claim') continue
    const done = await desk.act(editVerdict(id, { rating: 'false', note: 'The log says so.', sources: ['The log'] }))
    if (!done.ok) throw new Error(done.error.message)
  }
  expect(desk.records.verdicts.size).toBeGreaterThan(3)
}

const FILES = [`articles/${first.id}.json`, `annotations/${first.id}.json`]

test.each(FILES)('%s, when broken, is set aside, told, and rebuilt', (file) =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder, judgeAll)
    await rm(join(folder, 'backups'), { recursive: true })
    await writeFile(join(folder, file), '{"version": 1, "seq": 3,')
    const desk = await opened(folder)
    expect(snapshot(desk.records)).toEqual(full)
    expect(desk.problems()).toMatchObject([
      {
        file,
        message: `${file} could not be read: it is not JSON in UTF-8.`,
        kept: expect.stringContaining('rebuilt'),
      },
    ])
    const [kept = ''] = await readdir(join(folder, 'broken'))
    expect(await readFile(join(folder, 'broken', kept), 'utf8')).toBe('{"version": 1, "seq": 3,')
    await desk.close()
    const again = await opened(folder)
    expect(again.problems()).toEqual([])
    expect(snapshot(again.records)).toEqual(full)
    await again.close()
  }),
)

test.each(FILES)('%s, when removed by something else, is missed, told, and rebuilt', (file) =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder, judgeAll)
    await rm(join(folder, file))
    const desk = await opened(folder)
    expect(snapshot(desk.records)).toEqual(full)
    expect(desk.problems()).toMatchObject([{ file, message: `${file} was missing.` }])
    await desk.close()
    expect((await readFile(join(folder, file), 'utf8')).length).toBeGreaterThan(0)
  }),
)

test('a file of the right form with wrong values is broken too, and named with what is wrong in it', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    const path = join(folder, 'annotations', `${first.id}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('"tag":"claim"', '"tag":"clam"'))
    const desk = await opened(folder)
    expect(desk.problems()[0]?.message).toMatch(/could not be read: highlights\.\d+\.tag/)
    expect(snapshot(desk.records)).toEqual(full)
    await desk.close()
  }))

test('a change by hand that fits is taken over', () =>
  withDeskFolder(async (folder) => {
    await closedDesk(folder)
    const path = join(folder, 'articles', `${first.id}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace(JSON.stringify(first.title), '"Set by hand"'))
    const desk = await opened(folder)
    expect(desk.problems()).toEqual([])
    expect(desk.records.articles.get(first.id)?.title).toBe('Set by hand')
    await desk.close()
  }))

test('bytes that are not UTF-8 break a file: to replace them would change what was written', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    const path = join(folder, 'annotations', `${first.id}.json`)
    await writeFile(path, Buffer.concat([Buffer.from('{"version": 1, "x": "'), Buffer.from([0xff]), Buffer.from('"}')]))
    const desk = await opened(folder)
    expect(desk.problems()[0]?.message).toContain('it is not JSON in UTF-8')
    expect(snapshot(desk.records)).toEqual(full)
    await desk.close()
  }))

test('a file in the place of one of another kind is broken, although Crossread wrote it', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    await cp(join(folder, 'desk.json'), join(folder, FILES[0] ?? ''))
    await cp(join(folder, FILES[1] ?? ''), join(folder, 'desk.json'))
    const desk = await opened(folder)
    expect(desk.problems().map(({ file }) => file)).toEqual(['desk.json', FILES[0]])
    expect(snapshot(desk.records)).toEqual(full)
    await desk.close()
  }))

test('a broken file is rebuilt from its backup when the history is gone', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    // Opening makes the day's backup of what the last day left.
    await rm(join(folder, 'backups'), { recursive: true })
    await (await opened(folder)).close()
    await rm(join(folder, 'history'), { recursive: true })
    await writeFile(join(folder, 'articles', `${first.id}.json`), '')
    const desk = await opened(folder)
    expect(snapshot(desk.records)).toEqual(full)
    expect(desk.problems().map(({ file }) => file)).toEqual([`articles/${first.id}.json`, 'history'])
    expect(desk.undoState()).toEqual({ undo: null, redo: null })
    expect((await act(desk, 'Add a fourth', changesOf(extra))).ok).toBe(true)
    const after = snapshot(desk.records)
    await desk.close()
    const again = await opened(folder)
    expect(again.problems()).toEqual([])
    expect(snapshot(again.records)).toEqual(after)
    await again.close()
  }))

test('an article that is lost for good is told; its annotations wait in their file, and links into it are kept aside', () =>
  withDeskFolder(async (folder) => {
    await closedDesk(folder)
    for (const gone of ['backups', 'history']) await rm(join(folder, gone), { recursive: true })
    await writeFile(join(folder, 'articles', `${first.id}.json`), 'garbage')
    const annotations = await readFile(join(folder, 'annotations', `${first.id}.json`), 'utf8')
    const desk = await opened(folder)
    expect(desk.records.articles.size).toBe(2)
    expect(desk.problems()[0]).toMatchObject({
      message: expect.stringContaining('Neither the history nor a backup'),
      next: expect.any(String),
    })
    for (const link of desk.records.links.values()) expect(desk.records.highlights.has(link.to)).toBe(true)
    await desk.close()
    expect(await readFile(join(folder, 'annotations', `${first.id}.json`), 'utf8')).toBe(annotations)
  }))

test('desk.json, when broken, is set aside and made anew; every record is there and undo goes on', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    for (const contents of ['not JSON', null]) {
      if (contents === null) await rm(join(folder, 'desk.json'))
      else await writeFile(join(folder, 'desk.json'), contents)
      const desk = await opened(folder)
      expect(snapshot(desk.records)).toEqual(full)
      expect(desk.problems()).toMatchObject([{ file: 'desk.json' }])
      expect(desk.undoState()).toEqual({ undo: 'Add an article', redo: 'Add a fourth' })
      await desk.close()
    }
  }))

test('settings that are broken are set aside and told; the usual ones hold', () =>
  withDeskFolder(async (folder) => {
    await closedDesk(folder)
    await writeFile(join(folder, 'settings.json'), '[]')
    const desk = await opened(folder)
    expect(desk.settings()).toEqual({ annotator: '', theme: 'system' })
    expect(desk.problems()).toMatchObject([{ file: 'settings.json', kept: expect.stringContaining('broken') }])
    expect(await readdir(folder)).not.toContain('settings.json')
    await desk.close()
  }))

test('a history that lost its end is told; the files keep what they had, and new actions go on from there', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    const [month = ''] = await readdir(join(folder, 'history'))
    await truncate(join(folder, 'history', month), 5_000)
    const desk = await opened(folder)
    expect(snapshot(desk.records)).toEqual(full)
    expect(desk.problems()).toMatchObject([{ file: 'history', message: 'The end of the history is missing.' }])
    expect(desk.undoState()).toEqual({ undo: null, redo: null })
    await act(desk, 'Add a fourth', changesOf(extra))
    const after = snapshot(desk.records)
    await desk.close()
    const again = await opened(folder)
    expect(again.problems()).toEqual([])
    expect(snapshot(again.records)).toEqual(after)
    await again.undo()
    expect(snapshot(again.records)).toEqual(full)
    await again.close()
  }))

test('what is left of a history that lost its end does not take back what the files have seen since', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    const [month = ''] = await readdir(join(folder, 'history'))
    const { size } = await stat(join(folder, 'history', month))
    await act(desk, 'Rename', [{ kind: 'article', id: first.id, before: first, after: { ...first, title: 'Renamed' } }])
    await desk.close()
    await truncate(join(folder, 'history', month), size)
    const again = await opened(folder)
    expect(again.records.articles.get(first.id)?.title).toBe('Renamed')
    expect((await again.history(null, 10)).ok).toBe(true)
    await again.close()
  }))

test('an action whose line cannot be read any more is not undone, and says why', () =>
  withDeskFolder(async (folder) => {
    const full = await closedDesk(folder)
    const [month = ''] = await readdir(join(folder, 'history'))
    const path = join(folder, 'history', month)
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('"annotator":"Ada"', '"annotator":"Eve"'))
    const desk = await opened(folder)
    expect(await desk.undo()).toMatchObject({
      ok: false,
      error: { code: 'desk-broken', kept: 'The desk is as it was.' },
    })
    expect(snapshot(desk.records)).toEqual(full)
    expect(desk.undoState().undo).toBeNull()
    await desk.close()
  }))

test('a desk of a newer Crossread is refused and not touched', () =>
  withDeskFolder(async (folder) => {
    await closedDesk(folder)
    const path = join(folder, 'desk.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"version": 1', '"version": 2'))
    const before = await readFile(path, 'utf8')
    expect(await openDesk(folder)).toMatchObject({
      ok: false,
      error: { code: 'desk-newer', next: expect.stringContaining('Update') },
    })
    expect(await readFile(path, 'utf8')).toBe(before)
    expect(await readdir(folder)).not.toContain('broken')
  }))

test('a desk with one file of a newer Crossread opens for reading, names the file, and leaves it alone', () =>
  withDeskFolder(async (folder) => {
    await closedDesk(folder)
    const path = join(folder, 'articles', `${first.id}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('"version": 1', '"version": 2'))
    const before = await readFile(path, 'utf8')
    const desk = await opened(folder)
    expect(desk.readOnly).toContain('newer Crossread')
    expect(desk.problems()[0]).toMatchObject({ file: `articles/${first.id}.json` })
    expect(await desk.undo()).toMatchObject({ error: { code: 'read-only' } })
    await desk.close()
    expect(await readFile(path, 'utf8')).toBe(before)
  }))

test('files that are not ours are left alone', () =>
  withDeskFolder(async (folder) => {
    await closedDesk(folder)
    await writeFile(join(folder, 'articles', 'notes.json'), 'mine')
    const desk = await opened(folder)
    expect(desk.problems()).toEqual([])
    await desk.close()
    expect(await readFile(join(folder, 'articles', 'notes.json'), 'utf8')).toBe('mine')
  }))
