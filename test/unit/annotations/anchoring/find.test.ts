import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostEdits } from '#annotations/anchoring/candidates'
import { CONTEXT, describePassage } from '#annotations/anchoring/describe'
import { findPassage } from '#annotations/anchoring/find'
import { snapSpan } from '#annotations/anchoring/segments'
import { anyText, distinctText, fraction, graphemeBoundaries, spanOf } from './texts'

/** Describes `words` in one text and says where they are found in another. */
function refind(text: string, words: string, other: string, nth = 0) {
  let start = -1
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1)
  const match = findPassage(other, describePassage(text, start, start + words.length))
  return match && { ...match, words: other.slice(match.start, match.end) }
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[b.length] ?? 0
}

describe('describing a passage', () => {
  test('keeps its words and 32 units on each side, cut between characters', () => {
    const family = '👨‍👩‍👧'
    const text = `${'a'.repeat(4)}${family.repeat(4)}talks${family.repeat(4)}b`
    const { quote } = describePassage(text, 36, 41)
    expect(quote).toEqual({ exact: 'talks', prefix: family.repeat(4), suffix: family.repeat(4) })
    const shifted = describePassage(`-${text}`, 38, 41)
    expect(shifted.quote.prefix).toBe(`${family.repeat(3)}t`)
  })

  test('refuses what is no passage', () => {
    expect(() => describePassage('abc', 2, 2)).toThrow(RangeError)
    expect(() => describePassage('abc', 1, 4)).toThrow(RangeError)
    expect(() => describePassage('abc', -1, 2)).toThrow(RangeError)
  })

  test('never cuts a character in its context', () => {
    fc.assert(
      fc.property(anyText(), fraction, fraction, (text, a, b) => {
        const { start, end } = spanOf(text, a, b)
        const span = snapSpan(text, start, end)
        if (!span) return
        const { quote } = describePassage(text, span.start, span.end)
        const boundaries = graphemeBoundaries(text)
        expect(boundaries.has(span.start - quote.prefix.length)).toBe(true)
        expect(boundaries.has(span.end + quote.suffix.length)).toBe(true)
        expect(Math.max(quote.prefix.length, quote.suffix.length)).toBeLessThanOrEqual(CONTEXT)
      }),
    )
  })
})

