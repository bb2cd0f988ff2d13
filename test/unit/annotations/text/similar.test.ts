import { describe, expect, it } from 'vitest'
import { likeness, SimilarIndex, sameAddressKey, sketchOf } from '#annotations/text/similar'

/** A text of invented words that is the same for the same seed. */
function textOf(seed: number, words = 600): string[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
  return Array.from({ length: words }, () => `word${(next() >>> 8) % 5000}`)
}

/** Every nth word is another one. */
const edited = (words: readonly string[], every: number) =>
  words.map((word, i) => (i % every === 0 ? `${word}x` : word))

describe('the likeness of two texts', () => {
  it('is 1 for the same words in other typography', () => {
    expect(
      likeness(
        sketchOf('“The ferry – at last – sails”, Ada said.'),
        sketchOf('"the FERRY - at last - sails", Ada   said.'),
      ),
    ).toBe(1)
  })

  it('is near 0 for texts of the same words in another order', () => {
    const words = textOf(1)
    expect(likeness(sketchOf(words.join(' ')), sketchOf([...words].sort().join(' ')))).toBeLessThan(0.1)
  })

  it('falls as more words are changed, and is near the true share of common shingles', () => {
    const words = textOf(2)
    const sketch = sketchOf(words.join(' '))
    const of = (every: number) => likeness(sketch, sketchOf(edited(words, every).join(' ')))
    expect(of(100)).toBeGreaterThan(of(20))
    // One word in 20 spoils four of 20 shingles on either side: 16 of 24 are common.
    expect(of(20)).toBeGreaterThan(0.5)
    expect(of(20)).toBeLessThan(0.82)
  })

  it('is defined for texts shorter than a shingle, and for none', () => {
    expect(likeness(sketchOf('ferry'), sketchOf('Ferry'))).toBe(1)
    expect(likeness(sketchOf('ferry'), sketchOf('mast'))).toBeLessThan(0.1)
    expect(likeness(sketchOf(''), sketchOf(''))).toBe(1)
  })
})

describe('an index of articles', () => {
  it('finds a revision among a thousand others, and nothing for a new story', () => {
    const index = new SimilarIndex<number>()
    for (let seed = 10; seed < 1010; seed++) index.add(seed, sketchOf(textOf(seed, 200).join(' ')), null)
    const revised = index.find(sketchOf(edited(textOf(500, 200), 25).join(' ')), null)
    expect(revised.map(({ key }) => key)).toEqual([500])
    expect(index.find(sketchOf(textOf(9_999, 200).join(' ')), null)).toEqual([])
  })

  it('finds the same address whatever its text has become, before a likelier text', () => {
    const index = new SimilarIndex<string>()
    index.add('there', sketchOf(textOf(1).join(' ')), 'https://www.coast.example/news/ferry/?utm_source=mail#top')
    index.add('twin', sketchOf(textOf(2).join(' ')), null)
    const found = index.find(sketchOf(textOf(2).join(' ')), 'http://coast.example/news/ferry')
    expect(found).toMatchObject([
      { key: 'there', sameAddress: true },
      { key: 'twin', sameAddress: false, likeness: 1 },
    ])
  })
})

it.each([
  ['https://coast.example/a?id=1', 'https://coast.example/a?id=2'],
  ['https://coast.example/a', 'https://coast.example/b'],
  ['https://coast.example/a', 'https://bay.example/a'],
])('%s and %s are different pages', (a, b) => {
  expect(sameAddressKey(a)).not.toBe(sameAddressKey(b))
})
