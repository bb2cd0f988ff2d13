import { describe, expect, test } from 'vitest'
import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import type { FoundHighlight, PassageHit, SearchGroup } from '#contract/search-views'
import { piecesOf, placeOf, rowsOf } from '../../../../src/renderer/search/rows'

const hit = (start: number, end: number, highlight: Partial<FoundHighlight> | null = null): PassageHit => ({
  kind: 'passage',
  start,
  end,
  passage: { text: 'words', marks: [] },
  before: '',
  after: '',
  highlight: highlight && {
    id: 'hl_1' as HighlightId,
    tag: 'claim',
    speaker: null,
    note: null,
    verdict: null,
    links: 0,
    ...highlight,
  },
})
const group = (...hits: readonly PassageHit[]): SearchGroup => ({
  articleId: 'art_1' as ArticleId,
  revisionId: 'rev_1' as RevisionId,
  title: { text: 'Title', marks: [] },
  publisher: null,
  byline: null,
  published: null,
  language: null,
  direction: 'ltr',
  hits,
  more: 0,
})

describe('the rows of what was found', () => {
  test('keep their ids when a sentence becomes a highlight', () => {
    const before = rowsOf([group(hit(3, 9), hit(12, 20))]).map(({ id }) => id)
    expect(rowsOf([group(hit(3, 9, {}), hit(12, 20))]).map(({ id }) => id)).toEqual(before)
  })

  test('have an id each, also where two highlights are on one passage', () => {
    const ids = rowsOf([group(hit(3, 9, {}), hit(3, 9, { id: 'hl_2' as HighlightId, tag: 'denial' }))])
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3)
  })

  test('lead to their highlight, or to the passage', () => {
    const [article, sentence, highlight] = rowsOf([group(hit(3, 9), hit(12, 20, {}))])
    expect(article && placeOf(article)).toEqual({ view: 'article', id: 'art_1', highlight: null })
    expect(sentence && placeOf(sentence)).toMatchObject({ highlight: null, span: { start: 3, end: 9 } })
    expect(highlight && placeOf(highlight)).toMatchObject({ highlight: 'hl_1' })
  })
})

describe('a text in pieces', () => {
  test('is the text again, its marks apart', () => {
    const pieces = piecesOf({ text: 'the night ferry', marks: [{ start: 4, end: 9 }] })
    expect(pieces.map(({ text }) => text)).toEqual(['the ', 'night', ' ferry'])
    expect(pieces.map(({ isMark }) => isMark)).toEqual([false, true, false])
  })

  test('begins shortly before a match that lies deep in it, at a word', () => {
    const text = `${'word '.repeat(60)}night`
    const pieces = piecesOf({ text, marks: [{ start: 300, end: 305 }] })
    expect(pieces[0]?.text).toBe('…')
    expect(pieces[1]?.text).toMatch(/^(word ){10,13}$/)
    expect(pieces.at(-1)).toEqual({ text: 'night', isMark: true, start: 300 })
  })
})
