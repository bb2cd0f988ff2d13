import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { opened, plant, withDeskFolder } from '../../support/desk-folder'
import { generateDesk } from '../../support/desk-generator'

const small = generateDesk({ articles: 2, highlights: 20, links: 6, wordsPerArticle: 120, seed: 1 })
const claim = small.highlights.find(({ tag }) => tag === 'claim')
if (!claim) throw new Error('no claim')
const file = (folder: string) => join(folder, 'annotations', `${claim.articleId}.json`)

test('a verdict lies in the file of its claim, goes with the claim, comes back with undo, and outlives every restart', () =>
  withDeskFolder(async (folder) => {
    let desk = await opened(folder)
    const restart = async () => {
      await desk.close()
      desk = await opened(folder)
      expect(desk.problems()).toEqual([])
      return desk.records.verdicts.get(claim.id)
    }
    await plant(desk, small)
    await restart()
    expect(await readFile(file(folder), 'utf8')).not.toContain('verdicts')
    await desk.act(editVerdict(claim.id, { rating: 'unprovable', note: 'Nobody was there.' }))
    expect(await restart()).toMatchObject({ rating: 'unprovable', note: 'Nobody was there.' })
    expect(JSON.parse(await readFile(file(folder), 'utf8')).verdicts).toHaveLength(1)

    await desk.act(removeHighlights([claim.id]))
    expect(await restart()).toBeUndefined()
    expect(await readFile(file(folder), 'utf8')).not.toContain('verdicts')
    await desk.undo()
    expect(await restart()).toMatchObject({ rating: 'unprovable' })
    await desk.undo()
    expect(await restart()).toBeUndefined()
    await desk.redo()
    expect(await restart()).toMatchObject({ rating: 'unprovable' })
    await desk.close()
  }))
