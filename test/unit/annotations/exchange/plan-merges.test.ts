import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import { invertChangeSet } from '#annotations/changes/invert'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { NO_PAST } from '#annotations/exchange/merge/past'
import { planMerge } from '#annotations/exchange/merge/plan-merge'
import { planMerges, type ToMerge } from '#annotations/exchange/merge/plan-merges'
import { canonical, createModelDesk, type ModelDesk, must } from '../model-desk'
import { anyFile } from './exchange-desks'
import { DESK, richDesk } from './rich-desk'

const fileOf = ({ records }: ModelDesk) => toCrossreadJson(records, DESK, { kind: 'desk' })
const together = (files: readonly ToMerge[]) => planMerges(files, { name: 'Two files', verb: 'Import', past: NO_PAST })
/** A desk without the ids that it gave itself, and without the moments at which its clock stood. */
const bare = (desk: ModelDesk) =>
  canonical(desk.records)
    .replace(/cfl_[0-9a-z]+/g, 'cfl')
    .replace(/"2024-01-02T[^"]*"/g, '"now"')

test('several files come in as they would one after the other, in one change set that is undone whole', () => {
  fc.assert(
    fc.property(anyFile, anyFile, (one, two) => {
      const files = [
        { name: 'one', file: one },
        { name: 'two', file: two },
      ]
      const [at, once] = [createModelDesk('Ada', 5), createModelDesk('Ada', 5)]
      for (const { name, file } of files) at.act(planMerge(file, { name, verb: 'Import' }))
      const before = canonical(once.records)
      once.act(together(files))
      expect(bare(once)).toBe(bare(at))
      const last = once.history.at(-1)
      if (!last || once.history.length === 0) return
      const keys = last.changes.map(({ kind, id }) => `${kind} ${id}`)
      expect(new Set(keys).size).toBe(keys.length)
      must(applyChangeSet(once.records, invertChangeSet(last, last)))
      expect(canonical(once.records)).toBe(before)
    }),
    { numRuns: 60 },
  )
})

test('what two files say differently of one highlight is a conflict that names the second', () => {
  const { desk: ada, one, claim } = richDesk()
  const bo = createModelDesk('Bo', 77)
  bo.act(planMerge(fileOf(ada), { name: 'x', verb: 'Merge' }))
  const revisionId = bo.records.articles.get(one)?.revisions.at(-1)
  if (!revisionId) throw new Error('no text')
  const { id } = bo.act(addHighlight({ articleId: one, revisionId, start: 0, end: 5, tag: 'claim' })).value
  bo.act(editHighlight(claim, { note: 'Bo' }))
  const files = [
    { name: 'ada.json', file: fileOf(ada) },
    { name: 'bo.json', file: fileOf(bo) },
  ]
  const desk = createModelDesk('Cy', 3)
  const done = desk.act(together(files)).value
  expect(done).toMatchObject({ label: `Import ${files[0]?.file.articles.length} articles`, conflicts: 1 })
  expect(done.highlights).toBe(files[1]?.file.highlights.length)
  expect(desk.records.highlights.has(id)).toBe(true)
  expect([...desk.records.conflicts.values()]).toMatchObject([
    { of: { kind: 'highlight', id: claim, other: { note: 'Bo' } }, from: 'bo.json', annotator: 'Cy' },
  ])
})
