import { expect, test } from 'vitest'
import { mergeSpeakers } from '#annotations/changes/actions/speaker-actions'
import { deskGraph } from '#annotations/graph/desk-graph'
import { createStoryDesk } from '../dossiers/story-desk'

test('lists articles by date, the undated last, and their highlights in that order', () => {
  const desk = createStoryDesk()
  const [undated, late, early] = [
    desk.passage('claim', 'Herald', null),
    desk.passage('claim', 'Courier', 9),
    desk.passage('denial', 'Wire', 2),
  ]
  const { articles, highlights } = deskGraph(desk.records)
  expect(articles.map(({ publisher }) => publisher)).toEqual(['Wire', 'Courier', 'Herald'])
  expect(highlights.map(({ id }) => id)).toEqual([early, late, undated])
  expect(highlights.map(({ article }) => article)).toEqual([0, 1, 2])
})

test('joins links to the highlights by their place in the list, with relation and note', () => {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Courier', 9)
  const denial = desk.passage('denial', 'Wire', 2)
  desk.link(denial, 'denies', claim, 'Flatly.')
  const { highlights, links } = deskGraph(desk.records)
  expect(links).toMatchObject([{ from: 0, to: 1, relation: 'denies', note: 'Flatly.' }])
  expect(highlights[0]?.id).toBe(denial)
})

test('names the story of every claim, the same for claims that repeat each other, and none of other tags', () => {
  const desk = createStoryDesk()
  const first = desk.passage('claim', 'Courier', 1)
  const second = desk.passage('claim', 'Wire', 2)
  const alone = desk.passage('claim', 'Herald', 3)
  const denial = desk.passage('denial', 'Ledger', 4)
  desk.link(second, 'repeats', first)
  desk.link(denial, 'repeats', first)
  const stories = new Map(deskGraph(desk.records).highlights.map(({ id, story }) => [id, story]))
  expect([first, second, alone, denial].map((id) => stories.get(id))).toEqual([first, first, alone, null])
})

test('has the speaker of an attribution', () => {
  const desk = createStoryDesk()
  desk.say('The mayor', desk.passage('claim', 'Courier', 1))
  expect(deskGraph(desk.records).highlights.map(({ speaker }) => speaker)).toEqual([null, 'The mayor'])
})

test('calls a speaker by the name that was decided on, however a paper has it', () => {
  const desk = createStoryDesk()
  desk.say('The mayor', desk.passage('claim', 'Courier', 1))
  desk.say('Mayor Oda', desk.passage('claim', 'Wire', 2))
  desk.act(mergeSpeakers(['The mayor', 'Mayor Oda'], 'Mayor Oda'))
  const named = deskGraph(desk.records).highlights.flatMap(({ speaker }) => speaker ?? [])
  expect(named).toEqual(['Mayor Oda', 'Mayor Oda'])
})
