import { describe, expect, test } from 'vitest'
import { articleIdSchema, createIdSource, highlightIdSchema } from '#annotations/model/ids'

const zeros = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0)
const ones = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(255)

describe('ids', () => {
  test('carry their kind, and one of another kind is refused', () => {
    const ids = createIdSource(() => 1_700_000_000_000, crypto.getRandomValues.bind(crypto))
    expect(articleIdSchema.safeParse(ids.article()).success).toBe(true)
    expect(articleIdSchema.safeParse(ids.highlight()).success).toBe(false)
    expect(highlightIdSchema.safeParse('hl_0123456789ABCDEFGHJKMNPQRS').success).toBe(false)
    expect([ids.desk(), ids.revision(), ids.link(), ids.changeSet()].map((id) => id.split('_')[0])).toEqual([
      'dsk',
      'rev',
      'lnk',
      'chg',
    ])
  })

  test('sort by the time they were made, whatever the random part', () => {
    let now = 1_700_000_000_000
    let random = ones
    const ids = createIdSource(
      () => now,
      (bytes) => random(bytes),
    )
    const first = ids.highlight()
    now += 1
    random = zeros
    expect(ids.highlight() > first).toBe(true)
  })

  test('keep their order within one millisecond, past every carry', () => {
    const ids = createIdSource(
      () => 5,
      (bytes) => zeros(bytes).fill(31, 14),
    )
    const made = Array.from({ length: 3_000 }, () => ids.highlight())
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })

  test('keep their order when the clock goes back', () => {
    let now = 2_000
    const ids = createIdSource(() => now, zeros)
    const first = ids.link()
    now = 1_000
    expect(ids.link() > first).toBe(true)
  })

  test('tell the millisecond they were made in, as in the ULID specification', () => {
    expect(createIdSource(() => 1_469_922_850_259, zeros).article()).toBe('art_01arz3ndek0000000000000000')
  })
})
