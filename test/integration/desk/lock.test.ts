import { spawn } from 'node:child_process'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '#main/desk/open-desk'
import { act, opened, plant, snapshot, withDeskFolder } from '../../support/desk-folder'
import { changesOf, generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 2, highlights: 10, links: 4, wordsPerArticle: 120, seed: 1 })
const extra = generateDesk({ articles: 1, highlights: 1, links: 0, wordsPerArticle: 60, seed: 2 })

test('a second opener reads only, says who writes, and changes nothing; after a close the desk can be written again', () =>
  withDeskFolder(async (folder) => {
    const writer = await opened(folder)
    await plant(writer, small)
    const reader = await opened(folder)
    expect(reader.readOnly).toMatch(new RegExp(`open in another Crossread \\(by process ${process.pid} on `))
    expect(await act(reader, 'Add', changesOf(extra))).toMatchObject({ ok: false, error: { code: 'read-only' } })
    await reader.close()
    expect((await act(writer, 'Add', changesOf(extra))).ok).toBe(true)
    await writer.close()
    const next = await opened(folder)
    expect(next.readOnly).toBeNull()
    await next.close()
  }))

test('of many that open at once, one may write', () =>
  withDeskFolder(async (folder) => {
    const desks = await Promise.all(Array.from({ length: 6 }, () => opened(folder)))
    expect(desks.filter((desk) => desk.readOnly === null)).toHaveLength(1)
    for (const desk of desks) await desk.close()
  }))

/** The lock as a process on this machine left it. */
async function leaveLock(folder: string, pid: number, age: number): Promise<void> {
  const desk = await opened(folder)
  const owner = JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'))
  await desk.close()
  const { born: _, ...rest } = owner
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const born = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  await writeFile(join(folder, 'lock.json'), JSON.stringify({ ...rest, token: 'theirs', pid, born }))
  await mkdir(join(folder, 'lock'))
  const then = new Date(Date.now() - age)
  await utimes(join(folder, 'lock'), then, then)
}

test('the fresh lock of a dead process is taken over at once', () =>
  withDeskFolder(async (folder) => {
    const child = spawn(process.execPath, ['--version'])
    await new Promise((resolve) => child.once('exit', resolve))
    await leaveLock(folder, child.pid ?? 0, 0)
    const begun = performance.now()
    const desk = await opened(folder)
    expect(desk.readOnly).toBeNull()
    expect(performance.now() - begun).toBeLessThan(2_000)
    await desk.close()
  }))

test('the lock of a living process is never taken, however long it was not refreshed', () =>
  withDeskFolder(async (folder) => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    try {
      await leaveLock(folder, child.pid ?? 0, 3_600_000)
      const desk = await opened(folder)
      expect(desk.readOnly).toContain(`process ${child.pid}`)
      await desk.close()
    } finally {
      child.kill('SIGKILL')
    }
  }))

test('the lock of another machine is respected while it is fresh, and taken over once it is not', () =>
  withDeskFolder(async (folder) => {
    for (const [age, mine] of [
      [1_000, false],
      [120_000, true],
    ] as const) {
      await (await opened(folder)).close()
      const owner = { token: 'theirs', pid: 1, host: `not-${hostname()}`, born: null, since: new Date().toISOString() }
      await writeFile(join(folder, 'lock.json'), JSON.stringify(owner))
      await mkdir(join(folder, 'lock'), { recursive: true })
      const then = new Date(Date.now() - age)
      await utimes(join(folder, 'lock'), then, then)
      const desk = await opened(folder)
      expect(desk.readOnly === null).toBe(mine)
      await desk.close()
    }
  }))

test('a writer whose lock was taken by another machine while it slept stops writing and says so', () =>
  withDeskFolder(async (folder) => {
    let now = Date.now()
    const desk = await opened(folder, { now: () => now })
    await plant(desk, small)
    const before = snapshot(desk.records)
    const owner = { token: 'theirs', pid: 1, host: `not-${hostname()}`, born: null, since: new Date().toISOString() }
    await writeFile(join(folder, 'lock.json'), JSON.stringify(owner))
    now += 3_600_000
    expect(await act(desk, 'Add', changesOf(extra))).toMatchObject({ ok: false, error: { code: 'read-only' } })
    expect(desk.readOnly).toContain(`not-${hostname()}`)
    expect(desk.problems()).toHaveLength(1)
    expect(snapshot(desk.records)).toEqual(before)
    await desk.close()
  }))

test('opening a desk that cannot be opened leaves no lock behind', () =>
  withDeskFolder(async (folder) => {
    await (await opened(folder)).close()
    await writeFile(join(folder, 'desk.json'), '{"version": 9}')
    expect((await openDesk(folder)).ok).toBe(false)
    await writeFile(join(folder, 'desk.json'), 'broken')
    const desk = await opened(folder)
    expect(desk.readOnly).toBeNull()
    await desk.close()
  }))
