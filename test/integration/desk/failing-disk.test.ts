import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SaveState } from '#contract/views'
import { openDesk } from '#main/desk/open-desk'
import { act, opened, plant, snapshot, withDeskFolder } from '../../support/desk-folder'
import { changesOf, generateDesk } from '../../support/desk-generator'
import { type Fault, faultyFs } from '../../support/faulty-fs'

const small = generateDesk({ articles: 3, highlights: 30, links: 12, wordsPerArticle: 120, seed: 1 })
const extra = generateDesk({ articles: 1, highlights: 1, links: 0, wordsPerArticle: 60, seed: 2 })

const cases: { readonly name: string; readonly fault: Fault; readonly message: RegExp }[] = [
  {
    name: 'the disk is full',
    fault: (operation) => (operation === 'log.write' || operation === 'replace' ? 'ENOSPC' : null),
    message: /^The disk that holds .* is full\.$/,
  },
  {
    name: 'the disk is full, and the half line cannot be taken back at once',
    fault: (operation) => (operation === 'log.write' || operation === 'log.truncate' ? 'ENOSPC' : null),
    message: /full/,
  },
  {
    name: 'the folder became read-only',
    fault: (operation) => (operation === 'log.write' || operation === 'replace' ? 'EROFS' : null),
    message: /^Crossread may not write in /,
  },
  {
    name: 'the disk takes the bytes but does not confirm them',
    fault: (operation) => (operation === 'log.sync' ? 'EIO' : null),
    message: /did not take the change \(EIO\)/,
  },
]

test.each(cases)(
  'when $name, an action is refused in plain words, nothing changes, and a later try works',
  ({ fault, message }) =>
    withDeskFolder(async (folder) => {
      let failing: Fault | null = null
      const desk = await opened(folder, { fs: faultyFs(() => failing) })
      await plant(desk, small)
      const before = snapshot(desk.records)
      const states: SaveState[] = []
      desk.on((event) => event.type === 'save' && states.push(event.save))

      failing = fault
      const refused = await act(desk, 'Add a fourth', changesOf(extra))
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'save-failed', kept: expect.any(String), next: expect.any(String) },
      })
      expect(refused.ok ? '' : refused.error.message).toMatch(message)
      expect(snapshot(desk.records)).toEqual(before)
      expect(desk.undoState()).toEqual({ undo: 'Add an article', redo: null })
      expect(desk.saveState()).toMatchObject({ state: 'failed', kept: expect.any(String), next: expect.any(String) })

      failing = null
      expect((await act(desk, 'Add a fourth', changesOf(extra))).ok).toBe(true)
      expect(states.map(({ state }) => state)).toEqual(['saving', 'failed', 'saving', 'saved'])
      const after = snapshot(desk.records)
      await desk.close()
      const again = await opened(folder)
      expect(again.problems()).toEqual([])
      expect(snapshot(again.records)).toEqual(after)
      await again.close()
    }),
)

test('what a failed write left behind is gone before the next line, although it was longer', () =>
  withDeskFolder(async (folder) => {
    let failing: Fault | null = null
    const desk = await opened(folder, { fs: faultyFs(() => failing) })
    failing = (operation) => (operation === 'log.write' || operation === 'log.truncate' ? 'ENOSPC' : null)
    expect((await act(desk, 'Add three', changesOf(small))).ok).toBe(false)
    failing = null
    expect((await act(desk, 'Add one', changesOf(extra))).ok).toBe(true)
    const [month = ''] = await readdir(join(folder, 'history'))
    const lines = (await readFile(join(folder, 'history', month), 'utf8')).split('\n')
    expect(lines.map((line) => line.slice(0, 6))).toEqual(['{"v":1', ''])
    await desk.close()
  }))

