import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asksNothing, FILTER_NAMES, filterText, parseQuery, withoutFilter } from '#annotations/search/query'

describe('a query', () => {
  test('of words takes each as a beginning; a short one only while it is typed', () => {
    expect(parseQuery('night fe').terms).toEqual([
      { words: ['night'], prefix: true, fuzzy: false },
      { words: ['fe'], prefix: true, fuzzy: false },
    ])
    expect(parseQuery('fe ').terms).toEqual([{ words: ['fe'], prefix: false, fuzzy: false }])
    expect(parseQuery('fe* ').terms).toEqual([{ words: ['fe'], prefix: true, fuzzy: false }])
  })

  test('takes words in quotes of any kind in a row, and so those that a sign joins', () => {
    for (const text of ['"the night"', '“the night”', '„the night“', '«the night»']) {
      expect(parseQuery(text).terms).toEqual([{ words: ['the', 'night'], prefix: false, fuzzy: false }])
    }
    expect(parseQuery('"the ni').terms).toEqual([{ words: ['the', 'ni'], prefix: true, fuzzy: false }])
    expect(parseQuery('COVID-19 ').terms).toEqual([{ words: ['covid', '19'], prefix: false, fuzzy: false }])
  })

  test('takes a word with ~ as one that is spelled alike', () => {
    expect(parseQuery('lavrof~').terms).toEqual([{ words: ['lavrof'], prefix: false, fuzzy: true }])
  })

  test('reads every filter', () => {
    const { filters, terms, hints } = parseQuery(
      'tag:denial,claims speaker:"Ada L" publisher:Herald date:2022..2023-05 linked:no relation:den article:ferry',
    )
    expect(filters).toEqual({
      tags: ['denial', 'claim'],
      relations: ['denies'],
      speakers: [['ada', 'l']],
      publishers: [['herald']],
      articles: [{ id: 'ferry', words: ['ferry'] }],
      date: { from: '2022', to: '2023-05' },
      linked: false,
    })
    expect([...terms, ...hints]).toEqual([])
  })

  test.each([
    ['date:2022..', { from: '2022', to: null }],
    ['date:..2023', { from: null, to: '2023' }],
    ['date:2023-05', { from: '2023-05', to: '2023-05' }],
    ['date:2024..2022', { from: '2022', to: '2024' }],
  ])('reads %s', (text, date) => expect(parseQuery(text).filters.date).toEqual(date))

  test.each([
    ['tag:', 'tag: takes claim, attribution or denial.'],
    ['tag:rumour', 'tag: takes claim, attribution or denial, not “rumour”.'],
    ['linked:maybe', 'linked: takes yes or no, not “maybe”.'],
    ['date:yesterday', 'is no date'],
    ['date:2024..2022', '“2024..2022” is taken for 2022..2024.'],
    ['"night fer', '“night fer” is searched for as words in a row.'],
    ['speaker:""', 'speaker: takes a name'],
    ['tags:claim', 'did you mean tag:?'],
  ])('says of %s what is wrong with it', (text, hint) => {
    expect(parseQuery(text).hints).toEqual([expect.stringContaining(hint)])
  })

  test('leaves colons that are no filter alone', () => {
    expect(parseQuery('at 10:30 https://a.example').hints).toEqual([])
    expect(parseQuery('"closed words" date:2022..2023 date:2022..').hints).toEqual([])
  })

  test('never fails, and asks for something or says why not', () => {
    const token = fc.oneof(
      fc.string(),
      fc.constantFrom('"', '“', '~', '*', ':', ' ', 'ferry', '..'),
      fc.constantFrom(...FILTER_NAMES).map((name) => `${name}:`),
    )
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        const text = tokens.join('')
        const query = parseQuery(text)
        for (const { start, end, name } of query.parts)
          expect(text.slice(start, end).toLowerCase()).toContain(`${name}:`)
        if (/[a-z]{2}/i.test(text)) expect(!asksNothing(query) || query.hints.length > 0).toBe(true)
      }),
    )
  })

  test('loses a filter that is taken out, and nothing else', () => {
    const text = `night ${filterText('speaker', 'Ada Lovelace')} ferry`
    const [part] = parseQuery(text).parts
    expect(part && withoutFilter(text, part)).toBe('night ferry')
  })
})
