import { expect, it } from 'vitest'
import { matchScore, searchText } from '../../../../src/renderer/dialogs/palette-match'

const score = (text: string, query: string) => matchScore(searchText(text), query)

it('finds words in any order, folded', () => {
  expect(score('Ministers meet in Málaga', 'malaga MINISTERS')).not.toBeNull()
  expect(score('Ministers meet in Málaga', 'malaga ministry')).toBeNull()
})

it('finds scattered letters only from the start of a word', () => {
  expect(score('Tag as claim', 'tgcl')).not.toBeNull()
  expect(score('Tag as claim', 'gcl')).toBeNull()
})

it('ranks the start of the text over the start of a word, over its middle, over scattered letters', () => {
  const ranks = ['import', 'Add import', 'reimport', 'inner map of ports'].map((text) => score(text, 'imp') ?? -1)
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
  expect(new Set(ranks).size).toBe(ranks.length)
})
