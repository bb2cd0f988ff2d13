import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '#annotations/exchange/whole-json'
import { must } from '../model-desk'

const RECORDS = [
  ['items', '*'],
  ['kept', 'texts', '*'],
]

/** What a text gives, with the faults in it. */
function read(text: string, records: readonly (readonly string[])[] = RECORDS) {
  const faults: string[] = []
  const json = readJson({ name: 'a.json', text }, records, (sentence) => void faults.push(sentence))
  return { faults, json }
}

/** A record with what trips readers up: braces, quotes and line feeds in its texts, and things within it. */
const record = fc.record({
  id: fc.nat({ max: 99 }),
  words: fc.string({
    unit: fc.constantFrom('a', '{', '}', '[', ']', '"', '\\', ',', ':', '\n', '👍', 'ے'),
    maxLength: 6,
  }),
  anchor: fc.record({ start: fc.nat(), quotes: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }) }),
})
const anyJson = fc
  .record({
    desk: fc.record({ name: fc.constantFrom('a', 'b') }),
    items: fc.array(record, { maxLength: 4 }),
    kept: fc.record({ texts: fc.array(record, { maxLength: 3 }) }),
    end: fc.constant({ count: 3 }),
  })
  .chain((value) =>
    fc.constantFrom(undefined, 2).map((indent) => ({ value, text: JSON.stringify(value, null, indent) })),
  )

function listsIn(value: unknown): readonly unknown[][] {
  const { items = [], kept: { texts = [] } = {} } = Object(value)
  return [items, texts]
}

describe('JSON of which a part is whole', () => {
  test('gives a text that is not at fault as it is, and tells nothing', () => {
    fc.assert(
      fc.property(anyJson, ({ value, text }) => {
        const { faults, json } = read(`\ufeff${text}`)
        expect(must(json)).toEqual({ value, isWhole: true })
        expect(faults).toEqual([])
      }),
    )
  })

  test('cut off anywhere gives each record before the cut, none that is not whole, and counts them', () => {
    fc.assert(
      fc.property(anyJson, fc.double({ min: 0, max: 1, noNaN: true }), ({ value, text }, share) => {
        const cut = Math.min(text.length - 1, 1 + Math.floor(share * (text.length - 1)))
        const { faults, json } = read(text.slice(0, cut))
        const found = listsIn(must(json).value)
        for (const [index, list] of listsIn(value).entries())
          expect(list.slice(0, found[index]?.length)).toEqual(found[index])
        const whole = found.flat().length
        const lines = text.slice(0, cut).split('\n')
        expect(faults).toEqual([
          expect.stringMatching(
            `^a\\.json breaks off at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}\\b`,
          ),
        ])
        expect(faults[0]).toMatch(whole === 0 ? /no whole record / : new RegExp(`: ${whole} whole records? `))
      }),
      { numRuns: 300 },
    )
  })

  test('damaged anywhere gives no record that was not in it', () => {
    const damage = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 12 }),
      fc.constantFrom('', '}', ']', ',', '"', '{', '[', '\u0000', 'x'),
    )
    fc.assert(
      fc.property(anyJson, damage, ({ value, text }, [share, length, by]) => {
        const at = Math.floor(share * text.length)
        const broken = text.slice(0, at) + by + text.slice(at + length)
        const { faults, json } = read(broken)
        // What is still JSON may say anything.
        if (!json.ok || json.value.isWhole) return
        expect(faults.length).toBeGreaterThan(0)
        const there = new Set(
          listsIn(value)
            .flat()
            .map((one) => JSON.stringify(one)),
        )
        for (const one of listsIn(json.value.value).flat()) expect(there).toContain(JSON.stringify(one))
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    [
      '{"items":[{"id":1},\n{"id":2 "x":3},\n{"id":4}]}',
      [1, 4],
      'a.json is damaged at line 2, column 9, in number 2 of “items”: 1 whole record stands before it.',
    ],
    [
      '{"items":[{"id":1,\n{"id":2},\n{"id":4}]}',
      [4],
      'a.json is damaged at line 2, column 1, in number 1 of “items”: no whole record stands before it.',
    ],
    [
      '{"items":[{"id":1,\n{"id":4,\n"x":{}},\n{"id":5}]}',
      [5],
      'a.json is damaged at line 2, column 1, in number 1 of “items”, which is left out as far as line 3: no whole record stands before it.',
    ],
    [
      '{"items":[{"id":1}\n{"id":2}]}',
      [1, 2],
      'a.json is damaged at line 2, column 1, in “items”: 1 whole record stands before it.',
    ],
    [
      '{"items":[{"id":1}]} {"items":[]}',
      [1],
      'a.json has its end at line 1, column 22, and what comes after it cannot be read: 1 whole record stands before it.',
    ],
    ['{"items":[{"id":1}], "id": 12', [1], 'a.json breaks off at line 1, column 30: 1 whole record stands before it.'],
    [
      '{"kept":{"texts":[{"id":7},{"id',
      [],
      'a.json breaks off at line 1, column 32, in number 2 of “texts” of “kept”: 1 whole record stands before it.',
    ],
  ])('%s', (text, ids, sentence) => {
    const { faults, json } = read(text)
    expect(faults).toEqual([sentence])
    expect(listsIn(must(json).value)[0]).toEqual(ids.map((id) => ({ id })))
    const refused = readJson({ name: 'a.json', text }, RECORDS)
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'bad-file', message: sentence, kept: expect.any(String) },
    })
  })

  test('keeps the list that a record is in, and drops a field that no record is in', () => {
    const { json } = read('[{"text":"x","result":[{"id":1},{"id":2', [['*', 'result', '*']])
    expect(must(json).value).toEqual([{ text: 'x', result: [{ id: 1 }] }])
    expect(must(read('{"items":[{"id":1}],"desk":{"name":"a').json).value).toEqual({ items: [{ id: 1 }] })
  })

  test.each(['', 'no such thing', '\u0000\u0001', '"text'])('refuses %j, in which there is nothing', (text) => {
    expect(read(text).json).toMatchObject({ ok: false, error: { message: 'a.json is not valid JSON.' } })
  })

  test('refuses what is nested too deep, in a sentence', () => {
    expect(read('['.repeat(1_000_000)).json).toMatchObject({
      ok: false,
      error: { message: 'a.json is not valid JSON: its values are nested too deep.' },
    })
  })

  test('names no more places than anybody reads', () => {
    const { faults } = read(`{"items":[${'{"id":x},'.repeat(500)}{}]}`)
    expect(faults).toHaveLength(52)
    expect(faults.at(-1)).toBe('a.json is damaged at 449 more places.')
  })
})
