import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaretUnit, expandSpan, moveOffset } from '#annotations/anchoring/caret'
import { anyText, fastest, fraction, graphemeBoundaries, spanOf } from './texts'

/** What the caret passes over on its way through the text, forward or backward. */
function steps(text: string, unit: CaretUnit, direction: 1 | -1, locale?: string): string[] {
  const passed: string[] = []
  for (let at = direction === 1 ? 0 : text.length; at !== (direction === 1 ? text.length : 0); ) {
    const next = moveOffset(text, at, unit, direction, locale)
    passed.push(text.slice(Math.min(at, next), Math.max(at, next)))
    at = next
  }
  return passed
}

const TEXT = 'Mr. Ali of the U.S. Embassy said: no. “Why?” he asked, on Sept. 5. Then it ended.\n\nSecond part 👨‍👩‍👧.'

describe('the caret', () => {
  test('moves by whole characters', () => {
    expect(steps('e\u0301👨‍👩‍👧\nb', 'character', 1)).toEqual(['e\u0301', '👨‍👩‍👧', '\n', 'b'])
    expect(steps('e\u0301👨‍👩‍👧\nb', 'character', -1)).toEqual(['b', '\n', '👨‍👩‍👧', 'e\u0301'])
  })

  test('moves to the end of a word forward and to its start backward, stopping at the edges of a paragraph', () => {
    expect(steps('He said.\n“No”', 'word', 1)).toEqual(['He', ' said', '.', '\n“No', '”'])
    expect(steps('“No”\nhe said', 'word', -1)).toEqual(['said', 'he ', 'No”\n', '“'])
  })

  test('finds the words of Urdu, Russian and Thai', () => {
    expect(steps('وزیر خارجہ نے', 'word', 1, 'ur')).toEqual(['وزیر', ' خارجہ', ' نے'])
    expect(steps('Министр — отрицал', 'word', 1, 'ru')).toEqual(['Министр', ' — отрицал'])
    expect(steps('ภาษาไทย', 'word', 1, 'th')).toEqual(['ภาษา', 'ไทย'])
  })

  test('moves by sentences, undisturbed by titles, initials, dates and a question that is quoted', () => {
    expect(steps(TEXT, 'sentence', 1)).toEqual([
      'Mr. Ali of the U.S. Embassy said: no.',
      ' “Why?” he asked, on Sept. 5.',
      ' Then it ended.',
      '\n\nSecond part 👨‍👩‍👧.',
    ])
    expect(steps(TEXT, 'sentence', -1)).toEqual([
      'Second part 👨‍👩‍👧.',
      'Then it ended.\n\n',
      '“Why?” he asked, on Sept. 5. ',
      'Mr. Ali of the U.S. Embassy said: no. ',
    ])
    expect(steps('А. Петров сказал. Потом ушёл.', 'sentence', 1)).toEqual(['А. Петров сказал.', ' Потом ушёл.'])
    expect(steps('اس نے کہا۔ پھر گیا۔', 'sentence', 1)).toEqual(['اس نے کہا۔', ' پھر گیا۔'])
  })

  test('moves by paragraphs, over empty ones', () => {
    expect(steps('One. \n \n\nTwo.', 'paragraph', 1)).toEqual(['One.', ' \n \n\nTwo.'])
    expect(steps(' One.\n\nTwo.', 'paragraph', -1)).toEqual(['Two.', 'One.\n\n', ' '])
  })

  test('always lands between characters and always gets on, in any text and from any offset', () => {
    const texts = fc.oneof(anyText('\n'), anyText('\r\n'))
    const unit = fc.constantFrom<CaretUnit>('character', 'word', 'sentence', 'paragraph')
    fc.assert(
      fc.property(texts, fraction, unit, fc.constantFrom<1 | -1>(1, -1), (text, at, by, direction) => {
        const offset = Math.floor(at * text.length)
        const next = moveOffset(text, offset, by, direction)
        expect(graphemeBoundaries(text).has(next)).toBe(true)
        if (direction === 1) expect(next === text.length || next > offset).toBe(true)
        else expect(next === 0 || next < offset).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('costs little more in a paragraph of a million characters than in one of a thousand', () => {
    const short = 'слово and 汉字, '.repeat(70)
    const long = short.repeat(1_000)
    const moveMany = (text: string) => () => {
      const middle = Math.floor(text.length / 2)
      for (let i = 0; i < 20; i++) moveOffset(text, middle + i, i % 2 ? 'word' : 'sentence', i % 4 > 1 ? 1 : -1)
    }
    expect(fastest(moveMany(long))).toBeLessThan(20 * fastest(moveMany(short)))
  })

  test('crosses a stretch without words that is longer than it looks at once', () => {
    const text = `one ${'… '.repeat(3_000)}two`
    expect(moveOffset(text, 3, 'word', 1)).toBe(text.length)
    expect(moveOffset(text, text.length - 3, 'word', -1)).toBe(0)
  })
})

describe('growing a selection', () => {
  test('takes the word, then the sentence, then the paragraph, and stops', () => {
    const grown: string[] = []
    let span = { start: 5, end: 5 }
    for (let i = 0; i < 4; i++) {
      span = expandSpan(TEXT, span)
      grown.push(TEXT.slice(span.start, span.end))
    }
    const paragraph = TEXT.slice(0, TEXT.indexOf('\n'))
    expect(grown).toEqual(['Ali', 'Mr. Ali of the U.S. Embassy said: no.', paragraph, paragraph])
  })

  test('over two paragraphs takes the whole of both', () => {
    const text = 'One two. Three.\nFour. Five.'
    const grow = (start: number, end: number) => {
      const span = expandSpan(text, { start, end })
      return [text.slice(span.start, span.end), span] as const
    }
    const [words, span] = grow(10, 18)
    expect(words).toBe('Three.\nFour')
    const [sentences, next] = grow(span.start, span.end)
    expect(sentences).toBe('Three.\nFour.')
    expect(grow(next.start, next.end)[0]).toBe(text)
  })

  test('never shrinks, and ends whole', () => {
    fc.assert(
      fc.property(anyText(), fraction, fraction, (text, a, b) => {
        const span = spanOf(text, a, b)
        const wider = expandSpan(text, span)
        expect(wider.start <= span.start && wider.end >= span.end).toBe(true)
        expect(expandSpan(text, wider).start).toBeLessThanOrEqual(wider.start)
      }),
    )
  })
})