test('when only the files cannot be written, actions go on, the save state says so, and the next opening brings the files up to date', () =>
  withDeskFolder(async (folder) => {
    let failing: Fault | null = null
    const desk = await opened(folder, { fs: faultyFs(() => failing) })
    failing = (operation, path) => (operation === 'replace' && path.includes('annotations') ? 'ENOSPC' : null)
    await plant(desk, small)
    const full = snapshot(desk.records)
    await expect.poll(() => desk.saveState().state).toBe('failed')
    expect((await desk.undo()).ok).toBe(true)
    expect((await desk.redo()).ok).toBe(true)
    expect(desk.saveState()).toMatchObject({ state: 'failed', message: expect.stringContaining('full') })
    await desk.close()
    const again = await opened(folder)
    expect(snapshot(again.records)).toEqual(full)
    await again.close()
    expect(await readdir(join(folder, 'annotations'))).toHaveLength(3)
  }))

test('a folder that is moved away takes along what was acknowledged, the save state says so, and the desk goes on once it is back', () =>
  withDeskFolder(async (folder) => {
    const away = `${folder}-away`
    const desk = await opened(folder)
    await plant(desk, small)
    await rename(folder, away)
    await act(desk, 'Add a fourth', changesOf(extra))
    await expect.poll(() => desk.saveState().state).toBe('failed')
    expect(desk.saveState()).toMatchObject({ message: expect.stringContaining('moved, removed or unplugged') })
    const full = snapshot(desk.records)
    const found = await opened(away)
    expect(snapshot(found.records)).toEqual(full)
    await found.close()
    await rename(away, folder)
    expect((await desk.undo()).ok).toBe(true)
    await desk.close()
    const again = await opened(folder)
    expect(again.undoState().redo).toBe('Add a fourth')
    await again.close()
  }))

test('a folder that is gone for good is written anew when the user goes on, with everything in it', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    await desk.setSettings({ annotator: 'Ada' })
    await rm(folder, { recursive: true })
    expect((await act(desk, 'Add a fourth', changesOf(extra))).ok).toBe(false)
    expect(await readdir(join(folder, '..'))).toEqual([])

    expect((await act(desk, 'Add a fourth', changesOf(extra))).ok).toBe(true)
    expect(desk.problems()).toMatchObject([{ message: expect.stringContaining('wrote the whole desk there anew') }])
    expect(desk.undoState()).toEqual({ undo: 'Add a fourth', redo: null })
    const full = snapshot(desk.records)
    await desk.close()
    const again = await opened(folder)
    expect(again.readOnly).toBeNull()
    expect(again.problems()).toEqual([])
    expect(again.settings().annotator).toBe('Ada')
    expect(snapshot(again.records)).toEqual(full)
    await again.close()
  }))

test('a desk that may only be read opens, says so, refuses actions and touches nothing', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    const full = snapshot(desk.records)
    await desk.close()
    const before = await readdir(folder, { recursive: true })
    const readOnly: Fault = (operation) =>
      ['lock', 'replace', 'move', 'remove', 'makeFolder', 'log.write', 'copy', 'link', 'syncFolder'].includes(operation)
        ? 'EROFS'
        : null
    const reader = await opened(folder, { fs: faultyFs(() => readOnly) })
    expect(reader.readOnly).toMatch(/may not write .* You can read this desk, but not change it\./)
    expect(snapshot(reader.records)).toEqual(full)
    expect(await reader.undo()).toMatchObject({ ok: false, error: { code: 'read-only' } })
    expect(await reader.setSettings({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'read-only' } })
    await reader.close()
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  }))

test('a desk that can be neither read nor made is refused in plain words', () =>
  withDeskFolder(async (folder) => {
    const denied = await openDesk(folder, {
      fs: faultyFs(() => (operation) => (operation === 'makeFolder' ? 'EACCES' : null)),
    })
    expect(denied).toMatchObject({
      ok: false,
      error: { code: 'desk-broken', message: expect.stringContaining('may not write') },
    })
    await writeFile(folder, 'a file where the folder should be')
    expect(await openDesk(folder)).toMatchObject({ ok: false, error: { code: 'desk-broken' } })
    expect(await readFile(folder, 'utf8')).toBe('a file where the folder should be')
  }))
