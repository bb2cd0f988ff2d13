import { cp, readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { opened, snapshot, withDeskFolder } from '../../support/desk-folder'

/** Desks as earlier versions wrote them. They are frozen: a change of format adds a folder, and never touches one. */
const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))
const versions = (await readdir(fixtures)).filter((name) => /^desk-v\d+$/.test(name))

test('there is a frozen desk of every version', () => {
  expect(versions).toEqual(['desk-v1'])
})

test.each(versions)('%s opens today with all that was in it, what its files had not seen included', (version) =>
  withDeskFolder(async (folder) => {
    await cp(`${fixtures}/${version}`, folder, { recursive: true })
    const expected = JSON.parse(await readFile(`${fixtures}/${version}.expected.json`, 'utf8'))
    const desk = await opened(folder)
    expect(desk.problems()).toEqual([])
    expect(desk.record).toEqual(expected.desk)
    expect(desk.settings()).toEqual(expected.settings)
    expect(desk.undoState()).toEqual(expected.undo)
    expect(snapshot(desk.records)).toEqual(expected.records)
    expect((await desk.redo()).ok).toBe(true)
    await desk.close()
  }),
)
