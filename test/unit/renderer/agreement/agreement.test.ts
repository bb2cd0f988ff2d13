import { describe, expect, test } from 'vitest'
import { coefficientWords, twoDigits } from '#annotations/agreement/words'
import type { DisagreementView } from '#contract/agreement-views'
import { markedRuns } from '../../../../src/renderer/agreement/marked-runs'
import { type AgreementState, leftStanding, openDisagreements, sidesOf } from '../../../../src/renderer/state/agreement'
import { ANY_AGREEMENT, formatAgreement, parseAgreement } from '../../../../src/renderer/state/agreement-route'

const annotators = ['Ada', 'Bo', 'Cy'].map((name) => ({ name, articles: 1, highlights: 2, links: 0 }))
const file = { token: 'file-1', name: 'di.json', annotators: [{ name: 'Di', articles: 1, highlights: 1, links: 0 }] }
const place = (more: object) => ({ ...ANY_AGREEMENT, ...more })

describe('the address', () => {
  test('says who is compared and where one is, and reads what it wrote', () => {
    const there = place({ left: 'Ada & Co', right: 'بو', file: 'file-1', at: 'left-hl_1' })
    expect(formatAgreement(there)).toMatch(/^#\/agreement\?left=Ada%20%26%20Co&right=/)
    expect(parseAgreement(formatAgreement(there).split('?')[1] ?? '')).toEqual(there)
    expect(formatAgreement(ANY_AGREEMENT)).toBe('#/agreement')
    expect(parseAgreement('')).toEqual(ANY_AGREEMENT)
  })
})

describe('who is compared', () => {
  test('is who was chosen, else the busiest two', () => {
    expect(sidesOf(place({}), annotators, null)).toEqual({ left: 'Ada', right: 'Bo', file: null })
    expect(sidesOf(place({ left: 'Bo' }), annotators, null)).toEqual({ left: 'Bo', right: 'Ada', file: null })
    expect(sidesOf(place({ right: 'Ada' }), annotators, null)).toEqual({ left: 'Bo', right: 'Ada', file: null })
    expect(sidesOf(place({ left: 'Gone', right: 'Cy' }), annotators, null)).toMatchObject({ left: 'Ada', right: 'Cy' })
  })

  test('is nobody on a desk of one, until there is a file', () => {
    expect(sidesOf(place({}), annotators.slice(0, 1), null)).toBeNull()
    expect(sidesOf(place({ left: 'Ada', right: 'Ada' }), annotators.slice(0, 1), null)).toBeNull()
    expect(sidesOf(place({ file: 'file-1', right: 'Di' }), [], file)).toEqual({
      left: null,
      right: 'Di',
      file: 'file-1',
    })
    expect(sidesOf(place({ file: 'file-0' }), annotators, file)).toMatchObject({ file: null })
  })
})

describe('the disagreement that is looked at', () => {
  const disagreements = ['a', 'b', 'c'].map(
    (id) => ({ id, kind: 'ends', left: [{ id: 'hl_1' }], right: [{ id: 'hl_2' }] }) as unknown as DisagreementView,
  )
  const state = { state: 'ready', view: { disagreements } } as unknown as AgreementState
  const chosen = (settled: string[], at: string | null) =>
    openDisagreements(state, new Set(settled.map((id) => `ends ${id}`)), at).chosen?.id

  test('is the one of the address, the first without it, and the next when it was left as it is', () => {
    expect(chosen([], null)).toBe('a')
    expect(chosen([], 'c')).toBe('c')
    expect(chosen([], 'gone')).toBe('a')
    expect(chosen(['b'], 'b')).toBe('c')
    expect(chosen(['c'], 'c')).toBe('b')
    expect(chosen(['a', 'b', 'c'], 'b')).toBeUndefined()
    const [one] = disagreements
    if (!one) throw new Error('no disagreement')
    expect(leftStanding(one, 'left')).toEqual(['left-only left-hl_1'])
    expect(leftStanding(one, 'both')).toEqual(['left-only left-hl_1', 'right-only right-hl_2'])
    expect(openDisagreements({ state: 'loading' }, new Set(), null)).toEqual({ open: [], chosen: null })
  })
})

test('a passage is cut where marks begin and end, the innermost tag last', () => {
  const runs = markedRuns('abcdef', 10, [
    { start: 12, end: 13, tag: 'denial' },
    { start: 11, end: 14, tag: 'claim' },
    { start: 5, end: 11, tag: 'attribution' },
  ])
  expect(runs.map(({ words, tags }) => [words, ...tags])).toEqual([
    ['a', 'attribution'],
    ['b', 'claim'],
    ['c', 'claim', 'denial'],
    ['d', 'claim'],
    ['ef'],
  ])
})

test('a coefficient is judged as it is shown', () => {
  expect(
    [0.796, 0.794, 0.666, 0.66, 0.2, 0, -0.3, null].map((value) => [twoDigits(value), coefficientWords(value)]),
  ).toEqual([
    ['0.80', 'reliable'],
    ['0.79', 'tentative'],
    ['0.67', 'tentative'],
    ['0.66', 'unreliable'],
    ['0.20', 'as by chance'],
    ['0.00', 'as by chance'],
    ['-0.30', 'worse than chance'],
    ['–', 'not defined'],
  ])
})
