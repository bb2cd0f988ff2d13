import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignBlocks } from '#annotations/anchoring/carry/align-blocks'
import { diffBlocks } from '#annotations/anchoring/carry/diff-blocks'
import { prose } from './edits'

const HARBOUR = 'The harbour was closed on Friday after a crane fell into the dock.'
const MAYOR = 'Mayor Lena Ostrow said nobody had been hurt and work would go on.'
const UNION = 'The dockers’ union called the statement careless and asked for an inquiry.'
const SHARE = 'Share this article'

describe('aligning the paragraphs of two revisions', () => {
  test('equal ones find each other wherever they went', () => {
    expect(alignBlocks([HARBOUR, MAYOR, UNION], [UNION, HARBOUR, MAYOR])).toEqual([1, 2, 0])
  })

  test('an edited one is known by its rarer words, also when it moved', () => {
    const edited = 'The harbour stays closed until Sunday after a crane fell into the main dock.'
    expect(alignBlocks([HARBOUR, MAYOR, UNION], [MAYOR, UNION, edited])).toEqual([2, 0, 1])
  })

  test('one that is gone has no other', () => {
    expect(alignBlocks([HARBOUR, MAYOR], [HARBOUR])).toEqual([0, null])
    expect(alignBlocks([HARBOUR], ['Rain is expected over the weekend.'])).toEqual([null])
  })

  test('paragraphs that occur more than once are told apart by their neighbours', () => {
    expect(alignBlocks([SHARE, HARBOUR, SHARE, MAYOR], [MAYOR, SHARE, HARBOUR, SHARE])).toEqual([1, 2, 3, 0])
  })

  test('a text aligned with itself stays in place, and no paragraph continues two', () => {
    const texts = fc.array(prose(), { maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, (olds, news) => {
        expect(alignBlocks(olds, olds)).toEqual(olds.map((_, i) => i))
        const used = alignBlocks(olds, news).filter((to) => to !== null)
        expect(new Set(used).size).toBe(used.length)
      }),
    )
  })
})

describe('the rows of a change', () => {
  const rows = (olds: string[], news: string[]) =>
    diffBlocks(
      olds.map((text) => ({ text })),
      news.map((text) => ({ text })),
    )

  test('stand in the order of the new text, what was removed after what it followed', () => {
    const edited = MAYOR.replace('nobody', 'two people')
    expect(rows([HARBOUR, UNION, MAYOR], [HARBOUR, edited, 'More follows.']).map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'changed',
      'added',
    ])
  })

  test('name the one paragraph that moved, not those that it passed', () => {
    const moved = rows([HARBOUR, MAYOR, UNION], [UNION, HARBOUR, MAYOR]).map(({ moved }) => moved)
    expect(moved).toEqual([true, false, false])
  })

  test('hold every paragraph of both texts once', () => {
    const texts = fc.array(prose(), { maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, (olds, news) => {
        const made = rows(olds, news)
        const places = (side: 'oldBlock' | 'newBlock') => made.flatMap((row) => row[side] ?? [])
        expect(places('newBlock')).toEqual(news.map((_, i) => i))
        expect(places('oldBlock').sort((a, b) => a - b)).toEqual(olds.map((_, i) => i))
      }),
    )
  })
})
