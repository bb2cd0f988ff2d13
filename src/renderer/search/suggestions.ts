import { TAGS } from '#annotations/model/highlight'
import { RELATIONS } from '#annotations/model/relation'
import { type FilterName, filterText } from '#annotations/search/query'
import { wordsOf } from '#annotations/search/words'

/** What the desk has to offer for filters that take a name. */
export type FilterNames = { readonly speakers: readonly string[]; readonly publishers: readonly string[] }

/** A value for the filter that is being written, and the query with it. */
export type Suggestion = { readonly value: string; readonly query: string }

/** As many as fit on a line or two. */
const MOST = 8
const BEING_WRITTEN = /(?:^|\s)(tag|speaker|publisher|relation|linked):["“]?([^"“”]*)$/iu

/** The filter at the end of what was typed, as long as it is not finished. */
export function filterBeingWritten(query: string): FilterName | null {
  const [, name = ''] = BEING_WRITTEN.exec(query) ?? []
  return name === '' ? null : (name.toLowerCase() as FilterName)
}

/** Values that go on with what was typed of a filter, the most used first. */
export function suggestionsFor(query: string, names: FilterNames): readonly Suggestion[] {
  const name = filterBeingWritten(query)
  const match = BEING_WRITTEN.exec(query)
  if (name === null || !match) return []
  const begun = wordsOf(match[2] ?? '')
  const before = query.slice(0, match.index + match[0].search(/\S/))
  return valuesOf(name, names)
    .filter((value) => {
      const words = wordsOf(value)
      return begun.every((one) => words.some((word) => word.startsWith(one))) && wordsOf(value).join() !== begun.join()
    })
    .slice(0, MOST)
    .map((value) => ({ value, query: `${before}${filterText(name, value)} ` }))
}

function valuesOf(name: FilterName, { speakers, publishers }: FilterNames): readonly string[] {
  switch (name) {
    case 'tag':
      return TAGS
    case 'relation':
      return RELATIONS
    case 'linked':
      return ['no', 'yes']
    case 'speaker':
      return speakers
    case 'publisher':
      return publishers
    default:
      return []
  }
}
