import { describe, expect, test } from 'vitest'
import { annotatorsOf, compareSides, pileOfFile, pileOfRecords, type Side } from '#annotations/agreement/compared'
import { curate } from '#annotations/agreement/curate'
import { decide } from '#annotations/agreement/decide'
import { disagreementsOf } from '#annotations/agreement/disagreements'
import { measure, measurePairs } from '#annotations/agreement/measure'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { invertChanges } from '#annotations/changes/invert'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import type { Highlight, Tag } from '#annotations/model/highlight'
import type { ArticleId, RevisionId } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { ok } from '#annotations/model/result'
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

const mustHave = (): never => {
  throw new Error('a link hangs in the air')
}
const exactOf = ({ anchor }: Highlight) => anchor.quote.exact

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
    expect(of('attribution')).toMatchObject({
      cuAlpha: null,
      exact: { f1: 1 },
      kappaCharacters: 1,
      kappaSentences: 1,
      uAlpha: 1,
    })
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
      disagreementsOf(comparison).map(({ kind, sides }) => [kind, ...sides.map((marks) => marks.map(exactOf))]),
    ).toEqual([
      ['ends', ['no talks were held'], ['talks were held']],
      ['tags', ['Bo denied it'], ['Bo denied it']],
      ['alone', [], ['It rained all day']],
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
    for (const { sides: two, numbers } of measurePairs(compareSides(sides)))
      expect(numbers).toEqual(measure(compareSides(two.flatMap((side) => sides.slice(side, side + 1)))))
  })
})

describe('three annotators', () => {
  /** Each marks passages of the same text, by their words. */
  function threeDesks(...marks: readonly (readonly (readonly [words: string, tag: Tag])[])[]) {
    const desks = ['Ada', 'Bo', 'Cy'].map((name, side) => {
      const { desk, one } = deskOf(name)
      mark(desk, one, '.', 'claim')
      for (const [words, tag] of marks[side] ?? []) mark(desk, one, words, tag)
      return { name, pile: pileOfRecords(name, desk.records), annotator: null }
    })
    return disagreementsOf(compareSides(desks)).map(({ kind, sides }) => [kind, sides.map(({ length }) => length)])
  }

  test('disagree where not all of them marked the same, and it is said how', () => {
    const said = ['The minister said', 'attribution'] as const
    const claim = ['no talks were held', 'claim'] as const
    expect(threeDesks([said], [said], [said])).toEqual([])
    expect(threeDesks([said], [said], [])).toEqual([['some', [1, 1, 0]]])
    expect(threeDesks([], [said], [])).toEqual([['alone', [0, 1, 0]]])
    expect(threeDesks([claim], [claim], [['talks were held', 'claim']])).toEqual([['ends', [1, 1, 1]]])
    expect(threeDesks([claim], [], [['no talks were held', 'denial']])).toEqual([['tags', [1, 0, 1]]])
    expect(threeDesks([claim], [['talks', 'denial']], [claim])).toEqual([['mixed', [1, 1, 1]]])
    expect(threeDesks([claim], [['no', 'claim']], [['held', 'claim']])).toEqual([['mixed', [1, 1, 1]]])
    expect(threeDesks([claim, said], [claim, said], [claim])).toEqual([['some', [1, 1, 0]]])
  })
})

describe('a curator', () => {
  /** What comes of keeping Bo's side of the disagreement about a passage. */
  function keepBo(words: string, { ada, sides, comparison }: ReturnType<typeof twoDesks>) {
    const wanted = disagreementsOf(comparison).find((one) => one.sides.flat().some((mark) => exactOf(mark) === words))
    const desk = sides[0]?.pile
    if (!wanted || !desk) throw new Error('no disagreement')
    return ada.desk.act(curate(decide(wanted, 1, { sides, comparison, desk }))).value
  }

  test('who accepts a colleague’s highlight has his links of it too, once, and in the same change set', () => {
    const desks = twoDesks()
    const { records } = desks.ada.desk
    const done = keepBo('talks were held', desks)
    expect(done).toMatchObject({
      label: 'Keep what Bo marked in “One”',
      warning: 'With what was removed, 1 link went too.',
    })
    const links = [...records.links.values()].map(({ from, to, annotator }) => [
      annotator,
      ...[from, to].map((id) => exactOf(records.highlights.get(id) ?? mustHave())),
    ])
    expect(links).toEqual([['Bo', 'The minister said', 'talks were held']])
    expect(desks.ada.desk.history.at(-1)?.changes).toHaveLength(4)
    const undone = desks.ada.desk.act(() => ok({ label: 'Undo', changes: invertChanges(done.changes) }))
    expect(undone.ok && [...records.links.values()].map(({ annotator }) => annotator)).toEqual(['Ada'])
  })

  test('is told of links whose other end is not on the desk, and has them once that is', () => {
    const desks = twoDesks()
    const { bo, ada } = desks
    const [rain, denied] = ['It rained all day', 'Bo denied it'].map(
      (words) => [...bo.desk.records.highlights.values()].find((one) => exactOf(one) === words)?.id ?? '',
    )
    tie(bo.desk, denied ?? '', rain ?? '', 'contradicts')
    const file = pileOfFile(toCrossreadJson(bo.desk.records, DESK, { kind: 'desk' }))
    const again = () => {
      const mine = pileOfRecords('', ada.desk.records)
      const sides = [
        { name: 'Ada', pile: mine, annotator: null },
        { name: 'Bo', pile: file, annotator: null },
      ]
      return { ...desks, sides, comparison: compareSides(sides) }
    }
    expect(keepBo('It rained all day', again()).warning).toBe('1 link was left out: its other end is not on this desk.')
    expect(keepBo('Bo denied it', again()).warning).toBeUndefined()
    expect([...ada.desk.records.links.values()].map(({ relation }) => relation)).toContain('contradicts')
  })

  test('accepts a colleague’s highlight in place of the desk’s in one change set, with a warning about its links', () => {
    const { ada, comparison } = twoDesks()
    const [ends] = disagreementsOf(comparison)
    const text = comparison.texts[0]
    if (!ends || !text) throw new Error('no disagreement')
    const [ours = [], theirs = []] = ends.sides
    const add = theirs.map((one) => ({ ...one, articleId: text.article.id, revisionId: text.revisionId }))
    const before = canonical(ada.desk.records)
    const done = ada.desk.act(curate({ label: 'Accept Bo’s', remove: ours.map(({ id }) => id), add, links: [] })).value
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
    expect(
      ada.desk.act(curate({ label: 'x', remove: [], add: [{ ...mine, id: his.id }], links: [] })).value.changes,
    ).toEqual([])
    const { changes } = ada.desk.act(
      curate({ label: 'x', remove: [], add: [{ ...his, ...here, id: mine.id }], links: [] }),
    ).value
    expect(changes).toHaveLength(1)
    expect(changes[0]?.id).not.toBe(mine.id)
  })

  test('is refused when a highlight is gone', () => {
    const { ada, comparison } = twoDesks()
    const mine = comparison.texts[0]?.highlights[0]?.[0]
    if (!mine) throw new Error('no highlight')
    must(ada.desk.plan(curate({ label: 'x', remove: [mine.id], add: [], links: [] })))
    ada.desk.act(curate({ label: 'x', remove: [mine.id], add: [], links: [] }))
    expect(ada.desk.plan(curate({ label: 'x', remove: [mine.id], add: [], links: [] })).ok).toBe(false)
    expect(ada.desk.plan(editHighlight(mine.id, { note: 'x' })).ok).toBe(false)
  })
})
