import { describe, expect, test } from 'vitest'
import type { Block } from '#annotations/model/article'
import { asideRuns, isOpenRun } from '../../../../src/renderer/reader/asides'
import { carriedWords, percent } from '../../../../src/renderer/revisions/carried-words'

const part = (text: string): Block => ({ kind: 'paragraph', text })
const aside = (text: string): Block => ({ ...part(text), aside: true })

describe('asides', () => {
  test('in a row are one run, with where they lie in the text', () => {
    expect(asideRuns([aside('ab'), part('cde'), aside('f'), aside(''), aside('gh'), part('i')])).toEqual([
      { first: 0, count: 1, start: 0, end: 2 },
      { first: 2, count: 3, start: 7, end: 12 },
    ])
    expect(asideRuns([part('a')])).toEqual([])
  })

  test('are folded unless a passage lies in them or they were unfolded by hand', () => {
    const [run] = asideRuns([aside('ab')])
    if (!run) throw new Error('no run')
    const byHand = (state?: 'folded' | 'open') => new Map(state ? [[run.first, state] as const] : [])
    expect(isOpenRun(run, byHand(), () => false)).toBe(false)
    expect(isOpenRun(run, byHand(), () => true)).toBe(true)
    expect(isOpenRun(run, byHand('open'), () => false)).toBe(true)
    expect(isOpenRun(run, byHand('folded'), () => true)).toBe(false)
  })
})

describe('how a highlight was carried', () => {
  test('is said with the share that stayed, and only all of it is 100 %', () => {
    expect([0, 0.001, 0.5, 0.92, 0.999, 1].map(percent)).toEqual(['0 %', '1 %', '50 %', '92 %', '99 %', '100 %'])
    expect(carriedWords({ method: 'diff', score: 0.92 })).toBe('found by diff, 92 %')
    expect(carriedWords({ method: 'hand', score: 1 })).toBe('put here by hand')
  })
})
