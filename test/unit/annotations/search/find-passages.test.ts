import { describe, expect, test } from 'vitest'
import { createMatcher, findMatches, findPassages } from '#annotations/search/find-passages'
import { parseQuery } from '#annotations/search/query'

const matched = (text: string, query: string) =>
  findMatches(text, createMatcher(parseQuery(query).terms)).map(({ start, end }) => text.slice(start, end))

describe('the places of a query in a text', () => {
  test('are those of its words, whatever their accents, capitals, quotes and spaces', () => {
    expect(matched('The Résumé isn’t\u00a0done', '"isn\'t done" resume')).toEqual(['Résumé', 'isn’t\u00a0done'])
  })

  test('of words in a row are only where they stand in a row', () => {
    expect(matched('night of the night ferry, ferry night', '"night ferry"')).toEqual(['night ferry'])
    expect(matched('a a a b', '"a a b"')).toEqual(['a a b'])
  })

  test('are found in Urdu as in Latin letters', () => {
    expect(matched('وزیرِ اعظم نے کہا', 'وزیر اعظم ')).toEqual(['وزیرِ', 'اعظم'])
  })

  test('take in like words that were found instead', () => {
    const matcher = createMatcher(parseQuery('minster~').terms, [{ word: 'minster', instead: ['minister'] }])
    expect(findMatches('the Minister said', matcher)).toHaveLength(1)
  })
})

describe('the passages of a text', () => {
  const blocks = [
    { text: 'The ferry left. At night it rained.' },
    { text: 'Nothing here.' },
    { text: 'The night ferry sank! Nobody saw the ferry.' },
  ]
  const text = blocks.map((block) => block.text).join('\n')
  const find = (query: string, most: number) => {
    const { passages, matches } = findPassages(blocks, 'en', createMatcher(parseQuery(query).terms), most)
    return { words: passages.map(({ start, end }) => text.slice(start, end)), matches }
  }

  test('are the sentences with the most of the query, in reading order', () => {
    expect(find('night ferry', 1).words).toEqual(['The night ferry sank!'])
    expect(find('night ferry', 3)).toEqual({
      words: ['The ferry left.', 'At night it rained.', 'The night ferry sank!'],
      matches: 5,
    })
  })

  test('hold words in a row that reach over the end of a sentence', () => {
    expect(find('"left at night"', 3).words).toEqual(['The ferry left. At night'])
  })
})
