import { describe, expect, test } from 'vitest'
import { TAGS } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { sameLink } from '#annotations/model/link'
import {
  defaultRelation,
  isSymmetric,
  likelyLink,
  RELATIONS,
  relationWords,
  unusualPair,
} from '#annotations/model/relation'

describe('relations', () => {
  test.each([
    ['attribution', 'claim', 'attributes'],
    ['attribution', 'denial', 'attributes'],
    ['denial', 'claim', 'denies'],
    ['claim', 'claim', 'repeats'],
    ['denial', 'denial', 'repeats'],
    ['attribution', 'attribution', 'repeats'],
    ['claim', 'denial', 'relates'],
    ['claim', 'attribution', 'relates'],
  ] as const)('from %s to %s is %s by default', (from, to, relation) => {
    expect(defaultRelation(from, to)).toBe(relation)
  })

  test('a default never joins an unusual pair', () => {
    for (const from of TAGS) for (const to of TAGS) expect(unusualPair(defaultRelation(from, to), from, to)).toBeNull()
  })

  test('the claim picked first and the denial second still means that the denial denies the claim', () => {
    expect(likelyLink('claim', 'denial')).toEqual({ relation: 'denies', swap: true })
    expect(likelyLink('denial', 'claim')).toEqual({ relation: 'denies', swap: false })
    expect(likelyLink('denial', 'attribution')).toEqual({ relation: 'attributes', swap: true })
    expect(likelyLink('claim', 'claim')).toEqual({ relation: 'repeats', swap: false })
  })

  test('read the same from both ends exactly when they are symmetric', () => {
    for (const relation of RELATIONS) {
      expect(relationWords(relation, 'from') === relationWords(relation, 'to')).toBe(isSymmetric(relation))
    }
  })

  test('joining odd tags is worth a sentence', () => {
    expect(unusualPair('attributes', 'claim', 'attribution')).toBe(
      '"attributes" seldom joins a claim to an attribution.',
    )
    expect(unusualPair('contradicts', 'claim', 'claim')).toBeNull()
    expect(unusualPair('supports', 'attribution', 'denial')).toBeNull()
  })
})

describe('two links', () => {
  const [a, b] = ['a', 'b'] as unknown as [HighlightId, HighlightId]

  test('say the same in either direction when the relation is symmetric, else in one', () => {
    for (const relation of RELATIONS) {
      expect(sameLink({ from: a, to: b, relation }, { from: a, to: b, relation })).toBe(true)
      expect(sameLink({ from: a, to: b, relation }, { from: b, to: a, relation })).toBe(isSymmetric(relation))
    }
  })

  test('of different relations say different things', () => {
    expect(sameLink({ from: a, to: b, relation: 'repeats' }, { from: a, to: b, relation: 'supports' })).toBe(false)
  })
})
