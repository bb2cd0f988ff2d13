import { beforeEach, describe, expect, test } from 'vitest'
import { addArticles, editArticle } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight, removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { textOf } from '#annotations/model/article'
import type { Tag } from '#annotations/model/highlight'
import { type ArticleId, articleIdSchema, type HighlightId } from '#annotations/model/ids'
import { createHighlightSearch, type HighlightSearch, type Query } from '#main/desk/search/search-highlights'
import { draftOf } from '../../../../support/article'
import { createMemoryDesk, type MemoryDesk } from '../../../../support/memory-desk'

const ALL: Query = { text: '', tags: [], articleId: null, linkFrom: null, limit: 50 }

let desk: MemoryDesk
let search: HighlightSearch

beforeEach(() => {
  desk = createMemoryDesk()
  search = createHighlightSearch(desk.records)
  desk.on((event) => {
    if (event.type === 'changed') search.update(event.changeSet.changes)
  })
})

async function add(title: string, text: string, publisher: string | null = null): Promise<ArticleId> {
  const added = await desk.act(addArticles([{ ...draftOf(title, text), publisher }]))
  return (added.ok && added.value.ids[0]) || articleIdSchema.parse('')
}

async function highlight(articleId: ArticleId, words: string, tag: Tag = 'claim'): Promise<HighlightId> {
  const revisionId = desk.records.articles.get(articleId)?.revisions[0]
  const revision = revisionId && desk.records.revisions.get(revisionId)
  if (!revision) throw new Error('No such article.')
  const start = textOf(revision.blocks).indexOf(words)
  const added = await desk.act(
    addHighlight({ articleId, revisionId: revision.id, start, end: start + words.length, tag }),
  )
  if (!added.ok) throw new Error(added.error.message)
  return added.value.id
}

/** The passages that were found, in their order. */
function found(query: Partial<Query>): readonly (string | undefined)[] {
  return search.find({ ...ALL, ...query }).ids.map((id) => desk.records.highlights.get(id)?.anchor.quote.exact)
}

describe('A query', () => {
  test.each(['CAFÉ', 'cafe', 'café', 'café', '“Café”'])(
    '%s finds Café, whatever its case, marks and quotes',
    async (text) => {
      await highlight(await add('News', 'The Café\u00a0Royal'), 'The Café\u00a0Royal')
      expect(found({ text })).toHaveLength(1)
      expect(found({ text: 'cafe royal' })).toHaveLength(1)
    },
  )

  test('asks for all of its words, wherever each is: passage, note, speaker, title or publisher', async () => {
    const article = await add('Ministers in Geneva', 'Lavrov said so', 'Dawn')
    const id = await highlight(article, 'Lavrov said', 'attribution')
    await desk.act(editHighlight(id, { note: 'check the transcript', speaker: 'Sergey Lavrov' }))
    expect(found({ text: 'lavrov transcript sergey geneva dawn' })).toHaveLength(1)
    expect(found({ text: 'lavrov transcript sergey geneva herald' })).toEqual([])
  })

  test('puts the passage with the whole phrase first, then passages before titles', async () => {
    const article = await add('A gas pipeline', 'the pipeline brings gas. a gas pipeline. nothing of it')
    for (const words of ['nothing of it', 'a gas pipeline', 'the pipeline brings gas']) await highlight(article, words)
    expect(found({ text: 'gas pipeline' })).toEqual(['a gas pipeline', 'the pipeline brings gas', 'nothing of it'])
  })

  test('finds parts of words, the beginnings first', async () => {
    const article = await add('News', 'a reminder was sent; the minder slept')
    await highlight(article, 'the minder')
    await highlight(article, 'a reminder')
    expect(found({ text: 'minder' })).toEqual(['the minder', 'a reminder'])
  })

  test('in Urdu or Russian is a query like any other', async () => {
    await highlight(await add('News', 'وزیر خارجہ نے کہا'), 'وزیر خارجہ')
    await highlight(await add('News', 'Лавров отказался'), 'Лавров')
    expect(found({ text: 'خارجہ' })).toEqual(['وزیر خارجہ'])
    expect(found({ text: 'ЛАВРОВ' })).toEqual(['Лавров'])
  })
})

test('tags and an article narrow what is found; one article reads in its order', async () => {
  const one = await add('One', 'first second third')
  const two = await add('Two', 'fourth')
  await highlight(one, 'third', 'denial')
  await highlight(one, 'first')
  await highlight(two, 'fourth')
  expect(found({ articleId: one })).toEqual(['first', 'third'])
  expect(found({ tags: ['denial'] })).toEqual(['third'])
  expect(found({ tags: ['claim', 'denial'] })).toHaveLength(3)
})

