import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeEntry, type Entry, encodeEntry, stacksAfter } from '#main/desk/journal/entry'
import { changesOf, createSeededIds, generateDesk } from '../../../support/desk-generator'

const ids = createSeededIds(1)
const ref = (at: number) => ({ month: '2026-01', at, length: 10, label: `Action at ${at}` })
const entry: Entry = {
  v: 1,
  seq: 7,
  kind: 'do',
  undo: ref(0),
  redo: null,
  changeSet: {
    id: ids.changeSet(),
    label: 'Tag as denial',
    annotator: 'Zoë 🙂',
    at: '2026-01-15T09:30:00.000Z',
    changes: changesOf(generateDesk({ articles: 1, highlights: 2, links: 1, wordsPerArticle: 30, seed: 1 })),
  },
}
const lineOf = (one: Entry) => Buffer.concat([...encodeEntry(one)])
const line = lineOf(entry)

test('a line reads back as it was written, and ends in the only line feed', () => {
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(decodeEntry(line.subarray(0, -1))).toEqual({ state: 'sound', entry })
})

test('the line of an import comes in pieces, and is one JSON object like any other', () => {
  const made = generateDesk({ articles: 3, highlights: 900, links: 300, wordsPerArticle: 300, seed: 1 })
  const large: Entry = { ...entry, changeSet: { ...entry.changeSet, changes: changesOf(made) } }
  const pieces = [...encodeEntry(large)]
  expect(pieces.length).toBeGreaterThan(4)
  const bytes = Buffer.concat(pieces)
  expect(bytes.toString()).toBe(`${JSON.stringify(large).slice(0, -1)},"crc":"${bytes.toString().slice(-11, -3)}"}\n`)
  expect(decodeEntry(bytes.subarray(0, -1))).toEqual({ state: 'sound', entry: large })
})

test('no single damaged bit goes unnoticed, and no line that was cut short', () => {
  fc.assert(
    fc.property(fc.nat(line.length - 2), fc.nat(7), (at, bit) => {
      const damaged = Buffer.from(line.subarray(0, -1))
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit)
      expect(decodeEntry(damaged).state).toBe('broken')
      expect(decodeEntry(line.subarray(0, at)).state).toBe('broken')
    }),
    { numRuns: 500 },
  )
})

test('a line of a newer version is told from a broken one', () => {
  const newer = lineOf({ ...entry, v: 2 } as unknown as Entry)
  expect(decodeEntry(newer.subarray(0, -1))).toEqual({ state: 'newer', version: 2 })
})

test('the last line alone tells both stacks', () => {
  const at = { month: '2026-01', at: 50 }
  const self = { ...at, length: 20, label: 'Tag as denial' }
  expect(stacksAfter({ ...entry, kind: 'do', undo: ref(0), redo: null }, at, 20)).toEqual({ undo: self, redo: null })
  expect(stacksAfter({ ...entry, kind: 'undo', undo: ref(0), redo: ref(9) }, at, 20)).toEqual({
    undo: ref(0),
    redo: self,
  })
  expect(stacksAfter({ ...entry, kind: 'redo', undo: ref(0), redo: ref(9) }, at, 20)).toEqual({
    undo: self,
    redo: ref(9),
  })
})
