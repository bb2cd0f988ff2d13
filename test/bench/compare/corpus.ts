import { createIdSource } from '../../../annotations/model/ids'
import type { Link } from '../../../annotations/model/link'
import { RELATIONS } from '../../../annotations/model/relation'
import type { ArticleView, HighlightBrief } from '../../../src/contract/views'
import { makeView } from '../reader/corpus'

/** Two articles of ten thousand words each, whose five hundred highlights are linked one to one, or not at all. */
const WORDS = 10_000
export const LINKS = 500

/** The links join passages at much the same height, some screens apart at most: so that many are in view at a time. */
export function makePair(links: number): readonly [ArticleView, ArticleView] {
  const row = { name: 'Left', highlights: LINKS, words: WORDS, most: 12 }
  const [one, other] = [makeView(row), makeView({ ...row, name: 'Right', words: WORDS + 1 })]
  const byPlace = (view: ArticleView) => view.highlights.toSorted((a, b) => a.anchor.start - b.anchor.start)
  const [left, right] = [byPlace(one), byPlace(other)]
  let next = 0
  const ids = createIdSource(
    () => 2,
    (bytes) => bytes.map(() => next++ % 256),
  )
  const made = left.slice(0, links).flatMap((from, at): Link[] => {
    // Every seventh leads far away, as in real articles.
    const to = right[at % 7 === 0 ? (at * 37) % right.length : at]
    const relation = RELATIONS[at % RELATIONS.length]
    if (!to || !relation) return []
    const { annotator, created, modified } = from
    return [{ id: ids.link(), from: from.id, to: to.id, relation, note: '', annotator, created, modified }]
  })
  const briefs = [one, other].flatMap((view) => view.highlights.map((highlight) => briefOf(view, highlight)))
  return [
    { ...one, links: made, briefs },
    { ...other, links: made, briefs },
  ]
}

function briefOf({ article }: ArticleView, highlight: ArticleView['highlights'][number]): HighlightBrief {
  return {
    id: highlight.id,
    articleId: article.id,
    articleTitle: article.title,
    publisher: article.publisher,
    published: article.published,
    tag: highlight.tag,
    exact: highlight.anchor.quote.exact,
    speaker: null,
    start: highlight.anchor.start,
  }
}
