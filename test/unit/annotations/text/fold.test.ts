import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, queryWords } from '#annotations/text/fold'

test.each([
  ['Case', 'DENIED', 'denied'],
  ['diacritics', 'Müñchén', 'munchen'],
  ['Urdu vowel marks', 'پَاکِستان', 'پاکستان'],
  ['curly quotes', '“that’s”', '"that\'s"'],
  ['no-break spaces', 'a\u00a0b\u202fc', 'a b c'],
  ['line feeds and double spaces', ' a\n b  c ', 'a b c'],
  ['dashes', '2022–23', '2022-23'],
  ['ligatures', 'oﬃce', 'office'],
  ['soft hyphens', 'min\u00adister', 'minister'],
])('%s make no difference to a folded text', (_what, text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding a folded text changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
})

test('a query is parted into words without the punctuation around them', () => {
  expect(queryWords(' “Lavrov’s”  visit, 4-5 May! ')).toEqual(["lavrov's", 'visit', '4', '5', 'may'])
  expect(queryWords('U.S. — ?')).toEqual(['u.s'])
  expect(queryWords('')).toEqual([])
})

test('a query is found in the text it was copied from', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Café', '“quoted”', 'وزیرِ', 'co-op', 'Ю́ля', '3.5%'), { minLength: 1 }),
      (parts) => {
        const text = parts.join(' ')
        for (const word of queryWords(text)) expect(fold(text)).toContain(word)
      },
    ),
  )
})
