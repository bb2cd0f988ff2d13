import { describe, expect, test } from 'vitest'
import { annotatorsOf, compareSides, pileOfFile, pileOfRecords, type Side } from '#annotations/agreement/compared'
import { curate } from '#annotations/agreement/curate'
import { disagreementsOf } from '#annotations/agreement/disagreements'
import { measure } from '#annotations/agreement/measure'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, RevisionId } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { DESK } from '../exchange/rich-desk'
import { canonical, createModelDesk, draftOf, type ModelDesk, must } from '../model-desk'

const TEXT = ['The minister said no talks were held. Bo denied it.', 'It rained all day. وزیر نے تردید کی۔']

/** A desk with two articles of one text each, on which somebody marked passages by their words. */
function deskOf(annotator: string, more: Parameters<typeof draftOf>[1] = {}) {
  const desk = createModelDesk(annotator)
  const [one, two] = desk.act(
    addArticles([
      draftOf(TEXT, { title: 'One', url: 'https://e.org/1', ...more }),
      draftOf(['Only this.'], { title: 'Two' }),
    ]),
  ).value.ids
  if (!one || !two) throw new Error('no articles')
  return { desk, one, two }
}

function mark(desk: ModelDesk, articleId: ArticleId, words: string, tag: Tag) {
  const revisionId = desk.records.articles.get(articleId)?.revisions[0] ?? ('' as RevisionId)
  const blocks = desk.records.revisions.get(revisionId)?.blocks ?? []
  const start = blocks
    .map(({ text }) => text)
    .join('\n')
    .indexOf(words)
  return desk.act(addHighlight({ articleId, revisionId, start, end: start + words.length, tag })).value.id
}

const tie = (desk: ModelDesk, from: string, to: string, relation: Relation) =>
  desk.act(addLink({ from: from as never, to: to as never, relation, note: '' }))

/** Ada’s desk, and Bo’s of the same article: they agree on an attribution and a link, and on nothing else wholly. */
function twoDesks() {
  const ada = deskOf('Ada')
  const bo = deskOf('Bo')
  const [said, claim] = [
    mark(ada.desk, ada.one, 'The minister said', 'attribution'),
    mark(ada.desk, ada.one, 'no talks were held', 'claim'),
  ]
  mark(ada.desk, ada.one, 'Bo denied it', 'denial')
  mark(ada.desk, ada.two, 'Only this', 'claim')
  tie(ada.desk, said, claim, 'attributes')
  const [his, theirs] = [
    mark(bo.desk, bo.one, 'The minister said', 'attribution'),
    mark(bo.desk, bo.one, 'talks were held', 'claim'),
  ]
  mark(bo.desk, bo.one, 'Bo denied it', 'claim')
  mark(bo.desk, bo.one, 'It rained all day', 'claim')
  tie(bo.desk, his, theirs, 'attributes')
  const mine = pileOfRecords('Ada’s desk', ada.desk.records)
  const file = toCrossreadJson(bo.desk.records, DESK, { kind: 'desk' })
  const sides: Side[] = [
    { name: 'Ada', pile: mine, annotator: null },
    { name: 'Bo', pile: pileOfFile(file), annotator: 'Bo' },
  ]
  return { ada, bo, sides, comparison: compareSides(sides) }
}

describe('two desks of the same articles', () => {
  test('are compared where both annotated the same text, whatever ids it has, and the rest is named', () => {
    const { comparison } = twoDesks()
    expect(comparison.texts.map(({ article }) => article.title)).toEqual(['One'])
    expect(comparison.leftOut).toEqual([{ title: 'Two', why: 'Bo marked nothing in it.' }])
    expect(comparison.links.map(({ length }) => length)).toEqual([1, 1])
  })

  test('with another text of the same article say so', () => {
    const { ada } = twoDesks()
    const bo = deskOf('Bo', { blocks: [{ kind: 'paragraph', text: 'Rewritten.' }] })
    mark(bo.desk, bo.one, 'Rewritten', 'claim')
    const { texts, leftOut } = compareSides([
      { name: 'Ada', pile: pileOfRecords('', ada.desk.records), annotator: 'Ada' },
      { name: 'Bo', pile: pileOfRecords('', bo.desk.records), annotator: 'Bo' },
    ])
    expect(texts).toEqual([])
    expect(leftOut).toContainEqual({ title: 'One', why: 'Bo annotated another text of it.' })
  })

  test('have precision, recall and F1 of spans and of links, exact and overlapping', () => {
    const { tags, links } = measure(twoDesks().comparison)
    const of = (name: string) => tags.find(({ tag }) => tag === name)
    expect(of('all')).toMatchObject({
      counts: [3, 4],
      exact: { precision: 0.25, recall: 1 / 3 },
      overlapping: { precision: 0.5, recall: 2 / 3 },
    })
    expect(of('attribution')).toMatchObject({ exact: { f1: 1 }, kappaCharacters: 1, kappaSentences: 1, uAlpha: 1 })
    expect(of('claim')).toMatchObject({
      counts: [1, 3],
      exact: { f1: 0 },
      overlapping: { precision: 1 / 3, recall: 1, f1: 0.5 },
    })
    expect(of('denial')).toMatchObject({ counts: [1, 0], exact: { precision: null, recall: 0, f1: 0 } })
    expect(of('all')?.kappaCharacters).toBeGreaterThan(0.4)
    expect(links).toEqual({
      counts: [1, 1],
      exact: { precision: 0, recall: 0, f1: 0 },
      overlapping: { precision: 1, recall: 1, f1: 1 },
    })
  })

  test('disagree in the order of the text, by ends, by tag, and where one alone marked', () => {
    const { comparison } = twoDesks()
    expect(
      disagreementsOf(comparison).map(({ kind, left, right }) => [
        kind,
        left.map(({ anchor }) => anchor.quote.exact),
        right.map(({ anchor }) => anchor.quote.exact),
      ]),
    ).toEqual([
      ['ends', ['no talks were held'], ['talks were held']],
      ['tags', ['Bo denied it'], ['Bo denied it']],
      ['right-only', [], ['It rained all day']],
    ])
  })
})

