import { expect, test } from 'vitest'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { faultsOf } from '#annotations/changes/faults'
import { createModelDesk, draftOf } from '../model-desk'

/** A desk with two claims of one article, and a link between them. */
function deskOfTwo() {
  const desk = createModelDesk()
  const [articleId] = desk.act(addArticles([draftOf(['No talks were held, she said.'])])).value.ids
  const revisionId = articleId && desk.records.articles.get(articleId)?.revisions[0]
  if (!articleId || !revisionId) throw new Error('no article')
  const mark = (start: number, end: number) =>
    desk.act(addHighlight({ articleId, revisionId, start, end, tag: 'claim' })).value.id
  const [from, to] = [mark(0, 8), mark(3, 8)]
  const { id } = desk.act(addLink({ from, to, relation: 'repeats', note: '' })).value
  return { records: desk.records, articleId, revisionId, from, to, link: id }
}

test('a desk of whole records has no faults', () => {
  expect([...faultsOf(deskOfTwo().records)]).toEqual([])
})

test('every record that does not fit is named, and one at fault hides none of the others', () => {
  const { records, articleId, revisionId, from, to, link } = deskOfTwo()
  const [mine, other] = [records.highlights.get(from), records.highlights.get(to)]
  const tie = records.links.get(link)
  const article = records.articles.get(articleId)
  if (!mine || !other || !tie || !article) throw new Error('not there')
  records.putHighlight(from, { ...mine, anchor: { ...mine.anchor, end: 900 } })
  records.putHighlight(to, { ...other, anchor: { ...other.anchor, start: 4 } })
  const gone = 'hl_00000000000000000000000000' as typeof from
  records.putLink(link, { ...tie, to: gone })
  records.putVerdict(gone, { claim: gone } as never)
  for (const id of ['spk_a', 'spk_b']) records.putSpeaker(id as never, { id, name: 'Ada', aliases: ['ADA'] } as never)
  records.putConflict('cfl_a' as never, { id: 'cfl_a', of: { kind: 'highlight', id: gone, other: null } } as never)
  expect([...faultsOf(records)]).toEqual([
    `Highlight ${from}: it ends at 900, and the text of its article at 29.`,
    `Highlight ${to}: the words it quotes do not stand at 4 to 8.`,
    `Link ${link}: its end ${gone} is not in the desk.`,
    `Verdict on ${gone}: it is not a claim of the desk.`,
    'Speaker spk_a: “ADA” is a name of it twice.',
    'Speaker spk_b: “Ada” is a name of spk_a.',
    'Speaker spk_b: “ADA” is a name of it twice.',
    `Conflict cfl_a: its highlight ${gone} is not in the desk.`,
  ])
  records.putRevision(revisionId, null)
  expect([...faultsOf(records)].slice(0, 3)).toEqual([
    `Article ${articleId}: its revision ${revisionId} is not in the desk.`,
    `Highlight ${from}: its article has no revision ${revisionId}.`,
    `Highlight ${to}: its article has no revision ${revisionId}.`,
  ])
})
