import { describe, expect, test } from 'vitest'
import { addArticles } from '#annotations/changes/actions/article-actions'
import {
  addHighlight,
  editHighlight,
  removeHighlights,
  resizeHighlight,
} from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { highlightSchema, type Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import { createModelDesk, draftOf, must, refusal } from '../model-desk'

const TEXT = 'The minister said no talks were held.'

function deskWithArticle() {
  const desk = createModelDesk()
  const articleId = desk.act(addArticles([draftOf([TEXT, 'Second paragraph 👨‍👩‍👧 here.'])])).value.ids[0] as ArticleId
  const revisionId = desk.records.articles.get(articleId)?.revisions[0] as RevisionId
  const add = (start: number, end: number, tag: Tag) => addHighlight({ articleId, revisionId, start, end, tag })
  const get = (id: HighlightId) => desk.records.highlights.get(id)
  return { desk, articleId, revisionId, add, get }
}

describe('tagging a passage', () => {
  test('makes a valid highlight of the snapped selection', () => {
    const { desk, add, get } = deskWithArticle()
    const { id, label } = desk.act(add(3, 17, 'attribution')).value
    const highlight = get(id)
    expect(label).toBe('Tag as attribution')
    expect(highlightSchema.parse(highlight)).toEqual(highlight)
    expect(highlight).toMatchObject({ tag: 'attribution', speaker: null, annotator: 'Ada', note: '' })
    expect(highlight?.anchor).toEqual({
      start: 4,
      end: 17,
      quote: { exact: 'minister said', prefix: 'The ', suffix: ' no talks were held.\nSecond para' },
    })
  })

  test('takes a character in whole when only half of it was selected', () => {
    const { desk, add, get } = deskWithArticle()
    const start = TEXT.length + 1 + 'Second paragraph '.length
    const { id } = desk.act(add(start + 1, start + 3, 'claim')).value
    expect(get(id)?.anchor.quote.exact).toBe('👨‍👩‍👧')
  })

  test.each([
    ['an empty selection', 5, 5],
    ['white space alone', 3, 4],
    ['a passage that ends before it starts', 9, 5],
    ['a passage beyond the text', 0, 10_000],
    ['a passage before the text', -1, 5],
  ])('refuses %s', (_what, start, end) => {
    const { desk, add } = deskWithArticle()
    expect(refusal(desk.plan(add(start, end, 'claim')))).toBe('invalid-input')
  })

  test('refuses an unknown article, and a revision of another article', () => {
    const { desk, articleId, revisionId } = deskWithArticle()
    const other = desk.act(addArticles([draftOf([TEXT])])).value.ids[0] as ArticleId
    const span = { start: 0, end: 3, tag: 'claim' } as const
    const unknown = articleId.replace(/.$/, 'z') as ArticleId
    expect(refusal(desk.plan(addHighlight({ ...span, articleId: unknown, revisionId })))).toBe('not-found')
    expect(refusal(desk.plan(addHighlight({ ...span, articleId: other, revisionId })))).toBe('not-found')
  })

  test('refuses the same tag on the same passage, also when the selection was looser', () => {
    const { desk, add } = deskWithArticle()
    desk.act(add(4, 12, 'claim'))
    expect(refusal(desk.plan(add(3, 13, 'claim')))).toBe('duplicate')
    expect(desk.plan(add(4, 12, 'denial')).ok).toBe(true)
    expect(desk.plan(add(4, 17, 'claim')).ok).toBe(true)
  })
})

describe('editing a highlight', () => {
  test('names what changed', () => {
    const { desk, add } = deskWithArticle()
    const { id } = desk.act(add(0, 12, 'claim')).value
    const label = (patch: Parameters<typeof editHighlight>[1]) => desk.act(editHighlight(id, patch)).value.label
    expect(label({ note: 'Check this' })).toBe('Edit note')
    expect(label({ tag: 'denial' })).toBe('Change to denial')
    expect(label({ tag: 'attribution', speaker: ' The minister ' })).toBe('Change to attribution')
    expect(label({ speaker: 'Her deputy' })).toBe('Name the speaker')
    expect(label({ speaker: '  ' })).toBe('Remove the speaker')
  })

  test('trims the speaker, and drops it with the tag', () => {
    const { desk, add, get } = deskWithArticle()
    const { id } = desk.act(add(0, 12, 'attribution')).value
    desk.act(editHighlight(id, { speaker: ' The minister ' }))
    expect(get(id)).toMatchObject({ speaker: 'The minister' })
    desk.act(editHighlight(id, { tag: 'claim' }))
    expect(get(id)).not.toHaveProperty('speaker')
    expect(highlightSchema.safeParse(get(id)).success).toBe(true)
    desk.act(editHighlight(id, { tag: 'attribution' }))
    expect(get(id)).toMatchObject({ speaker: null })
  })

  test('refuses a speaker on what is no attribution', () => {
    const { desk, add } = deskWithArticle()
    const { id } = desk.act(add(0, 12, 'claim')).value
    expect(refusal(desk.plan(editHighlight(id, { speaker: 'X' })))).toBe('invalid-input')
    expect(must(desk.plan(editHighlight(id, { speaker: null }))).changes).toEqual([])
  })

  test('refuses a tag that the same passage has already', () => {
    const { desk, add } = deskWithArticle()
    const { id } = desk.act(add(0, 12, 'claim')).value
    desk.act(add(0, 12, 'denial'))
    expect(refusal(desk.plan(editHighlight(id, { tag: 'denial' })))).toBe('duplicate')
  })

  test('warns when the new tag makes one of its links unusual', () => {
    const { desk, add } = deskWithArticle()
    const denial = desk.act(add(0, 12, 'denial')).value.id
    const claim = desk.act(add(13, 17, 'claim')).value.id
    desk.act(addLink({ from: denial, to: claim, relation: 'denies', note: '' }))
    expect(must(desk.plan(editHighlight(denial, { tag: 'claim' }))).warning).toBe(
      '"denies" seldom joins a claim to a claim.',
    )
    expect(must(desk.plan(editHighlight(denial, { note: 'x' })))).not.toHaveProperty('warning')
  })

  test('to what it is already changes nothing, and one that is gone is refused', () => {
    const { desk, add } = deskWithArticle()
    const { id } = desk.act(add(0, 12, 'claim')).value
    expect(must(desk.plan(editHighlight(id, { tag: 'claim', note: '' }))).changes).toEqual([])
    desk.act(removeHighlights([id]))
    expect(refusal(desk.plan(editHighlight(id, { note: 'x' })))).toBe('not-found')
  })
})

describe('resizing a highlight', () => {
  test('anchors it anew and keeps everything else', () => {
    const { desk, add, get } = deskWithArticle()
    const { id } = desk.act(add(4, 12, 'claim')).value
    const before = get(id)
    const { label } = desk.act(resizeHighlight(id, { start: 0, end: 18 })).value
    expect(label).toBe('Resize claim')
    expect(get(id)?.anchor.quote.exact).toBe('The minister said')
    expect(get(id)).toEqual({ ...before, anchor: get(id)?.anchor, modified: get(id)?.modified })
  })

  test('refuses a passage that has the tag already, nothing, or what lies outside', () => {
    const { desk, add } = deskWithArticle()
    const { id } = desk.act(add(4, 12, 'claim')).value
    desk.act(add(0, 12, 'claim'))
    expect(refusal(desk.plan(resizeHighlight(id, { start: 0, end: 12 })))).toBe('duplicate')
    expect(refusal(desk.plan(resizeHighlight(id, { start: 3, end: 4 })))).toBe('invalid-input')
    expect(refusal(desk.plan(resizeHighlight(id, { start: 0, end: 999 })))).toBe('invalid-input')
    expect(must(desk.plan(resizeHighlight(id, { start: 3, end: 12 }))).changes).toEqual([])
  })
})

describe('removing highlights', () => {
  test('takes their links along, once each', () => {
    const { desk, add } = deskWithArticle()
    const one = desk.act(add(0, 12, 'denial')).value.id
    const two = desk.act(add(13, 17, 'claim')).value.id
    desk.act(addLink({ from: one, to: two, relation: 'denies', note: '' }))
    expect(must(desk.plan(removeHighlights([one]))).label).toBe('Remove denial')
    const { changes, label } = desk.act(removeHighlights([one, two, one])).value
    expect(label).toBe('Remove 2 highlights')
    expect(changes.map((change) => change.kind)).toEqual(['link', 'highlight', 'highlight'])
    expect(refusal(desk.plan(removeHighlights([one])))).toBe('not-found')
  })
})
