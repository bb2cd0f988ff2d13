import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addArticles, editArticle, removeArticles } from '#annotations/changes/actions/article-actions'
import { decideConflicts } from '#annotations/changes/actions/conflict-actions'
import { addHighlight, editHighlight, removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import { invertChangeSet } from '#annotations/changes/invert'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { gatherStates, type Past, pastOf } from '#annotations/exchange/merge/past'
import { planMerge } from '#annotations/exchange/merge/plan-merge'
import { sameValue } from '#annotations/exchange/merge/same-value'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import { canonical, createModelDesk, draftOf, type ModelDesk, must } from '../model-desk'
import { anyFile } from './exchange-desks'
import { DESK, richDesk } from './rich-desk'

const fileOf = ({ records }: ModelDesk) => toCrossreadJson(records, DESK, { kind: 'desk' })
/** What a merge knows of the past of two desks; of the other's, only where its folder is at hand. */
function pastIn(ours: ModelDesk, theirs: ModelDesk | null = null): Past {
  const states = (desk: ModelDesk) => {
    const gathered = gatherStates(() => true)
    for (const changeSet of desk.history) gathered.add(changeSet)
    return gathered
  }
  return pastOf(states(ours), theirs && states(theirs))
}
const merge = (theirs: ModelDesk, past?: Past) =>
  planMerge(fileOf(theirs), { name: 'Bo’s desk', verb: 'Merge', ...(past ? { past } : {}) })

/** Ada's desk, and Bo's, which began as a copy of it. */
function twoDesks() {
  const { desk: ada, ...ids } = richDesk()
  const bo = createModelDesk('Bo', 77)
  bo.act(merge(ada))
  return { ada, bo, ...ids }
}
/** Whether a version says under another id all that a highlight says: of two that mark the same, one is kept. */
function isTwin(one: object | null, highlight: Highlight): boolean {
  if (!one || !('note' in one)) return false
  const { id, created, modified, note, ...place } = highlight
  const words = { ...(note === '' ? {} : { note }), ...place }
  if (speakerOf(highlight) === null && 'speaker' in one) Object.assign(words, { speaker: one.speaker })
  return sameValue({ ...one, ...words }, one)
}
const conflictIds = ({ records }: ModelDesk) => [...records.conflicts.keys()]
const newestOf = (desk: ModelDesk, id: ArticleId) => {
  const revision = desk.records.articles.get(id)?.revisions.at(-1)
  if (!revision) throw new Error('no text')
  return revision
}

describe('merging a desk', () => {
  test('brings what is new in one change set, with its authors and times, and undo takes all of it back', () => {
    const { ada, bo, one, inner } = twoDesks()
    const revisionId = newestOf(bo, one)
    const id = bo.act(addHighlight({ articleId: one, revisionId, start: 0, end: 5, tag: 'claim' })).value.id
    bo.act(addLink({ from: inner, to: id, relation: 'denies', note: 'Bo says' }))
    const before = canonical(ada.records)
    const done = ada.act(merge(bo, pastIn(ada))).value
    expect(done).toMatchObject({ label: 'Merge “Bo’s desk”', highlights: 1, links: 1, conflicts: 0, articles: 0 })
    expect(ada.records.highlights.get(id)).toEqual(bo.records.highlights.get(id))
    expect(ada.records.highlights.get(id)?.annotator).toBe('Bo')
    const last = ada.history.at(-1)
    if (!last) throw new Error('nothing was done')
    must(applyChangeSet(ada.records, invertChangeSet(last, last)))
    expect(canonical(ada.records)).toBe(before)
  })

  test('keeps both versions of what each changed, until one is chosen', () => {
    const { ada, bo, claim } = twoDesks()
    ada.act(editHighlight(claim, { note: 'Ada' }))
    bo.act(editHighlight(claim, { note: 'Bo' }))
    expect(ada.act(merge(bo, pastIn(ada, bo))).value).toMatchObject({ conflicts: 1, updated: 0 })
    expect(ada.records.highlights.get(claim)?.note).toBe('Ada')
    expect([...ada.records.conflicts.values()]).toMatchObject([
      { of: { kind: 'highlight', id: claim, other: { note: 'Bo' } }, from: 'Bo’s desk', annotator: 'Ada' },
    ])
    const again = must(ada.plan(merge(bo, pastIn(ada, bo))))
    expect(again).toMatchObject({ changes: [], conflicts: 0, waiting: 1, older: 0 })
    ada.act(decideConflicts(conflictIds(ada), 'other'))
    expect(ada.records.highlights.get(claim)).toEqual(bo.records.highlights.get(claim))
    expect(ada.records.conflicts.size).toBe(0)
  })

  test('says what the versions of a record say differently, whether it is asked about or brought up to date', () => {
    const { ada, bo, claim, one } = twoDesks()
    bo.act(editHighlight(claim, { note: 'Bo' }))
    bo.act(editArticle(one, { title: 'Bo’s title' }))
    const told = [/: title “.+” here, “Bo’s title” there\.$/, /^“.+”: note .+ here, “Bo” there\.$/]
    for (const past of [pastIn(ada), pastIn(ada, bo)]) {
      const { differences } = must(ada.plan(merge(bo, past)))
      expect(differences).toEqual(told.map((words) => expect.stringMatching(words)))
    }
  })

  test('tells of a conflict that waits since an earlier merge, also of one about what was removed', () => {
    const { ada, bo, claim, inner } = twoDesks()
    ada.act(editHighlight(claim, { note: 'Ada' }))
    ada.act(removeHighlights([inner]))
    bo.act(editHighlight(claim, { note: 'Bo' }))
    bo.act(editHighlight(inner, { note: 'still needed' }))
    ada.act(merge(bo, pastIn(ada)))
    expect(must(ada.plan(merge(bo, pastIn(ada))))).toMatchObject({ changes: [], waiting: 2, conflicts: 0 })
    bo.act(editHighlight(claim, { note: 'Bo again' }))
    expect(must(ada.plan(merge(bo, pastIn(ada))))).toMatchObject({ waiting: 1, conflicts: 1 })
  })

  test('never asks again about what was decided', () => {
    const { ada, bo, claim } = twoDesks()
    ada.act(editHighlight(claim, { note: 'Ada' }))
    bo.act(editHighlight(claim, { note: 'Bo' }))
    ada.act(merge(bo, pastIn(ada, bo)))
    ada.act(decideConflicts(conflictIds(ada), 'here'))
    expect(ada.records.highlights.get(claim)?.note).toBe('Ada')
    expect(must(ada.plan(merge(bo, pastIn(ada, bo))))).toMatchObject({ changes: [], conflicts: 0, older: 1 })
  })

  test('takes what only the other went on with, when its history tells so, and asks when none does', () => {
    const { ada, bo, claim, one } = twoDesks()
    bo.act(editHighlight(claim, { note: 'Bo' }))
    bo.act(editArticle(one, { title: 'Bo’s title' }))
    bo.act(editVerdict(claim, { rating: 'false' }))
    expect(must(ada.plan(merge(bo, pastIn(ada))))).toMatchObject({ conflicts: 3, updated: 0 })
    expect(ada.act(merge(bo, pastIn(ada, bo))).value).toMatchObject({ conflicts: 0, updated: 3 })
    expect(canonical(ada.records)).toBe(canonical(bo.records))
  })

  test('leaves what the other has in an older state', () => {
    const { ada, bo, claim } = twoDesks()
    ada.act(editHighlight(claim, { note: 'Ada went on' }))
    expect(must(ada.plan(merge(bo, pastIn(ada))))).toMatchObject({ changes: [], older: 1, conflicts: 0 })
  })

  test('does not bring back what was removed here, unless it was changed there', () => {
    const { ada, bo, two, claim, inner } = twoDesks()
    ada.act(removeHighlights([inner]))
    ada.act(removeArticles([two]))
    expect(must(ada.plan(merge(bo, pastIn(ada))))).toMatchObject({ changes: [], conflicts: 0 })

    bo.act(editHighlight(inner, { note: 'still needed' }))
    const revisionId = newestOf(bo, two)
    bo.act(addHighlight({ articleId: two, revisionId, start: 0, end: 22, tag: 'claim' }))
    expect(ada.act(merge(bo, pastIn(ada))).value).toMatchObject({ articles: 1, conflicts: 2 })
    expect(ada.records.articles.has(two)).toBe(true)
    expect([...ada.records.conflicts.values()].map(({ of }) => [of.kind, of.other])).toEqual([
      ['article', null],
      ['highlight', null],
    ])
    ada.act(decideConflicts(conflictIds(ada), 'other'))
    expect([ada.records.articles.has(two), ada.records.highlights.has(inner)]).toEqual([false, false])
    expect([ada.records.highlights.has(claim), ada.records.conflicts.size]).toEqual([true, 0])
  })

  test('never removes: what the other removed stays here', () => {
    const { ada, bo, claim, two } = twoDesks()
    bo.act(removeHighlights([claim]))
    bo.act(removeArticles([two]))
    expect(must(ada.plan(merge(bo, pastIn(ada, bo)))).changes).toEqual([])
  })

  test('forgets a conflict together with its record', () => {
    const { ada, bo, claim } = twoDesks()
    ada.act(editHighlight(claim, { note: 'Ada' }))
    bo.act(editHighlight(claim, { note: 'Bo' }))
    ada.act(merge(bo, pastIn(ada)))
    ada.act(removeHighlights([claim]))
    expect(ada.records.conflicts.size).toBe(0)
  })

  test('knows an article that each added for herself by its text, and by its address where the text is another', () => {
    const [ada, bo] = [createModelDesk('Ada'), createModelDesk('Bo', 77)]
    const texts = ['No talks were held.', 'The minister denied it.']
    const [same = null, other = null] = ada.act(
      addArticles([draftOf(texts, { url: null }), draftOf(['An early text of the story.'])]),
    ).value.ids
    const [theirs, later] = bo.act(
      addArticles([draftOf(texts, { title: 'Another title', url: null }), draftOf(['A later text of the story.'])]),
    ).value.ids
    if (!same || !other || !theirs || !later) throw new Error('no articles')
    const mark = (desk: ModelDesk, articleId: ArticleId, start: number, end: number) =>
      desk.act(addHighlight({ articleId, revisionId: newestOf(desk, articleId), start, end, tag: 'claim' })).value.id
    const first = mark(bo, theirs, 0, 19)
    const second = mark(bo, later, 0, 12)
    const [oldest, newest] = [newestOf(ada, same), newestOf(ada, other)]
    expect(ada.act(merge(bo)).value).toMatchObject({ articles: 0, matched: 2, highlights: 2, conflicts: 0 })
    expect(ada.records.highlights.get(first)).toMatchObject({ articleId: same, revisionId: oldest })
    expect(ada.records.articles.get(other)?.revisions).toEqual([newestOf(bo, later), newest])
    expect(ada.records.highlights.get(second)).toMatchObject({ articleId: other, revisionId: newestOf(bo, later) })
    expect(must(ada.plan(merge(bo)))).toMatchObject({ changes: [], highlights: 0 })
  })

  test('joins what one annotator marked twice, keeps what two marked, and asks where the notes differ', () => {
    const [ada, bo] = [createModelDesk('Ada'), createModelDesk('Ada', 77)]
    const article = draftOf(['No talks were held.', 'The minister denied it.'])
    const mark = (desk: ModelDesk, start: number, end: number, note = '') => {
      const articleId = [...desk.records.articles.keys()][0]
      if (!articleId) throw new Error('no article')
      const revisionId = newestOf(desk, articleId)
      const id = desk.act(addHighlight({ articleId, revisionId, start, end, tag: 'claim' })).value.id
      desk.act(editHighlight(id, { note }))
      return id
    }
    for (const desk of [ada, bo]) desk.act(addArticles([article]))
    mark(ada, 0, 19)
    mark(ada, 20, 32, 'mine')
    const link = bo.act(
      addLink({ from: mark(bo, 0, 19), to: mark(bo, 20, 32, 'theirs'), relation: 'supports', note: '' }),
    ).value.id
    expect(ada.act(merge(bo)).value).toMatchObject({ highlights: 0, same: 1, links: 1, conflicts: 1 })
    expect(ada.records.highlights.size).toBe(2)
    expect([...ada.records.highlights.keys()]).toContain(ada.records.links.get(link)?.from)
    const cara = createModelDesk('Cara', 5)
    cara.act(addArticles([article]))
    mark(cara, 0, 19)
    expect(ada.act(merge(cara)).value).toMatchObject({ highlights: 1, conflicts: 0 })
  })

  test('leaves out an article whose text under the same id is another one, and says so', () => {
    const { ada, bo, one } = twoDesks()
    const file = fileOf(bo)
    const forged = {
      ...file,
      articles: file.articles.map((article) => ({
        ...article,
        revisions: article.revisions.map((revision) => ({
          ...revision,
          blocks: article.id === one ? [{ kind: 'paragraph' as const, text: 'forged' }] : revision.blocks,
        })),
      })),
    }
    const plan = must(ada.plan(planMerge(forged, { name: 'x', verb: 'Merge' })))
    expect(plan).toMatchObject({ changes: [], notes: [expect.stringContaining('Left out: “First”')] })
  })

  test('of any two desks loses nothing: each version of each record is here or waits to be decided', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(), { maxLength: 6 }), (shared, edits) => {
        const [ada, bo] = [createModelDesk('Ada'), createModelDesk('Bo', 77)]
        for (const desk of [ada, bo]) desk.act(planMerge(shared, { name: 'shared', verb: 'Import' }))
        for (const [at, pick] of edits.entries()) {
          const desk = at % 2 === 0 ? ada : bo
          const id = [...desk.records.highlights.keys()][pick % (desk.records.highlights.size || 1)]
          if (!id) continue
          if (pick % 3 === 0) desk.act(removeHighlights([id]))
          else desk.act(editHighlight(id, { note: `edit ${at}` }))
        }
        const before = canonical(ada.records)
        ada.act(merge(bo))
        const versions = [
          ...ada.records.highlights.values(),
          ...[...ada.records.conflicts.values()].map(({ of }) => of.other),
        ]
        for (const theirs of bo.records.highlights.values()) {
          expect(versions.some((one) => sameValue(one, theirs) || isTwin(one, theirs))).toBe(true)
        }
        const last = ada.history.at(-1)
        if (last?.label.startsWith('Merge')) {
          must(applyChangeSet(ada.records, invertChangeSet(last, last)))
          expect(canonical(ada.records)).toBe(before)
        }
      }),
      { numRuns: 100 },
    )
  })
})
