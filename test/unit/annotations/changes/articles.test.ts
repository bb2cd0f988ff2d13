import { describe, expect, test } from 'vitest'
import { addArticles, editArticle, removeArticles, removeSample } from '#annotations/changes/actions/article-actions'
import { addHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { invertChanges } from '#annotations/changes/invert'
import { articleSchema, revisionSchema } from '#annotations/model/article'
import type { ArticleId } from '#annotations/model/ids'
import { canonical, createModelDesk, draftOf, type ModelDesk, must, refusal } from '../model-desk'

function tag(desk: ModelDesk, articleId: ArticleId, start: number, end: number) {
  const revisionId = desk.records.articles.get(articleId)?.revisions[0]
  if (!revisionId) throw new Error('no article')
  return desk.act(addHighlight({ articleId, revisionId, start, end, tag: 'claim' })).value.id
}

/** Two articles, a highlight in each, a link between them. */
function linkedDesk() {
  const desk = createModelDesk()
  const [one, two] = desk.act(
    addArticles([draftOf(['One two three']), draftOf(['Four five six'], { title: 'Second' })]),
  ).value.ids
  if (!one || !two) throw new Error('no articles')
  const from = tag(desk, one, 0, 3)
  const to = tag(desk, two, 0, 4)
  desk.act(addLink({ from, to, relation: 'repeats', note: '' }))
  return { desk, one, two }
}

describe('adding articles', () => {
  test('makes a valid article with one revision, dated now', () => {
    const desk = createModelDesk()
    const { ids, label } = desk.act(addArticles([draftOf(['A paragraph.'])])).value
    const article = desk.records.articles.get(ids[0] as ArticleId)
    expect(articleSchema.parse(article)).toEqual(article)
    expect(article?.created).toBe('2024-01-02T03:04:06.000Z')
    const revision = desk.records.revisions.get(article?.revisions[0] ?? ('' as never))
    expect(revisionSchema.parse(revision)).toEqual(revision)
    expect(label).toBe('Add “Ministers meet”')
  })

  test('says how many there are, and shortens a long title between words', () => {
    const desk = createModelDesk()
    expect(must(desk.plan(addArticles([draftOf(['a']), draftOf(['b']), draftOf(['c'])]))).label).toBe('Add 3 articles')
    const title = 'A very long title that goes on and on until nobody can read it in a menu'
    expect(must(desk.plan(addArticles([draftOf(['a'], { title })]))).label).toBe(
      'Add “A very long title that goes on and on until nobody can read…”',
    )
  })
})

describe('editing an article', () => {
  test('changes what is given, marks it modified and keeps the rest', () => {
    const { desk, one } = linkedDesk()
    const before = desk.records.articles.get(one)
    const { label } = desk.act(editArticle(one, { title: 'New title', byline: 'A. Writer', url: undefined })).value
    const after = desk.records.articles.get(one)
    expect(label).toBe('Edit “New title”')
    expect(after).toEqual({ ...before, title: 'New title', byline: 'A. Writer', modified: after?.modified })
    expect(after?.modified).not.toBe(before?.modified)
  })

  test('to what it is already changes nothing', () => {
    const { desk, one } = linkedDesk()
    expect(must(desk.plan(editArticle(one, { title: 'Ministers meet' }))).changes).toEqual([])
  })

  test('that is gone is refused', () => {
    const { desk, one } = linkedDesk()
    desk.act(removeArticles([one]))
    expect(refusal(desk.plan(editArticle(one, { title: 'x' })))).toBe('not-found')
  })
})

describe('removing articles', () => {
  test('takes revisions, highlights and links along in one change set, dependants first', () => {
    const { desk, one } = linkedDesk()
    const { changes, label } = must(desk.plan(removeArticles([one, one])))
    expect(label).toBe('Remove “Ministers meet”')
    expect(changes.map((change) => change.kind)).toEqual(['link', 'highlight', 'revision', 'article'])
    expect(invertChanges(changes).map((change) => change.kind)).toEqual(['article', 'revision', 'highlight', 'link'])
  })

  test('removes a link between two removed articles once', () => {
    const { desk, one, two } = linkedDesk()
    const { changes, label } = desk.act(removeArticles([one, two])).value
    expect(label).toBe('Remove 2 articles')
    expect(changes.filter((change) => change.kind === 'link')).toHaveLength(1)
    expect(canonical(desk.records)).toBe('[[],[],[],[],[],[],[]]')
  })

  test('is refused whole when one of them is not there', () => {
    const { desk, one, two } = linkedDesk()
    desk.act(removeArticles([two]))
    expect(refusal(desk.plan(removeArticles([one, two])))).toBe('not-found')
  })
})

describe('removing the sample', () => {
  test('leaves the articles of the user alone', () => {
    const { desk, one } = linkedDesk()
    const before = canonical(desk.records)
    desk.act(addArticles([draftOf(['Sample text'], { source: { kind: 'sample' } })]))
    const { label, changes } = desk.act(removeSample).value
    expect(label).toBe('Remove the sample')
    expect(changes).toHaveLength(2)
    expect(canonical(desk.records)).toBe(before)
    expect(desk.records.articles.has(one)).toBe(true)
  })

  test('does nothing where there is none', () => {
    expect(must(linkedDesk().desk.plan(removeSample)).changes).toEqual([])
  })
})