describe('finding a passage', () => {
  const ARTICLE = 'The minister met the envoy.\nHe said no talks were held in the capital.\nThe envoy denied that.'

  test('in the same text gives the same place', () => {
    expect(refind(ARTICLE, 'no talks were held', ARTICLE)).toMatchObject({ method: 'position', score: 1 })
  })

  test('that moved is found by its words', () => {
    const moved = `Updated on Friday.\n${ARTICLE}`
    expect(refind(ARTICLE, 'no talks were held', moved)).toMatchObject({
      method: 'quote',
      score: 1,
      words: 'no talks were held',
    })
  })

  test('that was edited is found by likeness, with a lower score the more was edited', () => {
    const once = refind(ARTICLE, 'no talks were held in the capital', ARTICLE.replace('talks were', 'talks was'))
    const twice = refind(
      ARTICLE,
      'no talks were held in the capital',
      ARTICLE.replace('talks were', 'talks was').replace('capital', 'Capitol'),
    )
    expect(once).toMatchObject({ method: 'fuzzy', words: 'no talks was held in the capital' })
    expect(twice).toMatchObject({ method: 'fuzzy', words: 'no talks was held in the Capitol' })
    expect(twice?.score).toBeLessThan(once?.score ?? 0)
    expect(once?.score).toBeLessThan(1)
  })

  test('that was edited at its end takes whole words', () => {
    const text = 'It rained in the town. He denied it firmly today. Others agreed.'
    expect(refind(text, 'He denied it firmly today', text.replace('He', 'She'))?.words).toBe(
      'She denied it firmly today',
    )
  })

  test('that is gone is not found, nor one with more than a fifth of its words changed', () => {
    expect(refind(ARTICLE, 'no talks were held', 'Something else entirely was printed that day.')).toBeNull()
    expect(
      refind(ARTICLE, 'no talks were held', ARTICLE.replace('no talks were held', 'six rounds were held')),
    ).toBeNull()
  })

  test('that occurs twice is told apart by what stands around it', () => {
    const text = 'In Paris the spokesman denied it. Later, in Rome, the spokesman denied it. Nothing more came.'
    const moved = `A new first sentence, much longer than what went before it. ${text}`
    const second = refind(text, 'the spokesman denied it', moved, 1)
    expect(second).toMatchObject({ method: 'quote', start: moved.lastIndexOf('the spokesman denied it') })
  })

  test('in a paragraph that is printed twice is told apart by where it stood, or not at all', () => {
    const paragraph =
      'The ministry declined to comment on the reports when it was asked about all of them on Monday morning.'
    const filler = 'Between the two there is a longer stretch of other news, which nobody is asked about at all.'
    const text = `${paragraph}\n${filler}\n${filler}\n${paragraph}\n`
    const words = 'when it was'
    const near = `Note.\n${text}`
    expect(refind(text, words, near, 0)?.start).toBe(near.indexOf(words))
    expect(refind(text, words, near, 1)?.start).toBe(near.lastIndexOf(words))
    const far = `${'A long new beginning. '.repeat(7)}\n${text}`
    expect(refind(text, words, far, 1)).toBeNull()
  })

  test('prefers a lightly edited passage in its place to the same words somewhere else', () => {
    const text = `Ministers met in the old town hall. Officials denied the report on Friday. They left at noon.`
    const other =
      'Ministers met in the old town hall. Officials denied the reports on Friday. They left at noon.\n' +
      'A reader wrote: why is it that officials say so? Officials denied the report on Friday! How odd.'
    expect(refind(text, 'Officials denied the report on Friday', other)).toMatchObject({
      method: 'fuzzy',
      words: 'Officials denied the reports on Friday',
    })
  })

  test('that lost its first word is told by what stands before it from the same sentence elsewhere', () => {
    const sentence = 'Therefore, the official stressed while seeking anonymity, "We should not read too much into it."'
    const text = `They could not meet for reasons of time. ${sentence} The visit goes on.\nThe party at home waits for news. ${sentence} It is an election year.`
    const edited = text
      .replace('time. Therefore, the official', 'time. the official')
      .replace('read too much into it." It is', 'read much into it." It is')
    expect(refind(text, sentence, edited, 0)).toMatchObject({ start: edited.indexOf('the official') })
    expect(refind(text, sentence, edited, 1)).toMatchObject({ start: edited.indexOf('Therefore') })
  })

  test('that was rewritten is not found in its copy further on', () => {
    const paragraph =
      'Officials met on Monday for the first time in years. Both sides denied that a deal was near. More talks follow.'
    const filler = 'Between the two there is a longer stretch of other news, which nobody is asked about. '.repeat(6)
    const text = `${paragraph}\n${filler}\n${paragraph}`
    const edited = `Corrected.\n${text.replace('Both sides denied that a deal was near', 'Neither side would comment')}`
    expect(refind(text, 'Both sides denied that a deal was near', edited, 0)).toBeNull()
    expect(refind(text, 'Both sides denied that a deal was near', edited, 1)?.start).toBe(edited.indexOf('Both sides'))
  })

  test('of one short word needs its surroundings', () => {
    expect(refind('They said no. It ended.', 'no', 'Is there no other way to tell this story?')).toBeNull()
    expect(refind('They said no. It ended.', 'no', 'Well! They said no. It ended.')?.start).toBe(16)
  })

  test('is never part of a character or of a word', () => {
    const text = 'At least 13 people were hurt, by plan e of that day.'
    expect(refind(text, 'e', text.replace('plan e ', 'plan e\u0301 '), 5)).toBeNull()
    expect(refind(text, '13 people', text.replace('13', '113'))).toMatchObject({ method: 'fuzzy', words: '113 people' })
    expect(refind(text, '13 people', text.replace('13', '1,113'))).toBeNull()
  })

  test('described anywhere in any text is found there by position', () => {
    fc.assert(
      fc.property(fc.oneof(anyText('\n'), anyText('\r\n')), fraction, fraction, (text, a, b) => {
        const { start, end } = spanOf(text, a, b)
        if (start === end) return
        expect(findPassage(text, describePassage(text, start, end))).toEqual({
          start,
          end,
          method: 'position',
          score: 1,
        })
      }),
      { numRuns: 500 },
    )
  })

  test('is found again after an insertion or a deletion elsewhere', () => {
    fc.assert(
      fc.property(distinctText, fraction, fraction, fraction, distinctText, fc.nat(40), (text, a, b, at, more, cut) => {
        const raw = spanOf(text, a, b)
        const span = snapSpan(text, raw.start, raw.end)
        if (!span || span.end - span.start < 3) return
        const from = Math.floor(at * text.length)
        const to = Math.min(text.length, from + cut)
        if (to > span.start - 2 && from < span.end + 2) return
        const edited = text.slice(0, from) + more + text.slice(to)
        const match = findPassage(edited, describePassage(text, span.start, span.end))
        const moved = to <= span.start ? more.length - (to - from) : 0
        // A short passage with a new neighbour may be given up, but never misplaced.
        const near = Math.min(Math.abs(from - span.end), Math.abs(to - span.start)) < CONTEXT
        if (near && span.end - span.start < 16 && match === null) return
        expect(match).toMatchObject({ start: span.start + moved, end: span.end + moved })
        expect(match?.method).not.toBe('fuzzy')
      }),
      { numRuns: 500 },
    )
  })

  test('never gives what is further from the quote than the bound, or cuts a character', () => {
    let fuzzy = 0
    const edit = fc.tuple(fraction, fc.nat(6), fc.oneof(anyText(), fc.constantFrom('', 'a', ' ', '👍', '\u0301')))
    fc.assert(
      fc.property(
        anyText(),
        fraction,
        fraction,
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, a, b, edits) => {
          const raw = spanOf(text, a, b)
          const span = snapSpan(text, raw.start, raw.end)
          if (!span) return
          let edited = text
          for (const [where, cut, more] of edits) {
            const at = Math.floor(where * edited.length)
            edited = edited.slice(0, at) + more.slice(0, 8) + edited.slice(at + cut)
          }
          const anchor = describePassage(text, span.start, span.end)
          const match = findPassage(edited, anchor)
          if (!match) return
          const found = edited.slice(match.start, match.end)
          const bound = match.method === 'fuzzy' ? mostEdits(anchor.quote.exact) : 0
          expect(editDistance(found, anchor.quote.exact)).toBeLessThanOrEqual(bound)
          expect(match.score).toBeGreaterThanOrEqual(0.48)
          expect(match.score).toBeLessThanOrEqual(1)
          if (match.score === 1) return
          const boundaries = graphemeBoundaries(edited)
          expect(boundaries.has(match.start) && boundaries.has(match.end)).toBe(true)
          if (match.method === 'fuzzy') fuzzy++
        },
      ),
      { numRuns: 1_000 },
    )
    expect(fuzzy).toBeGreaterThan(20)
  })
})
