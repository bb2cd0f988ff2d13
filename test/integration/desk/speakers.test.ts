import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editSpeaker, mergeSpeakers } from '#annotations/changes/actions/speaker-actions'
import { speakerOf } from '#annotations/model/highlight'
import { opened, plant, withDeskFolder } from '../../support/desk-folder'
import { generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 2, highlights: 40, links: 6, wordsPerArticle: 120, seed: 1 })
const [one, two] = new Set(small.highlights.map(speakerOf).filter((name) => name !== null))

test('merged speakers lie in desk.json, outlive every restart and a broken file, and are undone', () =>
  withDeskFolder(async (folder) => {
    if (one === undefined || two === undefined) throw new Error('too few speakers')
    const file = join(folder, 'desk.json')
    let desk = await opened(folder)
    const restart = async () => {
      await desk.close()
      desk = await opened(folder)
      return [...desk.records.speakers.values()]
    }
    await plant(desk, small)
    expect(await restart()).toEqual([])
    expect(await readFile(file, 'utf8')).not.toContain('speakers')
    await desk.act(mergeSpeakers([one, two], 'One and two'))
    expect(await restart()).toMatchObject([{ name: 'One and two', aliases: [one, two].sort() }])
    expect(JSON.parse(await readFile(file, 'utf8')).speakers).toHaveLength(1)

    await desk.act(editSpeaker(one, { note: 'Both' }))
    await desk.close()
    await writeFile(file, '{"version":1')
    desk = await opened(folder)
    expect([...desk.records.speakers.values()]).toMatchObject([{ name: 'One and two', note: 'Both' }])
    await desk.undo()
    await desk.undo()
    expect(await restart()).toEqual([])
    await desk.redo()
    expect(await restart()).toMatchObject([{ note: '' }])
    await desk.close()
  }))
