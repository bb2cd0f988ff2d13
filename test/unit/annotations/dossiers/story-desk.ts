import { addArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import type { Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import type { Relation } from '#annotations/model/relation'
import { createModelDesk, draftOf, type ModelDesk } from '../model-desk'

export type StoryDesk = ModelDesk & {
  /** A passage in a paper of its own text, published on a day of May 2023, or undated. */
  readonly passage: (tag: Tag, paper: string, day: number | null) => HighlightId
  readonly link: (from: HighlightId, relation: Relation, to: HighlightId, note?: string) => void
  /** An attribution in the same paper that names a speaker, joined to the passage. */
  readonly say: (speaker: string | null, passage: HighlightId) => HighlightId
}

/** A desk in memory in which stories are quickly told. */
export function createStoryDesk(): StoryDesk {
  const desk = createModelDesk()
  let words = 0
  const tag = (articleIds: readonly string[], kind: Tag) => {
    const article = [...desk.records.articles.values()].find(({ id }) => articleIds.includes(id))
    const revisionId = article?.revisions[0]
    if (!article || !revisionId) throw new Error('no such article')
    const start = 10 * desk.records.highlightsOf(article.id).size
    return desk.act(addHighlight({ articleId: article.id, revisionId, start, end: start + 9, tag: kind })).value.id
  }
  const link: StoryDesk['link'] = (from, relation, to, note = '') => {
    desk.act(addLink({ from, relation, to, note }))
  }
  return {
    ...desk,
    link,
    passage(kind, paper, day) {
      words += 1
      const published = day === null ? null : `2023-05-${String(day).padStart(2, '0')}`
      const text = Array.from({ length: 20 }, (_, at) => `word${String(words * 20 + at).padStart(5, '0')}`).join(' ')
      const draft = draftOf([text], { publisher: paper, published, title: `Title ${words}` })
      return tag(desk.act(addArticles([draft])).value.ids, kind)
    },
    say(speaker, passage) {
      const articleId = desk.records.highlights.get(passage)?.articleId
      const id = tag(articleId ? [articleId] : [], 'attribution')
      if (speaker !== null) desk.act(editHighlight(id, { speaker }))
      link(id, 'attributes', passage)
      return id
    },
  }
}
