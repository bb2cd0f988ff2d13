import { expect, test } from 'vitest'
import { decideConflicts } from '#annotations/changes/actions/conflict-actions'
import { editHighlight } from '#annotations/changes/actions/highlight-actions'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import { serialise, toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import type { Result } from '#annotations/model/result'
import type { Desk } from '#main/desk/desk'
import { createStaging } from '#main/exchange/staging'
import { opened, plant, snapshot, withDeskFolder } from '../../support/desk-folder'
import { generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 2, highlights: 20, links: 6, wordsPerArticle: 120, seed: 1 })
const [first, second] = small.highlights
if (!first || !second) throw new Error('too few highlights')

const must = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.message)
  return settled.value
}

/** The desk as a colleague has it, with her own notes on two highlights. */
function colleagues(desk: Desk): string {
  const file = toCrossreadJson(desk.records, desk.record, { kind: 'desk' })
  const highlights = file.highlights.map((one): CrossreadFile['highlights'][number] =>
    one.id === first?.id || one.id === second?.id ? { ...one, note: 'Bo asked them', annotator: 'Bo' } : one,
  )
  return serialise(crossreadFileSchema.parse({ ...file, highlights }))
}

async function importing(desk: Desk, text: string) {
  const staging = await createStaging(desk, [{ name: 'bo.json', bytes: Buffer.from(text) }], { worker: null })
  const input = { labels: null, remembered: {}, restore: false, annotator: 'Ada' }
  try {
    const { merged } = await must(staging.read(input))
    return { merged, done: await must(staging.apply()) }
  } finally {
    await staging.close()
  }
}

test('a merge with conflicts, and each decision of them, is undone and done again in turn, also over restarts', () =>
  withDeskFolder(async (folder) => {
    let desk = await opened(folder)
    const restart = async () => {
      await desk.close()
      desk = await opened(folder)
      expect(desk.problems()).toEqual([])
    }
    await plant(desk, small)
    const text = colleagues(desk)
    const states = [snapshot(desk.records)]
    const noteState = () => void states.push(snapshot(desk.records))

    expect((await importing(desk, text)).merged).toMatchObject({ conflicts: 2, waiting: 0 })
    noteState()
    const [one, other] = [...desk.records.conflicts.values()]
    if (!one || !other) throw new Error('no conflicts')
    await must(desk.act(decideConflicts([one.id], 'other')))
    noteState()
    await must(desk.act(decideConflicts([other.id], 'here')))
    noteState()
    expect(desk.records.conflicts.size).toBe(0)
    expect(desk.records.highlights.get(first.id)?.note === 'Bo asked them').toBe(one.of.id === first.id)

    for (const times of [1, 2]) {
      for (let back = states.length - 2; back >= 0; back--) {
        await must(desk.undo())
        if (times === 2) await restart()
        expect(snapshot(desk.records)).toEqual(states[back])
      }
      for (const state of states.slice(1)) {
        await must(desk.redo())
        if (times === 2) await restart()
        expect(snapshot(desk.records)).toEqual(state)
      }
    }
    await desk.close()
  }))

test('a merge that is made again while its conflicts wait asks nothing twice, and says that they wait', () =>
  withDeskFolder(async (folder) => {
    const desk = await opened(folder)
    await plant(desk, small)
    const text = colleagues(desk)
    await importing(desk, text)
    const before = snapshot(desk.records)
    const { merged } = await importing(desk, text)
    expect(merged).toMatchObject({ conflicts: 0, waiting: 2, older: 0, highlights: 0 })
    expect(snapshot(desk.records)).toEqual(before)

    // A decision that was undone waits again; what was written since stays when it is taken once more.
    const [one] = [...desk.records.conflicts.values()]
    if (one?.of.kind !== 'highlight') throw new Error('no conflict')
    await must(desk.act(decideConflicts([one.id], 'other')))
    await must(desk.undo())
    await must(desk.act(editHighlight(one.of.id, { note: 'Ada wrote on' })))
    expect((await importing(desk, text)).merged).toMatchObject({ conflicts: 0, waiting: 2 })
    await must(desk.act(decideConflicts([one.id], 'here')))
    expect(desk.records.highlights.get(one.of.id)?.note).toBe('Ada wrote on')
    expect((await importing(desk, text)).merged).toMatchObject({ conflicts: 0, waiting: 1, older: 1 })
    await desk.close()
  }))
