import { describe, expect, it } from 'vitest'
import { articleSchema } from '#annotations/model/article'
import type { ArticleSummary } from '#contract/views'
import { filterArticles, sortArticles } from '../../../../src/renderer/library/rows'
import type { LibraryColumn } from '../../../../src/renderer/state/library-route'
import { testIds } from '../../../support/memory-desk'

const ids = testIds()
const now = '2026-01-02T03:04:05.000Z'

function summary(title: string, more: Partial<ArticleSummary['article']> = {}, claims = 0): ArticleSummary {
  const article = articleSchema.parse({
    id: ids.article(),
    title,
    publisher: null,
    byline: null,
    published: null,
    url: null,
    language: null,
    direction: 'ltr',
    revisions: [ids.revision()],
    created: now,
    modified: now,
    ...more,
  })
  return {
    article,
    words: 0,
    counts: { claim: claims, attribution: 0, denial: 0 },
    links: 0,
    orphans: 0,
    sample: false,
  }
}

const titles = (list: readonly ArticleSummary[]) => list.map(({ article }) => article.title)

describe('filtering the library', () => {
  const list = [
    summary('Émigré ministers meet', { publisher: 'The Marrow Gazette' }),
    summary('Ministers do not meet', { byline: 'Ada Reader' }),
    summary('وزیر کا بیان', { language: 'ur' }),
  ]

  it('wants every word, in any order and any field', () => {
    expect(titles(filterArticles(list, 'gazette meet'))).toEqual(['Émigré ministers meet'])
    expect(titles(filterArticles(list, 'reader MINISTERS'))).toEqual(['Ministers do not meet'])
    expect(filterArticles(list, 'gazette reader')).toEqual([])
  })

  it('folds case and diacritics', () => {
    expect(titles(filterArticles(list, 'EMIGRE'))).toEqual(['Émigré ministers meet'])
  })

  it('knows languages by name and by code', () => {
    expect(titles(filterArticles(list, 'urdu'))).toEqual(['وزیر کا بیان'])
    expect(titles(filterArticles(list, 'وزیر'))).toEqual(['وزیر کا بیان'])
  })

  it('keeps everything for a filter of white space', () => {
    expect(filterArticles(list, '  ')).toHaveLength(3)
  })
})

describe('sorting the library', () => {
  const early = summary('B', { published: '2023-05-04', publisher: 'alpha' }, 10)
  const late = summary('a', { published: '2023-05-04T10:00:00Z', publisher: 'Beta' }, 9)
  const unknown = summary('C')
  const sorted = (column: LibraryColumn, descending: boolean) =>
    titles(sortArticles([unknown, late, early], { column, descending }))

  it('puts what is unknown last, either way round', () => {
    expect(sorted('published', false)).toEqual(['B', 'a', 'C'])
    expect(sorted('published', true)).toEqual(['a', 'B', 'C'])
    expect(sorted('publisher', true)).toEqual(['a', 'B', 'C'])
  })

  it('compares words without case, and counts as numbers', () => {
    expect(sorted('title', false)).toEqual(['a', 'B', 'C'])
    expect(sorted('claim', true)).toEqual(['B', 'a', 'C'])
  })

  it('orders equals by title', () => {
    expect(sorted('links', true)).toEqual(['a', 'B', 'C'])
  })
})
