import { expect, test } from 'vitest'
import type { Change } from '#annotations/changes/change-set'
import { createRecords } from '#annotations/changes/records'
import { createIdSource } from '#annotations/model/ids'
import { touchedBy } from '#main/desk/touched'
import { generateDesk } from '../../../support/desk-generator'

test('an import’s links are placed by its own highlights, which are gone through once for all of them', () => {
  const made = generateDesk({ articles: 3, highlights: 60, links: 40, wordsPerArticle: 300, seed: 7 })
  let walks = 0
  class Counted extends Array<Change> {
    override [Symbol.iterator]() {
      walks++
      return super[Symbol.iterator]()
    }
  }
  const changes = Counted.from<Change>([
    ...made.links.map((after): Change => ({ kind: 'link', id: after.id, before: null, after })),
    ...made.highlights.map((after): Change => ({ kind: 'highlight', id: after.id, before: null, after })),
  ])
  const ids = createIdSource(
    () => 0,
    (bytes) => bytes,
  )
  const changeSet = { id: ids.changeSet(), label: 'Import', annotator: 'Ada', at: '2026-01-01T00:00:00.000Z', changes }
  const { articles, annotations } = touchedBy(createRecords(), changeSet)
  expect([...articles]).toEqual([])
  expect([...annotations].sort()).toEqual(made.articles.map(({ id }) => id).sort())
  expect(walks).toBe(2)
})
