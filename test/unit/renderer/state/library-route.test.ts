import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatLibrary,
  LIBRARY_COLUMNS,
  type LibraryPlace,
  parseLibrary,
  WHOLE_LIBRARY,
} from '../../../../src/renderer/state/library-route'
import { createSeededIds } from '../../../support/desk-generator'

const ids = createSeededIds(3)
const articles = Array.from({ length: 60 }, () => ids.article())
const search = (address: string) => address.split('?')[1] ?? ''

test('the library as it is looked at survives its address', () => {
  const place = fc.record({
    view: fc.constant('library' as const),
    text: fc.string({ unit: 'grapheme' }),
    sort: fc.record({ column: fc.constantFrom(...LIBRARY_COLUMNS), descending: fc.boolean() }),
    selected: fc.subarray(articles, { maxLength: 50 }),
  })
  fc.assert(
    fc.property(place, (each: LibraryPlace) => {
      expect(parseLibrary(search(formatLibrary(each)))).toEqual(each)
    }),
  )
})

test('the whole library has the shortest address, and what an address does not mean is left out of it', () => {
  expect(formatLibrary(WHOLE_LIBRARY)).toBe('#/library')
  expect(parseLibrary('sort=colour&chosen=nobody,hl_1')).toEqual(WHOLE_LIBRARY)
})

test('an address does not name thousands of articles', () => {
  expect(formatLibrary({ ...WHOLE_LIBRARY, selected: articles })).toBe('#/library')
})
