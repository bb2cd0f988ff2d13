import { beforeEach, describe, expect, test } from 'vitest'
import { removeArticles } from '#annotations/changes/actions/article-actions'
import { editHighlight, removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import { invertChangeSet } from '#annotations/changes/invert'
import { claimRows } from '#annotations/dossiers/claim-row'
import { dossierOf } from '#annotations/dossiers/dossier'
import type { HighlightId } from '#annotations/model/ids'
import { verdictSchema } from '#annotations/model/verdict'
import { createStoryDesk, type StoryDesk } from '../dossiers/story-desk'
import { canonical, must, refusal } from '../model-desk'

let desk: StoryDesk
let claim: HighlightId
beforeEach(() => {
  desk = createStoryDesk()
  claim = desk.passage('claim', 'Wire', 1)
})
const verdict = () => desk.records.verdicts.get(claim)
const judge = (patch: Parameters<typeof editVerdict>[1], on = claim) => desk.act(editVerdict(on, patch)).value

describe('A verdict', () => {
  test('is set with note and sources, part by part, and says who judged and when', () => {
    expect(judge({ rating: 'false' }).label).toBe('Verdict: false')
    expect(judge({ note: 'The log says so.' }).label).toBe('Edit note of the verdict')
    expect(judge({ sources: [' The log ', '', 'The log', 'https://e.org'] }).label).toBe('Edit sources of the verdict')
    expect(verdictSchema.parse(verdict())).toMatchObject({
      claim,
      rating: 'false',
      note: 'The log says so.',
      sources: ['The log', 'https://e.org'],
      annotator: 'Ada',
    })
    expect(verdict()?.modified).not.toBe(verdict()?.created)
  })

  test('that says nothing any more is removed, and one that says the same is no action', () => {
    judge({ rating: 'supported', note: 'n' })
    expect(must(desk.plan(editVerdict(claim, { rating: 'supported', sources: [' '] }))).changes).toEqual([])
    judge({ rating: 'unchecked' })
    expect(verdict()).toMatchObject({ rating: 'unchecked', note: 'n' })
    expect(judge({ note: '' }).label).toBe('Remove the verdict')
    expect(verdict()).toBeUndefined()
    expect(must(desk.plan(editVerdict(claim, { note: '' }))).changes).toEqual([])
  })

  test('is refused on what is no claim, or gone', () => {
    const denial = desk.passage('denial', 'Wire', 2)
    expect(refusal(desk.plan(editVerdict(denial, { rating: 'false' })))).toBe('invalid-input')
    desk.act(removeHighlights([claim]))
    expect(refusal(desk.plan(editVerdict(claim, { rating: 'false' })))).toBe('not-found')
  })

  test.each([
    ['its claim', () => removeHighlights([claim])],
    ['its article', () => removeArticles([...desk.records.articles.keys()])],
    ['the tag that made it a claim', () => editHighlight(claim, { tag: 'denial' })],
  ])('goes with %s, and comes back with undo', (_what, plan) => {
    judge({ rating: 'disputed', note: 'n' })
    const before = canonical(desk.records)
    desk.act(plan())
    expect(verdict()).toBeUndefined()
    const made = desk.history.at(-1)
    if (!made) throw new Error('nothing was done')
    must(applyChangeSet(desk.records, invertChangeSet(made, made)))
    expect(canonical(desk.records)).toBe(before)
  })

  test('that is lost with a tag is told of', () => {
    judge({ rating: 'disputed' })
    expect(desk.act(editHighlight(claim, { tag: 'denial' })).value.warning).toContain('verdict')
  })

  test('is that of the whole story; of several, the one that was changed last', () => {
    const again = desk.passage('claim', 'Herald', 2)
    desk.link(claim, 'repeats', again)
    judge({ rating: 'false' }, again)
    judge({ rating: 'supported' })
    expect(dossierOf(desk.records, again)?.verdicts.map(({ rating }) => rating)).toEqual(['supported', 'false'])
    judge({ note: 'After all.' }, again)
    expect(claimRows(desk.records).map(({ rating }) => rating)).toEqual(['false'])
  })
})
