import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryPassages } from '#annotations/anchoring/carry/carry'
import { carryHighlights } from '#annotations/anchoring/carry/carry-highlights'
import { describePassage } from '#annotations/anchoring/describe'
import { type Block, textOf } from '#annotations/model/article'
import type { Tag } from '#annotations/model/highlight'
import { type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import { makeEditedText } from '../../../../bench/anchoring/edited-text'
import { distinctText, fraction, spanOf } from '../texts'

const HARBOUR = 'The harbour was closed on Friday after a crane fell into the dock.'
const MAYOR = 'Mayor Lena Ostrow said that nobody had been hurt and that work would go on.'
const UNION = 'The dockers’ union called the statement careless and asked for an inquiry.'

const blocks = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))
const idOf = (n: number): HighlightId => highlightIdSchema.parse(`hl_${String(n).padStart(26, '0')}`)

function carry(olds: readonly string[], news: readonly string[], ...wanted: (string | [string, Tag])[]) {
  const text = textOf(blocks(olds))
  const highlights = wanted.map((one, n) => {
    const [words, tag] = typeof one === 'string' ? [one, 'claim' as const] : one
    const start = text.indexOf(words)
    return { id: idOf(n), tag, anchor: describePassage(text, start, start + words.length) }
  })
  const now = textOf(blocks(news))
  return carryHighlights(blocks(olds), blocks(news), highlights).map((outcome) =>
    outcome.outcome === 'found'
      ? { method: outcome.method, score: outcome.score, words: outcome.anchor.quote.exact }
      : { doubts: outcome.proposals.map(({ start, end, why }) => [why, now.slice(start, end)]) },
  )
}

describe('a highlight in a new revision', () => {
  test('is where its paragraph is, when that is the same', () => {
    const words = 'nobody had been hurt'
    expect(carry([HARBOUR, MAYOR], [MAYOR, UNION, HARBOUR], words)).toEqual([{ method: 'same', score: 1, words }])
  })

  test('keeps its words in an edited paragraph, and takes in what was put between them', () => {
    const edited = MAYOR.replace('been hurt', 'been badly hurt').replace('that work', 'that all work')
    expect(carry([HARBOUR, MAYOR], [HARBOUR, edited], 'nobody had been hurt')).toEqual([
      { method: 'diff', score: 1, words: 'nobody had been badly hurt' },
    ])
  })

  test('follows its words into another paragraph when its own is gone', () => {
    const merged = `${HARBOUR} ${MAYOR}`
    const words = 'on Friday after a crane fell into the dock'
    expect(carry([HARBOUR, UNION, MAYOR], [merged, UNION], words)).toEqual([
      { method: 'quote', score: expect.any(Number), words },
    ])
  })

  test('is in doubt without a proposal when nothing like it is left', () => {
    expect(carry([HARBOUR, MAYOR], [HARBOUR, UNION], 'nobody had been hurt')).toEqual([{ doubts: [] }])
  })

  test('is in doubt where its words were rewritten, and the place is proposed', () => {
    const edited = 'Mayor Lena Ostrow said that two dockers were injured and that work would go on.'
    expect(carry([HARBOUR, MAYOR], [HARBOUR, edited], 'nobody had been hurt')).toEqual([
      { doubts: [['changed', 'two dockers were injured']] },
    ])
    const longer = edited.replace('injured', 'slightly injured')
    expect(carry([HARBOUR, MAYOR], [HARBOUR, longer], 'nobody had been hurt')).toEqual([
      { doubts: [['changed', 'two dockers were slightly injured']] },
    ])
  })

  test('is in doubt where it begins with a word that stood twice and now stands once, elsewhere or not', () => {
    const old = 'The envoy told us that no talks, no letters and no calls had been exchanged between the two.'
    const now = 'The envoy told us that there were no letters and no calls had been exchanged between the two.'
    expect(carry([old, HARBOUR], [now, HARBOUR], 'no talks, no letters and no calls')).toEqual([
      { doubts: [['edge', 'no letters and no calls']] },
    ])
  })

  test('is in doubt when its paragraphs moved apart', () => {
    const both = `${HARBOUR}\n${MAYOR}`
    expect(carry([HARBOUR, MAYOR, UNION], [HARBOUR, UNION, MAYOR], both)).toEqual([
      { doubts: [['torn', `${HARBOUR}\n${UNION}\n${MAYOR}`]] },
    ])
  })

  test('never falls onto another of its tag: the second is in doubt, and one of another tag is not', () => {
    const edited = MAYOR.replace('been hurt', 'hurt')
    const [wide, narrow] = ['been hurt and that work', 'hurt and that work']
    expect(carry([MAYOR], [edited], wide, narrow, [wide, 'denial'])).toEqual([
      { method: 'diff', score: expect.any(Number), words: narrow },
      { doubts: [['taken', narrow]] },
      { method: 'diff', score: expect.any(Number), words: narrow },
    ])
  })
})

test('every highlight of a text carried to the same text is found at its place', () => {
  fc.assert(
    fc.property(distinctText, fraction, fraction, (text, a, b) => {
      const span = spanOf(text, a, b)
      fc.pre(text.slice(span.start, span.end).trim() !== '')
      const same = text.split('\n').map((each) => ({ text: each }))
      const [carried] = carryPassages(same, same, [span])
      fc.pre(carried !== null)
      expect(carried).toMatchObject({ ...span, score: 1, method: 'same', doubt: null })
    }),
  )
})

test('what is found lies in the new text, as a snapped passage with its quote', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0.01, 0.1, 0.5), (seed, edits) => {
      const { oldBlocks, newBlocks, passages } = makeEditedText({ words: 400, passages: 30, edits, moved: 0.2, seed })
      const old = textOf(blocks(oldBlocks.map(({ text }) => text)))
      const now = textOf(blocks(newBlocks.map(({ text }) => text)))
      const highlights = passages.map(({ start, end }, n) => ({
        id: idOf(n),
        tag: 'claim' as const,
        anchor: describePassage(old, start, end),
      }))
      const seen = new Set<string>()
      for (const outcome of carryHighlights(oldBlocks, newBlocks, highlights)) {
        const spans = outcome.outcome === 'found' ? [outcome.anchor] : outcome.proposals
        for (const { start, end } of spans) expect(now.slice(start, end).trim()).toBe(now.slice(start, end))
        if (outcome.outcome !== 'found') continue
        const { anchor, score } = outcome
        expect(anchor).toEqual(describePassage(now, anchor.start, anchor.end))
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
        const place = `${anchor.start} ${anchor.end}`
        expect(seen.has(place)).toBe(false)
        seen.add(place)
      }
    }),
    { numRuns: 25 },
  )
})

test('of a text edited as papers do, nearly all highlights are found, and hardly one in a wrong place', () => {
  let [right, wrong, all] = [0, 0, 0]
  for (const seed of [1, 2, 3]) {
    for (const moved of [0, 0.1]) {
      const { oldBlocks, newBlocks, passages } = makeEditedText({
        words: 3_000,
        passages: 300,
        edits: 0.05,
        moved,
        seed,
      })
      for (const [i, carried] of carryPassages(oldBlocks, newBlocks, passages).entries()) {
        const place = passages[i]?.right ?? null
        all++
        if (carried === null || carried.doubt !== null) right += Number(place === null)
        else if (place && Math.abs(carried.start - place.start) <= 5 && Math.abs(carried.end - place.end) <= 5) right++
        else wrong++
      }
    }
  }
  expect(right / all).toBeGreaterThan(0.99)
  expect(wrong / all).toBeLessThan(0.005)
})
