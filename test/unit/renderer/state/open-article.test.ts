import { expect, test } from 'vitest'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight, removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { addRevision, setAside, settleOrphan } from '#annotations/changes/actions/revision-actions'
import type { ArticleId, RevisionId } from '#annotations/model/ids'
import type { DeskChanged } from '#contract/views'
import { afterChange, openArticle, orphansOf } from '../../../../src/renderer/state/open-article'
import { createModelDesk, draftOf } from '../../annotations/model-desk'

/** A desk whose article was revised: one highlight is in the newest text, and one was left behind. */
function revised() {
  const desk = createModelDesk()
  const articleId = desk.act(addArticles([draftOf(['The mayor said no.', 'More follows.'])])).value.ids[0] as ArticleId
  const article = () => {
    const found = desk.records.articles.get(articleId)
    if (!found) throw new Error('no article')
    return found
  }
  const newest = () => article().revisions.at(-1) as RevisionId
  const tag = (start: number, end: number) =>
    desk.act(addHighlight({ articleId, revisionId: newest(), start, end, tag: 'claim' })).value.id
  const lost = tag(0, 9)
  const highlight = desk.records.highlights.get(lost)
  if (!highlight) throw new Error('no highlight')
  const looked = [{ highlight, outcome: { outcome: 'doubtful', id: lost, proposals: [] } }] as const
  const blocks = [{ kind: 'paragraph', text: 'Nobody said anything.' }] as const
  desk.act(addRevision({ articleId, blocks, source: { kind: 'paste' }, looked }))
  const there = tag(0, 6)
  const revision = desk.records.revisions.get(newest())
  if (!revision) throw new Error('no revision')
  const view = {
    article: article(),
    revision,
    revisions: [],
    highlights: [...desk.records.highlights.values()],
    links: [],
    briefs: [],
  }
  const changed = (): DeskChanged => ({
    label: '',
    kind: 'do',
    changes: desk.history.at(-1)?.changes ?? [],
    summaries: [],
    removedArticles: [],
    unlisted: false,
    briefs: [],
    undo: { undo: null, redo: null },
    hasSample: false,
  })
  return { desk, lost, there, newest, open: openArticle(view), changed }
}

test('an article shows the highlights of its revision, and keeps the others apart', () => {
  const { open, there, lost } = revised()
  expect(open.highlights.map(({ id }) => id)).toEqual([there])
  expect(orphansOf(open).map(({ id }) => id)).toEqual([lost])
})

test('an orphan that is given a place is shown; one that is kept with its text is neither shown nor an orphan', () => {
  const { desk, open, lost, there, changed } = revised()
  desk.act(settleOrphan(lost, { kind: 'keep' }))
  const kept = afterChange(open, changed())
  expect(kept && [kept.highlights.length, orphansOf(kept).length]).toEqual([1, 0])
  desk.act(settleOrphan(lost, { kind: 'place', start: 7, end: 11 }))
  expect(afterChange(open, changed())?.highlights.map(({ id }) => id)).toEqual([there, lost])
})

test('a change to an orphan, its removal and its links are seen too', () => {
  const { desk, open, lost, there, changed } = revised()
  desk.act(editHighlight(lost, { note: 'Where did it go?' }))
  expect(afterChange(open, changed())?.elsewhere[0]?.note).toBe('Where did it go?')
  desk.act(addLink({ from: lost, to: there, relation: 'repeats', note: '' }))
  expect(afterChange(open, changed())?.links.size).toBe(1)
  desk.act(removeHighlights([lost]))
  expect(afterChange(open, changed())?.elsewhere).toEqual([])
})

test('a paragraph that is marked as aside is one at once', () => {
  const { desk, open, newest, changed } = revised()
  desk.act(setAside(newest(), [0], true))
  expect(afterChange(open, changed())?.revision.blocks[0]?.aside).toBe(true)
})

test('what touches another article leaves the same object', () => {
  const { desk, open, changed } = revised()
  desk.act(addArticles([draftOf(['Other.'])]))
  expect(afterChange(open, changed())).toBe(open)
})
