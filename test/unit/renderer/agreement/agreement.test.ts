import { describe, expect, test } from 'vitest'
import { coefficientWords, twoDigits } from '#annotations/agreement/words'
import type { Tag } from '#annotations/model/highlight'
import type { SideRef } from '#contract/agreement-methods'
import type { DisagreementView, MarkView } from '#contract/agreement-views'
import { markedRuns } from '../../../../src/renderer/agreement/marked-runs'
import { chooseSide, everySide, optionsAt } from '../../../../src/renderer/agreement/side-options'
import { kindWords } from '../../../../src/renderer/agreement/words'
import { type AgreementState, openDisagreements, sidesOf } from '../../../../src/renderer/state/agreement'
import {
  type AgreementPlace,
  ANY_AGREEMENT,
  formatAgreement,
  parseAgreement,
} from '../../../../src/renderer/state/agreement-route'

const annotators = ['Ada', 'Bo', 'Cy'].map((name) => ({ name, articles: 1, highlights: 2, links: 0 }))
const file = { token: 'file-1', name: 'di.json', annotators: [{ name: 'Di', articles: 1, highlights: 1, links: 0 }] }
const of = (...names: readonly (string | null)[]) => names.map((annotator) => ({ file: null, annotator }))
const inFile = (annotator: string | null) => ({ file: 'file-1', annotator })

describe('the address', () => {
  test('says who is compared and where one is, and reads what it wrote', () => {
    const sides = [...of('Ada & Co', 'بو.ج'), inFile('desk.Di'), inFile(null)]
    const there: AgreementPlace = {
      view: 'agreement',
      sides,
      pair: [0, 2],
      numbers: false,
      each: 'u-alpha',
      tags: ['claim', 'denial'],
      at: '0-hl_1',
    }
    expect(formatAgreement(there)).toMatch(/^#\/agreement\?with=desk\.Ada%20%26%20Co&with=/)
    expect(parseAgreement(formatAgreement(there).split('?')[1] ?? '')).toEqual(there)
    expect(formatAgreement(ANY_AGREEMENT)).toBe('#/agreement')
    expect(parseAgreement('')).toEqual(ANY_AGREEMENT)
    expect(parseAgreement('pair=2-1&tags=x')).toEqual(ANY_AGREEMENT)
  })
})

describe('who is compared', () => {
  test('is who was chosen, else the busiest two', () => {
    expect(sidesOf([], annotators, [])).toEqual(of('Ada', 'Bo'))
    expect(sidesOf(of('Bo'), annotators, [])).toEqual(of('Bo', 'Ada'))
    expect(sidesOf(of('Gone', 'Cy'), annotators, [])).toEqual(of('Cy', 'Ada'))
    expect(sidesOf(of('Cy', 'Bo', 'Ada', 'Cy'), annotators, [])).toEqual(of('Cy', 'Bo', 'Ada'))
    expect(sidesOf(of(null), annotators, [])).toEqual(of('Ada', 'Bo'))
  })

  test('is nobody on a desk of one, until there is a file, beside which the desk stands first', () => {
    expect(sidesOf([], annotators.slice(0, 1), [])).toBeNull()
    expect(sidesOf(of('Ada', 'Ada'), annotators.slice(0, 1), [])).toBeNull()
    expect(sidesOf([inFile('Di')], [], [file])).toEqual([...of(null), inFile('Di')])
    expect(sidesOf([inFile('Di'), ...of('Ada', 'Bo')], annotators, [file])).toEqual([...of('Ada', 'Bo'), inFile('Di')])
    expect(sidesOf([...of(null), inFile(null)], annotators, [])).toEqual(of('Ada', 'Bo'))
  })

  test('can be anybody who fits beside the others, or swaps places with one of them; a file never comes first', () => {
    const all = everySide(annotators, [file])
    const offered = (place: number, sides: readonly SideRef[]) => optionsAt(place, sides, all).map(({ label }) => label)
    const two = of('Ada', 'Bo')
    expect(offered(0, two)).toEqual(['Ada (2)', 'Bo (2)', 'Cy (2)'])
    expect(offered(1, two)).toEqual(['Ada (2)', 'Bo (2)', 'Cy (2)', 'di.json'])
    const withFile = [...of(null), inFile(null)]
    expect(offered(0, withFile)).toEqual(['Everyone on this desk', 'Ada (2)', 'Bo (2)', 'Cy (2)'])
    expect(offered(1, withFile)).toEqual(['di.json'])
    expect(chooseSide(1, { file: null, annotator: 'Ada' }, two)).toEqual(of('Bo', 'Ada'))
    expect(chooseSide(0, { file: null, annotator: 'Cy' }, two)).toEqual(of('Cy', 'Bo'))
  })
})

describe('the disagreement that is looked at', () => {
  const disagreements = ['a', 'b', 'c'].map(
    (id) =>
      ({
        id,
        standing: `as ${id}`,
        sides: [[{ tag: id === 'b' ? 'denial' : 'claim' }], []],
      }) as unknown as DisagreementView,
  )
  const state = { state: 'ready', view: { disagreements } } as unknown as AgreementState
  const chosen = (settled: string[], at: string | null, tags: readonly Tag[] = []) =>
    openDisagreements(state, new Set(settled.map((id) => `as ${id}`)), { at, tags }).chosen?.id

  test('is the one of the address, the first without it, and the next when it was left as it is', () => {
    expect(chosen([], null)).toBe('a')
    expect(chosen([], 'c')).toBe('c')
    expect(chosen([], 'gone')).toBe('a')
    expect(chosen(['b'], 'b')).toBe('c')
    expect(chosen(['c'], 'c')).toBe('b')
    expect(chosen(['a', 'b', 'c'], 'b')).toBeUndefined()
    expect(chosen([], null, ['denial'])).toBe('b')
    expect(chosen(['b'], 'b', ['denial'])).toBeUndefined()
    expect(chosen([], null, ['attribution'])).toBeUndefined()
    expect(openDisagreements({ state: 'loading' }, new Set(), ANY_AGREEMENT)).toEqual({ open: [], chosen: null })
  })

  test('is named by who marked it, and who did not', () => {
    const names = ['This desk', 'Bo', 'Cy']
    const words = (kind: DisagreementView['kind'], ...counts: number[]) =>
      kindWords({ kind, sides: counts.map((count) => Array.from({ length: count }, () => ({}) as MarkView)) }, names)
    expect(words('alone', 1, 0, 0)).toBe('Only this desk')
    expect(words('some', 1, 0, 1)).toBe('Not Bo')
    expect(words('ends', 1, 1, 0)).toBe('Other ends')
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
