import { describe, expect, test } from 'vitest'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink, editLink, removeLinks } from '#annotations/changes/actions/link-actions'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, RevisionId } from '#annotations/model/ids'
import { linkSchema } from '#annotations/model/link'
import { createModelDesk, draftOf, must, refusal } from '../model-desk'

function deskWithHighlights() {
  const desk = createModelDesk()
  const articleId = desk.act(addArticles([draftOf(['one two three four'])])).value.ids[0] as ArticleId
  const revisionId = desk.records.articles.get(articleId)?.revisions[0] as RevisionId
  const tag = (start: number, end: number, tag: Tag) =>
    desk.act(addHighlight({ articleId, revisionId, start, end, tag })).value.id
  return { desk, claim: tag(0, 3, 'claim'), denial: tag(4, 7, 'denial'), other: tag(8, 13, 'claim') }
}

describe('linking', () => {
  test('makes a valid link and names its relation', () => {
    const { desk, claim, denial } = deskWithHighlights()
    const { id, label, warning } = desk.act(addLink({ from: denial, to: claim, relation: 'denies', note: 'n' })).value
    expect(label).toBe('Link: denies')
    expect(warning).toBeUndefined()
    expect(linkSchema.parse(desk.records.links.get(id))).toMatchObject({ from: denial, to: claim, note: 'n' })
  })

  test('an unusual pair is allowed with a warning', () => {
    const { desk, claim, denial } = deskWithHighlights()
    expect(desk.act(addLink({ from: claim, to: denial, relation: 'denies', note: '' })).value.warning).toBe(
      '"denies" seldom joins a claim to a denial.',
    )
  })

  test('refuses a link to itself and to what is not there', () => {
    const { desk, claim, denial } = deskWithHighlights()
    expect(refusal(desk.plan(addLink({ from: claim, to: claim, relation: 'relates', note: '' })))).toBe('invalid-input')
    desk.records.putHighlight(denial, null)
    expect(refusal(desk.plan(addLink({ from: claim, to: denial, relation: 'relates', note: '' })))).toBe('not-found')
  })

  test('refuses a duplicate: a symmetric one in either direction, a directed one in its own', () => {
    const { desk, claim, denial, other } = deskWithHighlights()
    const link = (from: typeof claim, to: typeof claim, relation: 'repeats' | 'denies') =>
      addLink({ from, to, relation, note: 'another note' })
    desk.act(link(claim, other, 'repeats'))
    desk.act(link(denial, claim, 'denies'))
    expect(refusal(desk.plan(link(claim, other, 'repeats')))).toBe('duplicate')
    expect(refusal(desk.plan(link(other, claim, 'repeats')))).toBe('duplicate')
    expect(refusal(desk.plan(link(denial, claim, 'denies')))).toBe('duplicate')
    expect(desk.plan(link(claim, denial, 'denies')).ok).toBe(true)
  })
})

describe('editing a link', () => {
  test('names what changed, and warns only when what it says changed', () => {
    const { desk, claim, denial } = deskWithHighlights()
    const { id } = desk.act(addLink({ from: denial, to: claim, relation: 'denies', note: '' })).value
    expect(desk.act(editLink(id, { turn: true })).value).toMatchObject({
      label: 'Turn link around',
      warning: '"denies" seldom joins a claim to a denial.',
    })
    expect(desk.records.links.get(id)).toMatchObject({ from: claim, to: denial })
    const noted = desk.act(editLink(id, { note: 'odd' })).value
    expect(noted.label).toBe('Edit note of link')
    expect(noted.warning).toBeUndefined()
    expect(desk.act(editLink(id, { relation: 'supports' })).value.label).toBe('Change link to “supports”')
  })

  test('to what it is already, or turning what reads the same both ways, changes nothing', () => {
    const { desk, claim, other } = deskWithHighlights()
    const { id } = desk.act(addLink({ from: claim, to: other, relation: 'repeats', note: '' })).value
    expect(must(desk.plan(editLink(id, { relation: 'repeats', note: '' }))).changes).toEqual([])
    expect(must(desk.plan(editLink(id, { turn: true }))).changes).toEqual([])
  })

  test('refuses to become a duplicate of another', () => {
    const { desk, claim, other } = deskWithHighlights()
    desk.act(addLink({ from: claim, to: other, relation: 'repeats', note: '' }))
    const { id } = desk.act(addLink({ from: other, to: claim, relation: 'updates', note: '' })).value
    desk.act(addLink({ from: claim, to: other, relation: 'updates', note: '' }))
    expect(refusal(desk.plan(editLink(id, { relation: 'repeats' })))).toBe('duplicate')
    expect(refusal(desk.plan(editLink(id, { turn: true })))).toBe('duplicate')
    desk.act(removeLinks([id]))
    expect(refusal(desk.plan(editLink(id, { note: 'x' })))).toBe('not-found')
  })
})

test('removing links leaves their highlights', () => {
  const { desk, claim, other, denial } = deskWithHighlights()
  const one = desk.act(addLink({ from: claim, to: other, relation: 'repeats', note: '' })).value.id
  const two = desk.act(addLink({ from: denial, to: other, relation: 'denies', note: '' })).value.id
  expect(must(desk.plan(removeLinks([one]))).label).toBe('Remove link: repeats')
  expect(desk.act(removeLinks([one, two])).value.label).toBe('Remove 2 links')
  expect(desk.records.links.size).toBe(0)
  expect(desk.records.highlights.size).toBe(3)
  expect(refusal(desk.plan(removeLinks([one])))).toBe('not-found')
})
