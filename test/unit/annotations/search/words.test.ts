import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forEachWord, wordsOf } from '#annotations/search/words'

describe('the words of a text', () => {
  test.each([
    ['Straße Ærø Łódź', ['strasse', 'aero', 'lodz']],
    ['the\u00a0“night” ferry—late', ['the', 'night', 'ferry', 'late']],
    ["isn’t / isn't", ['isn', 't', 'isn', 't']],
    ['ﬁne co\u00adop re\u0301sume\u0301', ['fine', 'coop', 'resume']],
    ['ΣΊΣΥΦΟΣ', ['σισυφοσ']],
    ['وزیرِ كتاب ۲۰۲۳', ['وزیر', 'کتاب', '2023']],
    ['می\u200cخواهم', ['میخواہم']],
    ['首相x', ['首', '相', 'x']],
    ['😀 𝐀b', ['ab']],
    ['…', []],
  ])('of %j are %j', (text, words) => expect(wordsOf(text)).toEqual(words))

  test('stand where they are told to: each found again in its own stretch of the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('é', 'ß', ' ', '\u00a0', 'کِ', '’', 'ﬁ', '𝐀', '首'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        let last = 0
        forEachWord(text, (units, length, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
          if (length < 64) {
            expect(wordsOf(text.slice(start, end))).toEqual([String.fromCharCode(...units.subarray(0, length))])
          }
        })
      }),
    )
  })
})
