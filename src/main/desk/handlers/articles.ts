import { addArticles, editArticle, removeArticles } from '#annotations/changes/actions/article-actions'
import { ok } from '#annotations/model/result'
import { readPlainText } from '#main/import/plain-text'
import type { Carrier } from '../carry/carrier'
import type { Desk } from '../desk'
import { viewOf } from './article-view'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'
import type { Summaries } from './summaries'

export function articleHandlers(desk: Desk, summaries: Summaries, carrier: Carrier): HandlersOf<'article'> {
  return {
    'article.list': () => ok(summaries.all()),
    'article.open': ({ id, revisionId }) => viewOf(desk.records, carrier, id, revisionId),
    'article.read': ({ source, text }) => readPlainText(text, source),
    'article.add': async ({ drafts }) => toDone(await desk.act(addArticles(drafts)), ({ ids }) => ({ ids })),
    'article.edit': async ({ id, patch }) => toDone(await desk.act(editArticle(id, patch))),
    'article.remove': async ({ ids }) => toDone(await desk.act(removeArticles(ids))),
  }
}
