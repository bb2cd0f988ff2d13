import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putGreatestLast } from '#main/desk/search/full-text/put-greatest-last'

test('the greatest few of any numbers end up last, in rising order, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(30), (numbers, few) => {
      const found = Float64Array.from(numbers)
      putGreatestLast(found, few)
      const sorted = Float64Array.from(numbers).sort()
      const cut = Math.max(0, numbers.length - few)
      expect(found.subarray(cut)).toEqual(sorted.subarray(cut))
      expect(found.sort()).toEqual(sorted)
    }),
  )
})
