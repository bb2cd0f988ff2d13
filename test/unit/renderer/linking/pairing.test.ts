import { describe, expect, test } from 'vitest'
import type { Tag } from '#annotations/model/highlight'
import type { Link } from '#annotations/model/link'
import type { Relation } from '#annotations/model/relation'
import { type LinkWish, proposeLink } from '../../../../src/renderer/linking/pairing'
import { testIds } from '../../../support/memory-desk'

const ids = testIds()
const first = ids.highlight()
const second = ids.highlight()
const ANY: LinkWish = { relation: null, turned: false }

const propose = (a: Tag, b: Tag, wish: LinkWish = ANY, existing: readonly Link[] = []) =>
  proposeLink({ id: first, tag: a }, { id: second, tag: b }, wish, existing)
const wanting = (relation: Relation, turned = false): LinkWish => ({ relation, turned })
const link = (from: Link['from'], to: Link['to'], relation: Relation): Link => ({
  id: ids.link(),
  from,
  to,
  relation,
  note: '',
  annotator: 'A',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
})
const words = ({ sentence }: ReturnType<typeof propose>) => `${sentence.subject} ${sentence.verb} ${sentence.object}`

describe('a link that is being made', () => {
  test('denies when a denial is linked to a claim, whichever was picked first', () => {
    expect(propose('denial', 'claim')).toMatchObject({ from: first, to: second, relation: 'denies', warning: null })
    expect(propose('claim', 'denial')).toMatchObject({ from: second, to: first, relation: 'denies', warning: null })
  })

  test('says which of the two does what', () => {
    expect(words(propose('denial', 'claim'))).toBe('This denial denies that claim')
    expect(words(propose('claim', 'denial'))).toBe('That denial denies this claim')
  })

  test('goes the way round that suits the tags when a relation is picked', () => {
    expect(propose('claim', 'attribution', wanting('attributes'))).toMatchObject({ from: second, warning: null })
    expect(propose('denial', 'claim', wanting('updates'))).toMatchObject({ from: first })
  })

  test('is turned on request, with a warning when that is unusual', () => {
    const turned = propose('denial', 'claim', { relation: null, turned: true })
    expect(turned).toMatchObject({ from: second, to: first, relation: 'denies' })
    expect(turned.warning).toBe('"denies" seldom joins a claim to a denial.')
  })

  test('cannot be turned when it reads the same both ways', () => {
    expect(propose('claim', 'claim', wanting('contradicts', true))).toMatchObject({ from: first, swapped: false })
  })

  test('warns of an unusual pair and makes it all the same', () => {
    const odd = propose('claim', 'claim', wanting('denies'))
    expect(odd.warning).toContain('seldom')
    expect(odd.refusal).toBeNull()
  })

  test('is refused when the two say it already, either way round for a symmetric relation', () => {
    expect(propose('denial', 'claim', ANY, [link(first, second, 'denies')]).refusal).toBe(
      'These two are linked by “denies” already.',
    )
    expect(
      propose('claim', 'claim', wanting('contradicts'), [link(second, first, 'contradicts')]).refusal,
    ).not.toBeNull()
    expect(propose('claim', 'claim', wanting('supports'), [link(second, first, 'supports')]).refusal).toBeNull()
  })

  test('is refused from a highlight to itself', () => {
    const self = proposeLink({ id: first, tag: 'claim' }, { id: first, tag: 'claim' }, ANY, [])
    expect(self.refusal).toBe('A highlight cannot be linked to itself.')
  })
})
