import { appendFile, cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fail, ok } from '#annotations/model/result'
import type { DeskEvent } from '#main/desk/desk'
import { act, opened, plant, snapshot, withDeskFolder } from '../../support/desk-folder'
import { changesOf, generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 3, highlights: 30, links: 12, wordsPerArticle: 120, seed: 1 })
const extra = generateDesk({ articles: 1, highlights: 1, links: 0, wordsPerArticle: 60, seed: 2 })

test('a desk that was closed opens with everything in it, and its files have seen the whole history', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    const before = snapshot(desk.records)
    await desk.close()
    const again = await opened(folder)
    expect(snapshot(again.records)).toEqual(before)
    expect(again.record).toEqual(desk.record)
    expect(again.problems()).toEqual([])
    const marker = JSON.parse(await readFile(join(folder, 'desk.json'), 'utf8'))
    expect(marker.checkpoint).toMatchObject({ seq: 4, articles: 3, annotations: 3 })
    await again.close()
  }))

test('an acknowledged action is found again although the process never got to write the files', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    // Nothing was closed: a second opener reads what a crash would have left.
    const reader = await opened(folder)
    expect(await readdir(join(folder, 'articles'))).toEqual([])
    expect(snapshot(reader.records)).toEqual(snapshot(desk.records))
    await reader.close()
    await desk.close()
  }))

test('undo and redo go on after a restart, to the very first action', () =>
  withDeskFolder(async (folder) => {
    const first = await opened(folder)
    await plant(first, small)
    await act(first, 'Add a fourth', changesOf(extra))
    const full = snapshot(first.records)
    expect((await first.undo()).ok).toBe(true)
    await first.close()

    const second = await opened(folder)
    expect(second.undoState()).toEqual({ undo: 'Add an article', redo: 'Add a fourth' })
    for (let step = 0; step < 4; step++) expect((await second.undo()).ok).toBe(true)
    expect(second.records.articles.size).toBe(0)
    expect(await second.undo()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    await second.close()

    const third = await opened(folder)
    expect(third.undoState().undo).toBeNull()
    for (let step = 0; step < 5; step++) expect((await third.redo()).ok).toBe(true)
    expect(snapshot(third.records)).toEqual(full)
    expect(await third.redo()).toMatchObject({ ok: false, error: { code: 'nothing-to-redo' } })
    await third.close()
  }))

test('a new action after an undo drops what could be redone', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    await desk.undo()
    await act(desk, 'Add a fourth', changesOf(extra))
    expect(desk.undoState()).toEqual({ undo: 'Add a fourth', redo: null })
    await desk.close()
  }))

test('an article that was removed stays removed, and its files are gone', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await act(desk, 'Add', changesOf(extra))
    await desk.close()
    const again = await opened(folder)
    await again.undo()
    await again.close()
    expect(await readdir(join(folder, 'articles'))).toEqual([])
    expect(await readdir(join(folder, 'annotations'))).toEqual([])
    const last = await opened(folder)
    expect(last.records.articles.size).toBe(0)
    expect(last.problems()).toEqual([])
    await last.close()
  }))

test('actions run one at a time in the order of calling, each seeing the one before', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    const seen: number[] = []
    await Promise.all(
      generateDesk({ articles: 5, highlights: 0, links: 0, wordsPerArticle: 10, seed: 3 }).articles.map((article) =>
        desk.act((records, { ids, now }) => {
          seen.push(records.articles.size)
          const id = ids.revision()
          const after = { ...article, revisions: [id] }
          return ok({
            label: 'Add',
            changes: [
              { kind: 'article', id: article.id, before: null, after },
              {
                kind: 'revision',
                id,
                before: null,
                after: { id, articleId: article.id, added: now, source: { kind: 'paste' }, blocks: [] },
              },
            ],
          })
        }),
      ),
    )
    expect(seen).toEqual([0, 1, 2, 3, 4])
    await desk.close()
  }))

test('a plan that fails or changes nothing leaves no trace, and passes on what it said', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    const events: DeskEvent[] = []
    desk.on((event) => events.push(event))
    expect(await desk.act(() => fail('not-allowed', 'No.'))).toMatchObject({ ok: false, error: { message: 'No.' } })
    expect(await desk.act(() => ok({ label: 'Nothing', changes: [], count: 7 }))).toMatchObject({ value: { count: 7 } })
    const stale = changesOf(extra).map((change) => ({ ...change, before: change.after, after: null }) as typeof change)
    expect(await act(desk, 'Remove', stale)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await expect(desk.act(() => Promise.reject(new Error('a bug')) as never)).rejects.toThrow()
    expect(events.filter((event) => event.type === 'changed')).toEqual([])
    expect((await act(desk, 'Add', changesOf(extra))).ok).toBe(true)
    await desk.close()
    expect(await desk.undo()).toMatchObject({ error: { code: 'unavailable' } })
  }))

test('a record that the schema refuses never reaches the disk', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    const [article] = extra.articles
    if (!article) throw new Error('no article')
    const nameless = { ...article, title: '' }
    await expect(
      act(desk, 'Add', [{ kind: 'article', id: article.id, before: null, after: nameless }]),
    ).rejects.toThrow()
    expect(desk.undoState().undo).toBeNull()
    await desk.close()
  }))

