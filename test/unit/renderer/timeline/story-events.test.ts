import { expect, test } from 'vitest'
import { dossierOf } from '#annotations/dossiers/dossier'
import type { HighlightId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'
import { storyClauses, storyEvents, storySentence } from '../../../../src/renderer/timeline/story-events'
import { createStoryDesk, type StoryDesk } from '../../annotations/dossiers/story-desk'

function briefsOf({ records }: StoryDesk): HighlightBrief[] {
  return [...records.highlights.values()].map((highlight) => {
    const article = records.articles.get(highlight.articleId)
    return {
      id: highlight.id,
      articleId: highlight.articleId,
      articleTitle: article?.title ?? '',
      publisher: article?.publisher ?? null,
      published: article?.published ?? null,
      tag: highlight.tag,
      exact: highlight.anchor.quote.exact,
      speaker: highlight.tag === 'attribution' ? highlight.speaker : null,
      start: highlight.anchor.start,
    }
  })
}

function eventsOf(desk: StoryDesk, claim: HighlightId) {
  const dossier = dossierOf(desk.records, claim)
  if (!dossier) throw new Error('no dossier')
  return storyEvents({ dossier, briefs: briefsOf(desk) })
}

const sentenceOf = (desk: StoryDesk, claim: HighlightId) => storySentence(storyClauses(eventsOf(desk, claim)))

test('says who said it first, who repeated, denied and changed it, where and when', () => {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Courier', 4)
  desk.say('The mayor', claim)
  const again = desk.passage('claim', 'Wire', 6)
  desk.link(again, 'repeats', claim)
  const denial = desk.passage('denial', 'Herald', 7)
  desk.say('The minister', denial)
  desk.link(denial, 'denies', again)
  const later = desk.passage('claim', 'Ledger', 9)
  desk.link(later, 'updates', claim)
  expect(sentenceOf(desk, again)).toBe(
    'First said by The mayor in Courier on 4 May 2023; repeated in Wire on 6 May 2023; ' +
      'denied by The minister in Herald on 7 May 2023; changed in Ledger on 9 May 2023.',
  )
})

test('says that papers of one day said it first together, since nobody knows the hour', () => {
  const desk = createStoryDesk()
  const one = desk.passage('claim', 'Courier', 4)
  const other = desk.passage('claim', 'Wire', 4)
  desk.link(other, 'repeats', one)
  expect(eventsOf(desk, one).map(({ role }) => role)).toEqual(['first', 'first'])
  expect(sentenceOf(desk, one)).toMatch(/^First said on the same day in \w+ on 4 May 2023 and in \w+ on 4 May 2023\.$/)
})

test('says nothing of "first" when nobody knows when', () => {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Courier', null)
  desk.say(null, claim)
  expect(sentenceOf(desk, claim)).toBe('Said by an unnamed source in Courier, undated.')
})

test('is in the order of the dates, the undated last, though a denial was printed before the claim', () => {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Courier', 4)
  const early = desk.passage('denial', 'Herald', 2)
  const undated = desk.passage('denial', 'Ledger', null)
  desk.link(undated, 'denies', claim)
  desk.link(early, 'denies', claim)
  expect(eventsOf(desk, claim).map(({ role, passage }) => [role, passage.publisher])).toEqual([
    ['denied-by', 'Herald'],
    ['first', 'Courier'],
    ['denied-by', 'Ledger'],
  ])
})

test('names at most three voices of a kind, each once', () => {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Courier', 1)
  for (const [paper, day] of [
    ['A', 2],
    ['B', 3],
    ['C', 4],
    ['D', 5],
    ['E', 6],
  ] as const)
    desk.link(desk.passage('denial', paper, day), 'denies', claim)
  desk.link(desk.passage('denial', 'A', 2), 'denies', claim)
  expect(sentenceOf(desk, claim)).toContain(
    'denied in A on 2 May 2023, in B on 3 May 2023, in C on 4 May 2023 and 2 more.',
  )
})
