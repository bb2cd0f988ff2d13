import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from '#annotations/anchoring/segments'
import { moveEdge, nearestWordEdge, withEdge } from '../../../../src/renderer/reader/edges'

const text = 'The envoy, he said, left early.'
const words = (span: { readonly start: number; readonly end: number } | null) =>
  span && text.slice(span.start, span.end)
const said = { start: 11, end: 18 }

describe('an edge', () => {
  it('moves by a word either way', () => {
    expect(words(said)).toBe('he said')
    expect(words(moveEdge(text, said, 'end', 'word', 1))).toBe('he said, left')
    expect(words(moveEdge(text, said, 'end', 'word', -1))).toBe('he')
    expect(words(moveEdge(text, said, 'start', 'word', -1))).toBe('envoy, he said')
    expect(words(moveEdge(text, said, 'start', 'word', 1))).toBe('said')
  })

  it('moves by a character, over the space that no passage ends with', () => {
    expect(words(moveEdge(text, said, 'end', 'character', 1))).toBe('he said,')
    expect(words(moveEdge(text, { start: 11, end: 19 }, 'end', 'character', 1))).toBe('he said, l')
  })

  it('does not pass the other edge, nor leave the text', () => {
    expect(moveEdge(text, { start: 0, end: 3 }, 'end', 'word', -1)).toBeNull()
    expect(moveEdge(text, { start: 0, end: 3 }, 'start', 'word', -1)).toBeNull()
    expect(withEdge(text, said, 'start', 30)).toBeNull()
  })

  it('always leaves whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 30 }), fc.nat(29), (any, at) => {
        const span = withEdge(any, { start: 0, end: any.length }, 'end', Math.min(at, any.length))
        if (span) expect(isGraphemeBoundary(any, span.end)).toBe(true)
      }),
    )
  })

  it('that is dragged goes to the nearest end of a word or of its punctuation', () => {
    expect(nearestWordEdge(text, 13)).toBe(13)
    expect(nearestWordEdge(text, 15)).toBe(14)
    expect(nearestWordEdge(text, 17)).toBe(18)
    expect(nearestWordEdge(text, 19)).toBe(19)
  })
})
