import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticlePlace, formatArticle, parseArticle } from '../../../../src/renderer/state/article-route'
import { formatHistory, type HistoryPlace, parseHistory } from '../../../../src/renderer/state/history-route'
import { createSeededIds } from '../../../support/desk-generator'

const ids = createSeededIds(5)
const highlight = ids.highlight()
const search = (address: string) => address.split('?')[1] ?? ''

test('a place in an article survives its address, and so does what is being checked there', () => {
  const place = fc.record<ArticlePlace, 'view' | 'id' | 'highlight'>(
    {
      view: fc.constant('article'),
      id: fc.constant(ids.article()),
      highlight: fc.constantFrom(null, highlight),
      revision: fc.constant(ids.revision()),
      span: fc.constant({ start: 3, end: 14 }),
      check: fc.constantFrom('first' as const, highlight),
    },
    { requiredKeys: ['view', 'id', 'highlight'] },
  )
  fc.assert(
    fc.property(place, (wanted) => {
      expect(parseArticle(wanted.id, search(formatArticle(wanted)))).toEqual(wanted)
    }),
  )
})

test('an address that names no article is none, and what it does not know is left out', () => {
  expect(parseArticle('x', '')).toBeNull()
  const id = ids.article()
  expect(parseArticle(id, 'h=x&r=y&at=9-3&check=last')).toEqual({ view: 'article', id, highlight: null })
})

test('the history as it is looked at survives its address', () => {
  const place = fc.record<HistoryPlace>({
    view: fc.constant('history'),
    text: fc.string({ unit: 'grapheme' }),
    at: fc.constantFrom(null, ids.changeSet()),
  })
  fc.assert(
    fc.property(place, (wanted) => {
      expect(parseHistory(search(formatHistory(wanted)))).toEqual(wanted)
    }),
  )
  expect(formatHistory({ view: 'history', text: '', at: null })).toBe('#/history')
})