test('without a query the newest come first, and the total counts what the limit leaves out', async () => {
  const article = await add('News', 'a1 b2 c3 d4')
  for (const words of ['a1', 'b2', 'c3', 'd4']) await highlight(article, words)
  expect(found({ limit: 2 })).toEqual(['d4', 'c3'])
  expect(search.find({ ...ALL, limit: 2 }).total).toBe(4)
})

describe('From a highlight that wants a link', () => {
  test('other articles come first, and it does not find itself', async () => {
    const here = await add('Here', 'origin passage. neighbour passage')
    const there = await add('There', 'distant passage')
    await highlight(there, 'distant passage')
    await highlight(here, 'neighbour passage')
    const linkFrom = await highlight(here, 'origin passage')
    expect(found({ linkFrom })).toEqual(['distant passage', 'neighbour passage'])
  })

  test('a denial looks for claims, and a claim for denials, among passages as alike', async () => {
    const here = await add('Here', 'he denied it all')
    const there = await add('There', 'one thing. other thing')
    await highlight(there, 'one thing', 'claim')
    await highlight(there, 'other thing', 'denial')
    const denial = await highlight(here, 'he denied it all', 'denial')
    expect(found({ linkFrom: denial })).toEqual(['one thing', 'other thing'])
    const claim = await highlight(here, 'denied it', 'claim')
    expect(found({ linkFrom: claim, tags: ['claim', 'denial'] })[0]).toBe('other thing')
  })

  test('shared names weigh more than fitting tags, and rare words more than common ones', async () => {
    const here = await add('Here', 'Sanaullah met ministers yesterday')
    const there = await add('There', 'ministers spoke. ministers left. Sanaullah slept. weather report')
    for (const words of ['Sanaullah slept', 'weather report', 'ministers spoke', 'ministers left'])
      await highlight(there, words, words === 'weather report' ? 'denial' : 'claim')
    const linkFrom = await highlight(here, 'Sanaullah met ministers')
    expect(found({ linkFrom })[0]).toBe('Sanaullah slept')
    expect(found({ linkFrom }).at(-1)).toBe('weather report')
  })

  test('what is linked already comes last, even from another article', async () => {
    const here = await add('Here', 'origin passage. neighbour passage')
    const linked = await highlight(await add('There', 'distant passage'), 'distant passage')
    await highlight(here, 'neighbour passage')
    const linkFrom = await highlight(here, 'origin passage')
    expect(found({ linkFrom })).toEqual(['distant passage', 'neighbour passage'])
    await desk.act(addLink({ from: linked, to: linkFrom, relation: 'repeats', note: '' }))
    expect(found({ linkFrom })).toEqual(['neighbour passage', 'distant passage'])
  })
})

describe('Search keeps up', () => {
  test('with passages that are added, changed, removed and brought back', async () => {
    const article = await add('News', 'alpha beta')
    const id = await highlight(article, 'alpha')
    expect(found({ text: 'alpha' })).toEqual(['alpha'])
    await desk.act(editHighlight(id, { note: 'gamma' }))
    expect(found({ text: 'gamma' })).toEqual(['alpha'])
    await desk.act(removeHighlights([id]))
    expect(found({ text: 'alpha' })).toEqual([])
    await desk.undo()
    expect(found({ text: 'gamma' })).toEqual(['alpha'])
  })

  test('with titles', async () => {
    const article = await add('Old title', 'alpha')
    await highlight(article, 'alpha')
    expect(found({ text: 'old' })).toHaveLength(1)
    await desk.act(editArticle(article, { title: 'New title' }))
    expect(found({ text: 'old' })).toEqual([])
    expect(found({ text: 'new' })).toHaveLength(1)
  })

  test('through thousands of changes to the same few, and still finds each once', async () => {
    const article = await add('News', 'alpha beta')
    const id = await highlight(article, 'alpha')
    await highlight(article, 'beta')
    for (let i = 0; i < 2_500; i++) {
      await desk.act(editHighlight(id, { note: `note ${i}` }))
      if (i % 500 === 0) search.find(ALL)
    }
    expect(found({ text: 'note' })).toEqual(['alpha'])
    expect(search.find(ALL).total).toBe(2)
  })

  test('a little at a time, until nothing is left', async () => {
    const article = await add('News', Array.from({ length: 300 }, (_, i) => `word${i}`).join(' '))
    for (let i = 0; i < 300; i++) await highlight(article, `word${i}`)
    while (search.warmUp());
    expect(search.find(ALL).total).toBe(300)
  })
})
