import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  linkHighlights,
  nameSpeakers,
  noteHighlights,
  removeMany,
  tagHighlights,
} from '#annotations/changes/actions/bulk-actions'
import { addHighlight, editHighlight, removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import { invertChangeSet } from '#annotations/changes/invert'
import { RELATIONS } from '#annotations/model/relation'
import { createStoryDesk, type StoryDesk } from '../dossiers/story-desk'
import { canonical, refusal } from '../model-desk'

function threePassages() {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Wire', 4)
  const denial = desk.passage('denial', 'Herald', 5)
  const said = desk.say('Lavrov', claim)
  return { desk, records: desk.records, claim, denial, said, all: [claim, denial, said] }
}

/** Puts a highlight of another tag on the passage of one. */
function twinOf(desk: StoryDesk, id: ReturnType<StoryDesk['passage']>, tag: 'claim' | 'denial' | 'attribution') {
  const highlight = desk.records.highlights.get(id)
  if (!highlight) throw new Error('no highlight')
  const { articleId, revisionId, anchor } = highlight
  return desk.act(addHighlight({ articleId, revisionId, start: anchor.start, end: anchor.end, tag })).value.id
}

describe('tagging many', () => {
  test('is one action, and says what had the tag and which verdict was lost', () => {
    const { desk, records, claim, all } = threePassages()
    desk.act(editVerdict(claim, { rating: 'false' }))
    const before = desk.history.length
    const done = desk.act(tagHighlights([...all, claim], 'denial')).value
    expect(done).toMatchObject({ label: 'Tag 2 highlights as denial', changed: 2, skipped: 1 })
    expect(done.warning).toContain('The verdict on the claim was removed with it.')
    expect(done.warning).toContain('1 highlight was tagged as denial already.')
    expect(desk.history).toHaveLength(before + 1)
    expect(all.map((id) => records.highlights.get(id)?.tag)).toEqual(['denial', 'denial', 'denial'])
    expect(records.verdicts.size).toBe(0)
  })

  test('never leaves two of one tag on one passage, also among those it tags', () => {
    const { desk, records, claim } = threePassages()
    const [two, three] = [twinOf(desk, claim, 'denial'), twinOf(desk, claim, 'attribution')]
    const done = desk.act(tagHighlights([two, three], 'claim')).value
    expect(done).toMatchObject({ changed: 0, skipped: 2, changes: [] })
    expect(done.warning).toBe('2 highlights left as they were: This passage is tagged as a claim already.')
    desk.act(removeHighlights([claim]))
    expect(desk.act(tagHighlights([two, three], 'claim')).value).toMatchObject({
      changed: 1,
      warning: '1 highlight left as it was: Another of them on the same passage became the claim.',
    })
    expect(records.highlights.get(three)?.tag).toBe('attribution')
  })
})

describe('linking many to one', () => {
  test('gives each pair the relation and the direction that it most likely has', () => {
    const { desk, records, claim, denial, said } = threePassages()
    const other = desk.passage('claim', 'Courier', 6)
    const done = desk.act(linkHighlights([other, denial, said, claim], claim, null)).value
    expect(done).toMatchObject({ label: 'Link 2 highlights', changed: 2, skipped: 2 })
    expect(done.warning).toContain('1 highlight left as it was: A highlight cannot be linked to itself.')
    expect(done.warning).toContain('These two passages are linked by “attributes” already.')
    const made = done.changes.flatMap((change) => (change.kind === 'link' && change.after ? [change.after] : []))
    expect(made.map(({ from, relation, to }) => [from, relation, to])).toEqual([
      [other, 'repeats', claim],
      [denial, 'denies', claim],
    ])
    const back = desk.act(linkHighlights([claim], denial, null))
    expect(back.value).toMatchObject({ changed: 0 })
    expect(records.links.size).toBe(3)
  })

  test('warns once of a relation that is unusual for several', () => {
    const { desk, claim, denial, said } = threePassages()
    const other = desk.passage('claim', 'Courier', 6)
    const done = desk.act(linkHighlights([claim, other], denial, 'denies')).value
    expect(done.label).toBe('Link 2 highlights: denies')
    expect(done.warning).toBe('2 times: "denies" seldom joins a claim to a denial.')
    desk.act(removeHighlights([said]))
    expect(refusal(desk.plan(linkHighlights([claim], said, null)))).toBe('not-found')
  })
})

test('a note is added to what is there or takes its place, and an empty one removes it', () => {
  const { desk, records, claim, denial } = threePassages()
  const notes = () => [claim, denial].map((id) => records.highlights.get(id)?.note)
  desk.act(editHighlight(claim, { note: 'Old' }))
  expect(desk.act(noteHighlights([claim, denial], ' New ', 'append')).value.label).toBe('Write a note on 2 highlights')
  expect(notes()).toEqual(['Old\nNew', 'New'])
  expect(desk.act(noteHighlights([claim, denial], 'New', 'replace')).value).toMatchObject({
    changed: 1,
    warning: '1 highlight was noted so already.',
  })
  expect(desk.act(noteHighlights([claim, denial], '', 'append')).value.changed).toBe(0)
  expect(desk.act(noteHighlights([claim, denial], '', 'replace')).value.label).toBe('Remove the note of 2 highlights')
  expect(notes()).toEqual(['', ''])
})

test('a speaker is named in attributions alone', () => {
  const { desk, records, all, said } = threePassages()
  expect(desk.act(nameSpeakers(all, 'Sergey Lavrov ')).value).toMatchObject({
    label: 'Name “Sergey Lavrov” in 1 attribution',
    warning: '2 highlights left as they were: Only an attribution names a speaker.',
  })
  expect(records.highlights.get(said)).toMatchObject({ speaker: 'Sergey Lavrov' })
})

test('removing says what goes along, and passes over what is gone', () => {
  const { desk, all, claim, denial } = threePassages()
  desk.link(denial, 'denies', claim)
  desk.act(editVerdict(claim, { rating: 'false' }))
  desk.act(removeHighlights([denial]))
  expect(desk.act(removeMany(all)).value).toMatchObject({
    label: 'Remove 2 highlights',
    changed: 2,
    skipped: 1,
    warning: '1 link went with them. 1 verdict went too. 1 highlight is not in the desk any more.',
  })
  expect(desk.act(removeMany(all)).value).toMatchObject({
    changes: [],
    warning: '3 highlights are not in the desk any more.',
  })
})

test('whatever is done to many is taken back whole by one undo', () => {
  const tags = ['claim', 'attribution', 'denial'] as const
  const what = fc.oneof(
    fc.constantFrom(...tags).map((tag) => (ids: Parameters<typeof removeMany>[0]) => tagHighlights(ids, tag)),
    fc.constantFrom(null, ...RELATIONS).map((relation) => (ids: Parameters<typeof removeMany>[0]) => {
      const [to] = ids
      return to ? linkHighlights(ids, to, relation) : removeMany(ids)
    }),
    fc.constant((ids: Parameters<typeof removeMany>[0]) => noteHighlights(ids, 'x', 'append')),
    fc.constant((ids: Parameters<typeof removeMany>[0]) => nameSpeakers(ids, 'x')),
    fc.constant(removeMany),
  )
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), what, (picks, plan) => {
      const { desk, records, all, claim } = threePassages()
      const many = [
        ...all,
        twinOf(desk, claim, 'denial'),
        twinOf(desk, claim, 'attribution'),
        desk.passage('claim', 'Wire', 9),
      ]
      const before = canonical(records)
      const length = desk.history.length
      const done = desk.act(plan(picks.flatMap((at) => many[at] ?? [])))
      expect(desk.history.length).toBe(length + (done.value.changes.length > 0 ? 1 : 0))
      const last = desk.history.at(-1)
      if (done.value.changes.length > 0 && last) applyChangeSet(records, invertChangeSet(last, last))
      expect(canonical(records)).toBe(before)
    }),
    { numRuns: 100 },
  )
})
