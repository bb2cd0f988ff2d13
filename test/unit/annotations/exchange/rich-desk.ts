import { addArticles, editArticle } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink, editLink } from '#annotations/changes/actions/link-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import type { Desk } from '#annotations/model/desk'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, DeskId } from '#annotations/model/ids'
import { createModelDesk, draftOf, type ModelDesk } from '../model-desk'

export const DESK: Desk = {
  id: 'dsk_0123456789abcdefghjkmnpqrs' as DeskId,
  name: 'Elections',
  created: '2024-01-01T00:00:00.000Z',
}

/** Three articles in three scripts, with every tag, nested and overlapping highlights, and links within and across. */
export function richDesk() {
  const desk = createModelDesk()
  const urdu = draftOf(['وزیر نے تردید کی 👨‍👩‍👧۔', 'دوسرا پیرا'], {
    language: 'ur',
    direction: 'rtl',
    publisher: null,
  })
  const [one, two, three] = desk.act(
    addArticles([
      draftOf([
        { kind: 'heading', text: 'Talks', marks: [{ type: 'bold', start: 0, end: 5 }] },
        {
          kind: 'quote',
          text: 'No talks were held.',
          marks: [{ type: 'link', start: 3, end: 8, href: 'https://e.org' }],
        },
        { kind: 'paragraph', text: 'Advertisement', aside: true },
      ]),
      draftOf(['Министр 👍🏽 отрицал это.'], { title: 'Второй', url: null, published: '2023-05-04T09:30:00+05:00' }),
      { ...urdu, source: { kind: 'file', name: 'urdu.txt' } },
    ]),
  ).value.ids
  if (!one || !two || !three) throw new Error('no articles')
  const claim = tag(desk, one, 6, 25, 'claim')
  const inner = tag(desk, one, 9, 14, 'denial')
  const said = tag(desk, two, 0, 7, 'attribution')
  const russian = tag(desk, two, 8, 25, 'denial')
  const twin = tag(desk, three, 0, 16, 'claim')
  desk.act(editHighlight(said, { speaker: 'Министр', note: 'who?\n"he"' }))
  desk.act(addLink({ from: said, to: russian, relation: 'attributes', note: '' }))
  const link = desk.act(addLink({ from: russian, to: claim, relation: 'denies', note: 'across' })).value.id
  desk.act(addLink({ from: twin, to: claim, relation: 'repeats', note: '' }))
  desk.act(editLink(link, { note: 'across papers' }))
  desk.act(editVerdict(claim, { rating: 'disputed', note: 'Two papers.', sources: ['https://e.org/log', 'The log'] }))
  desk.act(editArticle(one, { title: 'First' }))
  return { desk, one, two, three, claim, inner, link }
}

function tag(desk: ModelDesk, articleId: ArticleId, start: number, end: number, what: Tag) {
  const revisionId = desk.records.articles.get(articleId)?.revisions[0]
  if (!revisionId) throw new Error('no article')
  return desk.act(addHighlight({ articleId, revisionId, start, end, tag: what })).value.id
}
