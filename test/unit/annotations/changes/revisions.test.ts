import { describe, expect, test } from 'vitest'
import { carryHighlights } from '#annotations/anchoring/carry/carry-highlights'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight, resizeHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import {
  addRevision,
  keepAsides,
  type Looked,
  setAside,
  settleOrphan,
  toCarryOver,
} from '#annotations/changes/actions/revision-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import { invertChangeSet } from '#annotations/changes/invert'
import type { Block } from '#annotations/model/article'
import { highlightSchema, isOrphan, type Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import { canonical, createModelDesk, draftOf, must, refusal } from '../model-desk'

const CLOSED = 'The harbour was closed on Friday.'
const NOBODY = 'The mayor said nobody had been hurt.'
const INQUIRY = 'The union asked for an inquiry.'
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function deskWithArticle() {
  const desk = createModelDesk()
  const articleId = desk.act(addArticles([draftOf([CLOSED, NOBODY, INQUIRY])])).value.ids[0] as ArticleId
  const article = () => {
    const found = desk.records.articles.get(articleId)
    if (!found) throw new Error('no article')
    return found
  }
  const newest = () => article().revisions.at(-1) as RevisionId
  const tag = (words: string, as: Tag = 'claim', text = [CLOSED, NOBODY, INQUIRY].join('\n')) => {
    const start = text.indexOf(words)
    return desk.act(addHighlight({ articleId, revisionId: newest(), start, end: start + words.length, tag: as })).value
      .id
  }
  const get = (id: HighlightId) => {
    const found = desk.records.highlights.get(id)
    if (!found) throw new Error('no highlight')
    return found
  }
  const look = (texts: readonly string[]): Looked[] =>
    toCarryOver(desk.records, article()).flatMap((highlight) => {
      const old = desk.records.revisions.get(highlight.revisionId)?.blocks ?? []
      return carryHighlights(old, texts.map(paragraph), [highlight]).map((outcome) => ({ highlight, outcome }))
    })
  const revise = (texts: readonly string[], looked = look(texts)) =>
    addRevision({ articleId, blocks: texts.map(paragraph), source: { kind: 'paste' }, looked })
  return { desk, articleId, article, newest, tag, get, look, revise }
}

describe('a new revision', () => {
  test('takes along what was found, leaves the rest to be checked, and says so', () => {
    const { desk, article, newest, tag, get, revise } = deskWithArticle()
    const old = newest()
    const [kept, lost] = [tag('nobody had been hurt'), tag('closed on Friday', 'denial')]
    const { label, found, doubtful } = desk.act(revise([INQUIRY, NOBODY])).value
    expect(label).toBe('New revision of “Ministers meet”: 1 found, 1 to check')
    expect({ found, doubtful }).toEqual({ found: 1, doubtful: 1 })
    expect(article().revisions).toEqual([old, newest()])
    expect(get(kept)).toMatchObject({ revisionId: newest(), carried: { from: old, method: 'same', score: 1 } })
    expect(get(kept).anchor.quote.exact).toBe('nobody had been hurt')
    expect(isOrphan(get(kept), article())).toBe(false)
    expect(get(lost)).toMatchObject({ revisionId: old })
    expect(isOrphan(get(lost), article())).toBe(true)
    for (const id of [kept, lost]) expect(highlightSchema.parse(get(id))).toEqual(get(id))
  })

  test('is one change set that touches no link, and undo brings everything back to the byte', () => {
    const { desk, tag, revise } = deskWithArticle()
    const [from, to] = [tag('closed on Friday', 'denial'), tag('nobody had been hurt')]
    desk.act(addLink({ from, to, relation: 'denies', note: '' }))
    const before = canonical(desk.records)
    desk.act(revise([NOBODY]))
    const made = desk.history.at(-1)
    if (!made) throw new Error('nothing was done')
    expect(made.changes.map((change) => change.kind)).toEqual(['revision', 'article', 'highlight'])
    expect(desk.records.links.size).toBe(1)
    must(applyChangeSet(desk.records, invertChangeSet(made, made)))
    expect(canonical(desk.records)).toBe(before)
  })

  test('of the same text is refused', () => {
    const { desk, revise } = deskWithArticle()
    expect(refusal(desk.plan(revise([CLOSED, NOBODY, INQUIRY])))).toBe('duplicate')
  })

  test('is refused when a highlight came, went or changed since they were looked for', () => {
    const { desk, tag, look, revise } = deskWithArticle()
    const id = tag('nobody had been hurt')
    const looked = look([NOBODY])
    desk.act(editHighlight(id, { note: 'Really?' }))
    expect(refusal(desk.plan(revise([NOBODY], looked)))).toBe('conflict')
    expect(refusal(desk.plan(revise([NOBODY], [])))).toBe('conflict')
    expect(desk.plan(revise([NOBODY])).ok).toBe(true)
  })

  test('finds an orphan of an earlier revision when its words come back', () => {
    const { desk, newest, tag, get, revise } = deskWithArticle()
    const first = newest()
    const id = tag('closed on Friday')
    desk.act(revise([NOBODY, INQUIRY]))
    desk.act(revise([NOBODY, INQUIRY, CLOSED]))
    expect(get(id)).toMatchObject({ revisionId: newest(), carried: { from: first, method: 'same' } })
  })

  test('leaves an older text as it is: no tag is put there and no edge moved', () => {
    const { desk, articleId, newest, tag, revise } = deskWithArticle()
    const old = newest()
    const id = tag('closed on Friday')
    desk.act(revise([NOBODY, INQUIRY]))
    const span = { start: 0, end: 11 }
    expect(refusal(desk.plan(addHighlight({ articleId, revisionId: old, ...span, tag: 'claim' })))).toBe('not-allowed')
    expect(refusal(desk.plan(resizeHighlight(id, span)))).toBe('not-allowed')
  })
})

describe('an orphan', () => {
  const orphaned = () => {
    const made = deskWithArticle()
    const id = made.tag('closed on Friday')
    made.desk.act(made.revise([NOBODY, INQUIRY]))
    return { ...made, id }
  }

  test('is put where the analyst says, described anew', () => {
    const { desk, article, newest, get, id } = orphaned()
    const { label } = desk.act(settleOrphan(id, { kind: 'place', start: 3, end: 9 })).value
    expect(label).toBe('Put claim in its new place')
    expect(get(id)).toMatchObject({ revisionId: newest(), carried: { method: 'hand', score: 1 } })
    expect(get(id).anchor.quote.exact).toBe('mayor')
    expect(isOrphan(get(id), article())).toBe(false)
    expect(highlightSchema.parse(get(id))).toEqual(get(id))
  })

  test('is not put outside the text, nor on another highlight of its tag', () => {
    const { desk, tag, id } = orphaned()
    tag('mayor', 'claim', [NOBODY, INQUIRY].join('\n'))
    expect(refusal(desk.plan(settleOrphan(id, { kind: 'place', start: 3, end: 9 })))).toBe('duplicate')
    expect(refusal(desk.plan(settleOrphan(id, { kind: 'place', start: 0, end: 9_000 })))).toBe('invalid-input')
  })

  test('that stays with its old revision is no orphan any more, and no later revision moves it', () => {
    const { desk, article, get, id, revise } = orphaned()
    desk.act(settleOrphan(id, { kind: 'keep' }))
    expect(isOrphan(get(id), article())).toBe(false)
    const kept = get(id)
    desk.act(revise([NOBODY, INQUIRY, CLOSED]))
    expect(get(id)).toBe(kept)
    desk.act(settleOrphan(id, { kind: 'place', start: 0, end: 9 }))
    expect(get(id)).not.toHaveProperty('settled')
  })

  test('can be settled only while it is one', () => {
    const { desk, tag } = deskWithArticle()
    const id = tag('closed on Friday')
    expect(refusal(desk.plan(settleOrphan(id, { kind: 'keep' })))).toBe('not-allowed')
  })
})

test('changing a note keeps how a highlight was carried; moving its edges by hand forgets it', () => {
  const { desk, tag, get, revise } = deskWithArticle()
  const id = tag('nobody had been hurt', 'attribution')
  desk.act(revise([NOBODY]))
  desk.act(editHighlight(id, { tag: 'claim', note: 'x' }))
  expect(get(id).carried).toMatchObject({ method: 'same' })
  desk.act(resizeHighlight(id, { start: 0, end: 9 }))
  expect(get(id)).not.toHaveProperty('carried')
})

describe('asides', () => {
  test('are marked and unmarked, and nothing else of the text changes', () => {
    const { desk, newest } = deskWithArticle()
    const before = canonical(desk.records)
    expect(desk.act(setAside(newest(), [2], true)).value.label).toBe('Mark 1 paragraph as aside')
    expect(desk.records.revisions.get(newest())?.blocks).toEqual([
      paragraph(CLOSED),
      paragraph(NOBODY),
      { ...paragraph(INQUIRY), aside: true },
    ])
    expect(desk.act(setAside(newest(), [1, 2], false)).value.label).toBe('Mark 2 paragraphs as part of the article')
    expect(canonical(desk.records)).toBe(before)
  })

  test('marked as they are already change nothing, and unknown ones are refused', () => {
    const { desk, newest } = deskWithArticle()
    expect(must(desk.plan(setAside(newest(), [0], false))).changes).toEqual([])
    expect(refusal(desk.plan(setAside(newest(), [3], true)))).toBe('not-found')
  })

  test('keep the analyst’s word in a new revision, where it is clear', () => {
    const aside = (text: string): Block => ({ ...paragraph(text), aside: true })
    const old = [aside(CLOSED), paragraph(NOBODY), aside(INQUIRY), paragraph(INQUIRY)]
    expect(keepAsides(old, [paragraph(CLOSED), aside(NOBODY), aside(INQUIRY), aside('New.')])).toEqual([
      ...[aside(CLOSED), paragraph(NOBODY), aside(INQUIRY), aside('New.')],
    ])
  })
})
