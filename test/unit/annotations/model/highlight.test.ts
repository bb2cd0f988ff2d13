import { describe, expect, test } from 'vitest'
import { compareHighlights, type Highlight, highlightSchema, speakerOf } from '#annotations/model/highlight'

function highlight(start: number, end: number, last = '0', more: object = { tag: 'claim' }): Highlight {
  return highlightSchema.parse({
    id: `hl_0123456789abcdefghjkmnpqr${last}`,
    articleId: 'art_0123456789abcdefghjkmnpqrs',
    revisionId: 'rev_0123456789abcdefghjkmnpqrs',
    anchor: { start, end, quote: { exact: 'x', prefix: '', suffix: '' } },
    note: '',
    annotator: 'Ada',
    created: '2024-01-02T03:04:05.000Z',
    modified: '2024-01-02T03:04:05.000Z',
    ...more,
  })
}

describe('a highlight', () => {
  test('reads before one that starts later, one inside it, and one made after it on the same passage', () => {
    const ordered = [highlight(0, 9), highlight(0, 4, '1'), highlight(0, 4, '2'), highlight(2, 9)]
    expect([...ordered].reverse().sort(compareHighlights)).toEqual(ordered)
    expect(compareHighlights(highlight(1, 2), highlight(1, 2))).toBe(0)
  })

  test('has a speaker when it is an attribution, and only then', () => {
    expect(speakerOf(highlight(0, 1, '0', { tag: 'attribution', speaker: 'X' }))).toBe('X')
    expect(speakerOf(highlight(0, 1))).toBeNull()
    expect(() => highlight(0, 1, '0', { tag: 'claim', speaker: 'X' })).toThrow()
    expect(() => highlight(0, 1, '0', { tag: 'attribution' })).toThrow()
  })

  test('covers at least one character', () => {
    expect(() => highlight(4, 4)).toThrow()
    expect(() => highlight(4, 3)).toThrow()
    expect(() => highlight(-1, 3)).toThrow()
    expect(() => highlight(0.5, 3)).toThrow()
  })
})
