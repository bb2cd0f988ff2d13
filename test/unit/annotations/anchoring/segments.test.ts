import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphemeEnd, graphemeStart, isBlank, segmenterFor, snapSpan } from '#annotations/anchoring/segments'
import { anyText, fastest, fraction, graphemeBoundaries, spanOf } from './texts'

const texts = fc.oneof(anyText('\n'), anyText('\r\n'), fc.string({ unit: 'binary', maxLength: 60 }))

describe('grapheme boundaries', () => {
  test('are those of segmenting the whole text, at every offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const boundaries = [...graphemeBoundaries(text)]
        for (let offset = 0; offset <= text.length; offset++) {
          expect(graphemeStart(text, offset)).toBe(boundaries.findLast((boundary) => boundary <= offset))
          expect(graphemeEnd(text, offset)).toBe(boundaries.find((boundary) => boundary >= offset))
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('a number sign of Arabic script holds on to the space after it', () => {
  expect(graphemeStart('\u0600 a', 1)).toBe(0)
})

describe('snapping a selection', () => {
  test.each([
    ['  no talks \n', 'no talks'],
    ['\u00a0no\u00a0talks\u200b', 'no\u00a0talks'],
    ['\u200f\u2067اجلاس\u2069\u200f ', 'اجلاس'],
    ['\ufeff👍🏽', '👍🏽'],
    ['кто?\r\n', 'кто?'],
  ])('leaves white space and invisible marks off its ends: %j', (text, expected) => {
    const span = snapSpan(text, 0, text.length)
    expect(span && text.slice(span.start, span.end)).toBe(expected)
  })

  test('takes in a character that was half selected, and gives nothing for nothing', () => {
    expect(snapSpan('a👨‍👩‍👧b', 3, 5)).toEqual({ start: 1, end: 9 })
    expect(snapSpan('cafe\u0301!', 0, 4)).toEqual({ start: 0, end: 5 })
    expect(snapSpan('a \n b', 1, 4)).toBeNull()
    expect(snapSpan('abc', 2, 2)).toBeNull()
    expect(snapSpan('', 0, 0)).toBeNull()
  })

  test('never splits a character, keeps every visible one, and a second time changes nothing', () => {
    fc.assert(
      fc.property(texts, fraction, fraction, (text, a, b) => {
        const { start, end } = spanOf(text, a, b)
        const span = snapSpan(text, start, end)
        const visible = Array.from({ length: end - start }, (_, i) => start + i).filter(
          (at) => !isBlank(text.charCodeAt(at)),
        )
        expect(span === null).toBe(visible.length === 0)
        if (!span) return
        const boundaries = graphemeBoundaries(text)
        expect(boundaries.has(span.start) && boundaries.has(span.end)).toBe(true)
        for (const at of visible) expect(at >= span.start && at < span.end).toBe(true)
        expect(snapSpan(text, span.start, span.end)).toEqual(span)
      }),
      { numRuns: 500 },
    )
  })

  test('costs what is around its ends: in a paragraph of a million characters not much more than in a short one', () => {
    const short = 'переговоры не велись 👨‍👩‍👧 no talks ایک '.repeat(100)
    const long = short.repeat(270)
    const snapMany = (text: string) => () => {
      for (let i = 0; i < 1_000; i++) snapSpan(text, text.length / 2 + i, text.length / 2 + i + 90)
    }
    expect(fastest(snapMany(long))).toBeLessThan(10 * fastest(snapMany(short)))
  })
})

test('a language that does not exist falls back to the default one', () => {
  expect([...segmenterFor('word', 'not a language').segment('a b')]).toHaveLength(3)
  expect(segmenterFor('word', 'ur')).toBe(segmenterFor('word', 'ur'))
})
