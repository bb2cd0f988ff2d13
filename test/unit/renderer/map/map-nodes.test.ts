import { expect, test } from 'vitest'
import { deskGraph } from '#annotations/graph/desk-graph'
import { mapNodes, speakersOf } from '../../../../src/renderer/map/map-nodes'
import { formatMap, parseMap, WHOLE_MAP } from '../../../../src/renderer/state/map-route'
import { testIds } from '../../../support/memory-desk'
import { createStoryDesk } from '../../annotations/dossiers/story-desk'

/** A claim of the mayor's in the Courier, repeated by the Wire, denied by the minister in the Herald, and a claim alone. */
function town() {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Courier', 1)
  const mayor = desk.say('The mayor', claim)
  const again = desk.passage('claim', 'Wire', 2)
  desk.link(again, 'repeats', claim)
  const denial = desk.passage('denial', 'Herald', 3)
  const minister = desk.say('The Minister', denial)
  desk.link(denial, 'denies', again)
  const alone = desk.passage('claim', 'Ledger', 4)
  const graph = deskGraph(desk.records)
  const shown = (filter: Partial<typeof WHOLE_MAP>) => {
    const nodes = mapNodes(graph, { ...WHOLE_MAP, ...filter })
    return { ...nodes, ids: nodes.highlights.map((at) => graph.highlights[at]?.id) }
  }
  return { graph, shown, claim, mayor, again, denial, minister, alone }
}

test('shows what is linked, and the rest only when asked', () => {
  const { shown, alone, claim } = town()
  expect(shown({}).ids).toHaveLength(5)
  expect(shown({}).ids).not.toContain(alone)
  expect(shown({ unlinked: true }).ids).toContain(alone)
  expect(shown({ unlinked: true }).ids).toContain(claim)
})

test('keeps of tags and relations what both ends and the link itself fit', () => {
  const { shown, claim, again, denial } = town()
  expect(shown({ tags: ['claim'] }).ids).toEqual([claim, again])
  expect(shown({ relations: ['denies'] }).ids).toEqual([again, denial])
  expect(shown({ relations: ['denies'], tags: ['claim'] }).ids).toEqual([])
})

test('shows an article with what it is linked with, and a speaker with what their words are linked with', () => {
  const { graph, shown, claim, mayor, again, denial, minister } = town()
  const wire = graph.articles.find(({ publisher }) => publisher === 'Wire')
  expect(new Set(shown({ article: wire?.id ?? null }).ids)).toEqual(new Set([claim, again, denial]))
  expect(new Set(shown({ speaker: 'THE MINISTER' }).ids)).toEqual(new Set([minister, denial, again]))
  expect(new Set(shown({ speaker: 'The mayor', article: wire?.id ?? null }).ids)).toEqual(new Set([claim, again]))
  expect(mayor).not.toBe(minister)
})

test('puts together what one article prints, or one story with who says and who denies it', () => {
  const { shown } = town()
  const sizes = (clusters: readonly number[]) => new Set(clusters).size
  expect(sizes(shown({ group: 'article' }).clusters)).toBe(3)
  expect(sizes(shown({ group: 'story' }).clusters)).toBe(1)
  expect(sizes(shown({ group: 'story', unlinked: true }).clusters)).toBe(2)
})

test('names its clusters by title, paper and date, or by the claim that was told first', () => {
  const { shown, graph, claim } = town()
  expect(shown({}).clusterNames[0]).toEqual({ title: 'Title 1', paper: 'Courier', date: '1 May 2023' })
  const first = graph.highlights.find(({ id }) => id === claim)
  expect(shown({ group: 'story' }).clusterNames[0]?.title).toBe(first?.exact)
})

test('knows the links of each node from both ends', () => {
  const { shown, again } = town()
  const nodes = shown({})
  const links = nodes.linksOf[nodes.ids.indexOf(again)] ?? []
  expect(links.map((at) => nodes.links[at]?.relation).sort()).toEqual(['denies', 'repeats'])
})

test('lists everyone who is named once', () => {
  expect(speakersOf(town().graph)).toEqual(['The mayor', 'The Minister'])
})

test('the address of a map is read as it was written, and what it does not know is left out', () => {
  const ids = testIds()
  const place = {
    ...WHOLE_MAP,
    group: 'story',
    tags: ['claim', 'denial'],
    relations: ['contradicts'],
    article: ids.article(),
    speaker: 'A & B',
    unlinked: true,
    at: ids.highlight(),
    sight: { x: -40, y: 12, scale: 1.25 },
  } as const
  expect(parseMap(formatMap(place).split('?')[1] ?? '')).toEqual(place)
  expect(formatMap(WHOLE_MAP)).toBe('#/map')
  for (const see of ['', '1', '1,2', '1,2,0', 'a,b,c', '1,2,3,4'])
    expect(parseMap(`group=colour&tag=x&article=1&at=2&see=${see}`)).toEqual(WHOLE_MAP)
})
