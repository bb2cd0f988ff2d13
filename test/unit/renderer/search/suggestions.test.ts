import { describe, expect, test } from 'vitest'
import { suggestionsFor } from '../../../../src/renderer/search/suggestions'

const names = { speakers: ['Ada Lovelace', 'Joren Pask'], publishers: ['The Herald'] }
const values = (query: string) => suggestionsFor(query, names).map(({ value }) => value)

describe('suggestions for a filter', () => {
  test('are what the desk has that goes on with what was typed', () => {
    expect(values('ferry speaker:')).toEqual(['Ada Lovelace', 'Joren Pask'])
    expect(values('speaker:pas')).toEqual(['Joren Pask'])
    expect(values('speaker:"ada l')).toEqual(['Ada Lovelace'])
    expect(values('tag:d')).toEqual(['denial'])
  })

  test('take the place of what was typed, in quotes where that is needed', () => {
    expect(suggestionsFor('ferry publisher:her', names)).toEqual([
      { value: 'The Herald', query: 'ferry publisher:"The Herald" ' },
    ])
  })

  test('end with the filter', () => {
    expect(values('tag:denial')).toEqual([])
    expect(values('speaker:"Ada Lovelace" ')).toEqual([])
    expect(values('ferry')).toEqual([])
  })
})
