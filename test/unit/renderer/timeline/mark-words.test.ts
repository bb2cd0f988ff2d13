import { expect, test } from 'vitest'
import { markWords } from '../../../../src/renderer/timeline/mark-words'
import type { Box } from '../../../../src/renderer/timeline/scene'

const named = (title: string) =>
  markWords(
    {
      mark: { articles: [0] },
      article: { title, published: null, revisions: 1 },
      counts: { claim: 2, attribution: 1, denial: 0 },
      role: 'first',
    } as unknown as Box,
    'Courier',
  )

test.each([
  ['Ministers meet', 'Courier, no date: Ministers meet. Said first. 2 claims'],
  ['Ministers meet.', 'Courier, no date: Ministers meet. Said first. 2 claims'],
  ['Do ministers meet?', 'Courier, no date: Do ministers meet? Said first. 2 claims'],
  ['“They met.”', 'Courier, no date: “They met.” Said first. 2 claims'],
  ['وزیر نے کہا۔', 'Courier, no date: وزیر نے کہا۔ Said first. 2 claims'],
])('a mark of %j is named in sentences that end once', (title, words) => {
  expect(named(title)).toContain(words)
})
