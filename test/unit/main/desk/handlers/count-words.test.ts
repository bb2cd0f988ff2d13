import { expect, test } from 'vitest'
import type { Block } from '#annotations/model/article'
import { countWords } from '#main/desk/handlers/count-words'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test.each([
  ['en', 'Talks “failed” – a source (who knows) said, twice.', 8],
  ['ur', 'وزیر خارجہ نے کہا کہ', 5],
  [null, '  one\u00a0two  ', 2],
  ['en', '', 0],
  ['en', '— … !', 0],
  ['ja', '外相は会談した', 4],
])('in %s, %j has %i words', (language, text, words) => {
  expect(countWords([paragraph(text)], language)).toBe(words)
})

test('what is not part of the article is not counted', () => {
  expect(countWords([paragraph('one two'), { ...paragraph('three'), aside: true }], 'en')).toBe(2)
})
