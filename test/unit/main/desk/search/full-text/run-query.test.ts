import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMatcher, findMatches } from '#annotations/search/find-passages'
import { parseQuery } from '#annotations/search/query'
import { runQuery } from '#main/desk/search/full-text/run-query'
import { type SearchDoc, TextIndex } from '#main/desk/search/full-text/text-index'

const textDoc = (id: string, text: string, about: Partial<SearchDoc['about']> = {}): SearchDoc => ({
  id,
  articleId: id,
  kind: 'text',
  tag: null,
  fields: ['', text],
  speaker: null,
  relations: [],
  about: { title: '', publisher: null, published: null, ...about },
})
const highlightDoc = (id: string, articleId: string, text: string, more: Partial<SearchDoc> = {}): SearchDoc => ({
  ...textDoc(id, text),
  articleId,
  kind: 'highlight',
  tag: 'claim',
  about: null,
  ...more,
})
const indexOf = (...docs: readonly SearchDoc[]) => {
  const index = new TextIndex()
  for (const doc of docs) index.put(doc)
  return index
}
const idsFor = (index: TextIndex, query: string) =>
  runQuery(index, parseQuery(query), 0, 100)
    .groups.flatMap(({ articleId, text, records }) => [...(text ? [articleId] : []), ...records])
    .sort()

const WORDS = ['ferry', 'ferries', 'night', 'nigh', 'the', 'a', 'وزیر', 'éclair', 'eclair']
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' '))
const query = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WORDS, 'fer*', 'ni*', 'e* ', 'n*', 'é*', 'و*'),
      fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  // As it is typed, the last words of a row may still go on.
  .chain((parts) => fc.constantFrom(' ', ' n', ' f', ' "the n', ' "a night f').map((end) => `${parts.join(' ')}${end}`))

describe('the index', () => {
  test('finds just what a look at every text finds, after any changes, compacting and their order', () => {
    const change = fc.record({ doc: fc.nat(5), text: fc.option(text), compact: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), query, (changes, asked) => {
        let index = new TextIndex()
        const texts = new Map<string, string>()
        for (const { doc, text, compact } of changes) {
          const id = `art_${doc}`
          if (text === null) {
            index.remove(id)
            texts.delete(id)
          } else {
            index.put(textDoc(id, text))
            texts.set(id, text)
          }
          if (compact) index = index.compact()
        }
        const parsed = parseQuery(asked)
        const matcher = createMatcher(parsed.terms)
        const expected = [...texts]
          .filter(
            ([, text]) => new Set(findMatches(text, matcher).map(({ term }) => term)).size === matcher.terms.length,
          )
          .map(([id]) => id)
          .sort()
        // Like words are taken only where nothing has all words.
        if (expected.length > 0) expect(idsFor(index, asked)).toEqual(expected)
      }),
    )
  })

  test('takes like words where a word is nowhere, and says which', () => {
    const index = indexOf(textDoc('art_1', 'the minister left'), textDoc('art_2', 'the mister stayed'))
    const found = runQuery(index, parseQuery('minster left '), 0, 10)
    expect(found.groups.map(({ articleId }) => articleId)).toEqual(['art_1'])
    expect(found.alike).toEqual([{ word: 'minster', instead: expect.arrayContaining(['minister']) }])
    expect(idsFor(index, 'mnister ')).toContain('art_1')
    expect(idsFor(index, 'zzzzz ')).toEqual([])
  })

  test('takes like words beside the word itself where that is asked for', () => {
    const index = indexOf(
      textDoc('art_1', 'Sergey said'),
      textDoc('art_2', 'Sergei said'),
      textDoc('art_3', 'Sara said'),
    )
    expect(idsFor(index, 'sergey ')).toEqual(['art_1'])
    expect(idsFor(index, 'sergey~')).toEqual(['art_1', 'art_2'])
  })

  test('finds no words in a row across two fields', () => {
    const index = indexOf({ ...textDoc('art_1', ''), fields: ['night', 'ferry'] })
    expect(idsFor(index, '"night ferry"')).toEqual([])
    expect(idsFor(index, 'night ferry ')).toEqual(['art_1'])
  })

  test('narrows down by every filter', () => {
    const index = indexOf(
      textDoc('art_1', 'ferry', { title: 'Night boat', publisher: 'The Herald', published: '2022-03-01T09:00:00Z' }),
      textDoc('art_2', 'ferry', { publisher: 'Observer', published: '2024-01-01' }),
      highlightDoc('hl_1', 'art_1', 'ferry', { tag: 'denial', relations: ['denies'] }),
      highlightDoc('hl_2', 'art_2', 'ferry', { tag: 'attribution', speaker: 'Ada Lovelace' }),
      { ...highlightDoc('lnk_1', 'art_1', 'ferry', { relations: ['denies'] }), kind: 'link', tag: null },
    )
    expect(idsFor(index, 'tag:denial')).toEqual(['hl_1'])
    expect(idsFor(index, 'ferry tag:denial,attribution')).toEqual(['hl_1', 'hl_2'])
    expect(idsFor(index, 'speaker:love')).toEqual(['hl_2'])
    expect(idsFor(index, 'linked:no')).toEqual(['hl_2'])
    expect(idsFor(index, 'linked:yes')).toEqual(['hl_1'])
    expect(idsFor(index, 'relation:denies')).toEqual(['hl_1', 'lnk_1'])
    expect(idsFor(index, 'publisher:herald')).toEqual(['art_1'])
    expect(idsFor(index, 'ferry publisher:herald')).toEqual(['art_1', 'hl_1', 'lnk_1'])
    expect(idsFor(index, 'date:2022..2023')).toEqual(['art_1'])
    expect(idsFor(index, 'date:..2024')).toEqual(['art_1', 'art_2'])
    expect(idsFor(index, 'article:boat')).toEqual(['art_1'])
    expect(idsFor(index, 'article:art_2')).toEqual(['art_2'])
  })

  test('answers page after page, the better article first, each once', () => {
    const docs = Array.from({ length: 25 }, (_, at) => textDoc(`art_${at}`, `ferry ${'x '.repeat(at * 3)}`))
    const index = indexOf(...docs)
    const pages = [0, 10, 20, 30].map((offset) => runQuery(index, parseQuery('ferry '), offset, 10))
    const ids = pages.flatMap(({ groups }) => groups.map(({ articleId }) => articleId))
    expect(ids).toEqual(docs.map(({ id }) => id))
    expect(pages.map(({ total }) => total.articles)).toEqual([25, 25, 25, 25])
  })

  test('knows long lists of places by heart', () => {
    const docs = Array.from({ length: 400 }, (_, at) =>
      textDoc(`art_${at}`, `${'a '.repeat(at + 1)}${at % 7 === 0 ? 'b' : ''}`),
    )
    const index = indexOf(...docs)
    expect(runQuery(index, parseQuery('"a b"'), 0, 1).total.articles).toBe(58)
    expect(runQuery(index.compact(), parseQuery('"a b"'), 0, 1).total.articles).toBe(58)
  })
})