describe('several annotators of one desk', () => {
  test('are listed with what they made, and their means are taken over all pairs', () => {
    const { desk, one } = deskOf('Ada')
    const ids = ['The minister said', 'no talks were held', 'no talks', 'It rained all day'].map((words) =>
      mark(desk, one, words, 'claim'),
    )
    for (const [index, name] of ['Ada', 'Bo', 'Bo', 'Cy'].entries()) {
      const highlight = desk.records.highlights.get(ids[index] as never)
      if (highlight) desk.records.putHighlight(highlight.id, { ...highlight, annotator: name })
    }
    const pile = pileOfRecords('Desk', desk.records)
    expect(annotatorsOf(pile)).toEqual([
      { name: 'Bo', articles: 1, highlights: 2, links: 0 },
      { name: 'Ada', articles: 1, highlights: 1, links: 0 },
      { name: 'Cy', articles: 1, highlights: 1, links: 0 },
    ])
    const sides = ['Ada', 'Bo', 'Cy'].map((name) => ({ name, pile, annotator: name }))
    const three = measure(compareSides(sides)).tags[0]
    expect(three).toMatchObject({ counts: [1, 2, 1], exact: { f1: 0 } })
    const pair = (a: number, b: number) =>
      measure(compareSides([sides[a], sides[b]].filter((side) => side !== undefined))).tags[0]?.kappaCharacters ?? 0
    expect(three?.kappaCharacters).toBeCloseTo((pair(0, 1) + pair(0, 2) + pair(1, 2)) / 3, 10)
  })
})

describe('a curator', () => {
  test('accepts a colleague’s highlight in place of the desk’s in one change set, with a warning about its links', () => {
    const { ada, comparison } = twoDesks()
    const [ends] = disagreementsOf(comparison)
    const text = comparison.texts[0]
    if (!ends || !text) throw new Error('no disagreement')
    const add = ends.right.map((one) => ({ ...one, articleId: text.article.id, revisionId: text.revisionId }))
    const before = canonical(ada.desk.records)
    const done = ada.desk.act(curate({ label: 'Accept Bo’s', remove: ends.left.map(({ id }) => id), add })).value
    expect(done).toMatchObject({ label: 'Accept Bo’s', warning: 'With what was removed, 1 link went too.' })
    const makers = new Map(
      Array.from(ada.desk.records.highlights.values(), ({ anchor, annotator }) => [anchor.quote.exact, annotator]),
    )
    expect(makers.get('talks were held')).toBe('Bo')
    expect(makers.has('no talks were held')).toBe(false)
    expect(ada.desk.history.at(-1)?.changes).toHaveLength(3)
    expect(canonical(ada.desk.records)).not.toBe(before)
  })

  test('accepts both, adds no twin, and gives a new id where the desk has another record with it', () => {
    const { ada, comparison } = twoDesks()
    const text = comparison.texts[0]
    const mine = text?.highlights[0]?.[0]
    const his = text?.highlights[1]?.at(-1)
    if (!text || !mine || !his) throw new Error('no highlights')
    const here = { articleId: text.article.id, revisionId: text.revisionId }
    expect(ada.desk.act(curate({ label: 'x', remove: [], add: [{ ...mine, id: his.id }] })).value.changes).toEqual([])
    const { changes } = ada.desk.act(curate({ label: 'x', remove: [], add: [{ ...his, ...here, id: mine.id }] })).value
    expect(changes).toHaveLength(1)
    expect(changes[0]?.id).not.toBe(mine.id)
  })

  test('is refused when a highlight is gone', () => {
    const { ada, comparison } = twoDesks()
    const mine = comparison.texts[0]?.highlights[0]?.[0]
    if (!mine) throw new Error('no highlight')
    must(ada.desk.plan(curate({ label: 'x', remove: [mine.id], add: [] })))
    ada.desk.act(curate({ label: 'x', remove: [mine.id], add: [] }))
    expect(ada.desk.plan(curate({ label: 'x', remove: [mine.id], add: [] })).ok).toBe(false)
    expect(ada.desk.plan(editHighlight(mine.id, { note: 'x' })).ok).toBe(false)
  })
})