test('half a line of a crash is cut off and kept, never glued to the next line', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder, { now: () => Date.UTC(2026, 2, 1) })
    await plant(desk, small)
    await desk.close()
    const journal = join(folder, 'history', '2026-03.jsonl')
    const { size } = await stat(journal)
    await appendFile(journal, '{"v":1,"seq":5,"kind":"do","undo":nul')

    const again = await opened(folder, { now: () => Date.UTC(2026, 2, 2) })
    expect((await stat(journal)).size).toBe(size)
    expect(again.problems()).toEqual([])
    const [kept = ''] = await readdir(join(folder, 'broken'))
    expect(await readFile(join(folder, 'broken', kept), 'utf8')).toContain('"seq":5')
    await act(again, 'Add a fourth', changesOf(extra))
    const full = snapshot(again.records)
    await again.close()
    const last = await opened(folder)
    expect(snapshot(last.records)).toEqual(full)
    await last.close()
  }))

test('a line that was damaged on the disk is told, and every other line is read', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder, { now: () => Date.UTC(2026, 2, 1) })
    await plant(desk, small)
    const journal = join(folder, 'history', '2026-03.jsonl')
    const lines = (await readFile(journal, 'utf8')).split('\n')
    lines[1] = lines[1]?.replace('"note":""', '"note":"x"') ?? ''
    // Read from the beginning, as after a crash before the first checkpoint.
    const copy = `${folder}-copy`
    await cp(folder, copy, { recursive: true, filter: (from) => !from.includes('lock') })
    await writeFile(join(copy, 'history', '2026-03.jsonl'), lines.join('\n'))
    await desk.close()
    const again = await opened(copy)
    const [damaged, loose] = again.problems()
    expect(damaged?.message).toContain('A line of the history cannot be read')
    expect(again.records.articles.size).toBe(2)
    // Links into the lost article are not dropped: they are put where they can be found.
    expect(loose?.message).toMatch(/^\d+ links lost what they belong to: lnk_/)
    const kept = JSON.parse(await readFile(join(copy, loose?.file ?? ''), 'utf8'))
    expect(kept.links.length + again.records.links.size).toBe(small.links.length)
    await again.close()
  }))

test('the history is told newest first, page by page, across months and long lines', () =>
  withDeskFolder(async (folder) => {
    let now = Date.UTC(2026, 0, 31, 23, 59)
    const desk = await opened(folder, { now: () => now })
    const big = generateDesk({ articles: 1, highlights: 500, links: 100, wordsPerArticle: 3_000, seed: 5 })
    await act(desk, 'Add a big one', changesOf(big))
    await act(desk, 'Add', changesOf(extra))
    now = Date.UTC(2026, 1, 1)
    await desk.undo()
    await desk.redo()
    await plant(desk, small)
    expect(await readdir(join(folder, 'history'))).toEqual(['2026-01.jsonl', '2026-02.jsonl'])

    const labels: string[] = []
    let before: string | null = null
    do {
      const page = await desk.history(before, 3)
      if (!page.ok) throw new Error(page.error.message)
      labels.push(...page.value.lines.map((line) => `${line.kind} ${line.changeSet.label}`))
      before = page.value.next
    } while (before !== null)
    expect(labels).toEqual([
      ...Array.from({ length: 4 }, () => 'do Add an article'),
      'redo Add',
      'undo Add',
      'do Add',
      'do Add a big one',
    ])
    expect(await desk.history('nonsense', 3)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    await desk.close()
  }))

test('a clock that was set back does not put new lines before old ones', () =>
  withDeskFolder(async (folder) => {
    let now = Date.UTC(2026, 5, 1)
    const desk = await opened(folder, { now: () => now })
    await act(desk, 'Add', changesOf(extra))
    now = Date.UTC(2026, 3, 1)
    await desk.undo()
    await desk.close()
    expect(await readdir(join(folder, 'history'))).toEqual(['2026-06.jsonl'])
    const again = await opened(folder)
    expect(again.records.articles.size).toBe(0)
    await again.close()
  }))

test('a desk in which nothing ever happened begins with the seed, once', () =>
  withDeskFolder(async (folder) => {
    const seed = () => ok({ label: 'Add the sample', changes: changesOf(extra) })
    const desk = await opened(folder, { seed })
    expect(desk.undoState().undo).toBe('Add the sample')
    await desk.undo()
    await desk.close()
    const again = await opened(folder, { seed })
    expect(again.records.articles.size).toBe(0)
    await again.close()
  }))

test('settings are kept and carried by what is done after', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    expect(await desk.setSettings({ annotator: 'Ada' })).toEqual(ok({ annotator: 'Ada', theme: 'system' }))
    await act(desk, 'Add', changesOf(extra))
    await desk.close()
    const again = await opened(folder)
    expect(again.settings()).toEqual({ annotator: 'Ada', theme: 'system' })
    const page = await again.history(null, 1)
    expect(page.ok && page.value.lines[0]?.changeSet.annotator).toBe('Ada')
    await again.close()
  }))
