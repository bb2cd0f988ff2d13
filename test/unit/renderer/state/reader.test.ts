import { expect, test } from 'vitest'
import { fail, ok } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { ArticleView, DeskChanged } from '#contract/views'
import { parseArticle } from '../../../../src/renderer/state/article-route'
import { WHOLE_LIBRARY } from '../../../../src/renderer/state/library-route'
import { createReader } from '../../../../src/renderer/state/reader'
import type { Route, Router } from '../../../../src/renderer/state/route'
import type { Toast } from '../../../../src/renderer/state/toasts'
import { generateDesk } from '../../../support/desk-generator'

const { articles, revisions, highlights } = generateDesk({
  articles: 1,
  highlights: 2,
  links: 0,
  wordsPerArticle: 60,
  seed: 4,
})
const [article, revision, highlight] = [first(articles), first(revisions), first(highlights)]

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('the desk has an article with highlights')
  return one
}

/** A reader of a desk that has the article or not, and what it told. */
function reading() {
  const desk = { hasArticle: true }
  const told: string[] = []
  let route: Route = WHOLE_LIBRARY
  const view = { article, revision, revisions: [], highlights, links: [], briefs: [] } as unknown as ArticleView
  const client = {
    call: async () => (desk.hasArticle ? ok(view) : fail('not-found', 'This article is not in the desk any more.')),
  } as unknown as Client
  const router = { route: { get: () => route } } as unknown as Router
  const reader = createReader(client, router, { show: ({ message }: Omit<Toast, 'id'>) => void told.push(message) })
  const go = (search: string) => {
    route = parseArticle(article.id, search) ?? WHOLE_LIBRARY
    return reader.show(route)
  }
  return { desk, reader, told, go }
}

test('who follows an address to a highlight that is gone is told so, and reads the article all the same', async () => {
  const { reader, told, go } = reading()
  await go('h=hl_01kf0fv2e0cajwxk28ee8nyzzz')
  expect(reader.store.get().state).toBe('open')
  expect(told).toEqual(['The highlight of this address is not on the desk.'])
  await reader.show(WHOLE_LIBRARY)
  await go(`h=${highlight.id}`)
  expect(reader.active.get()).toBe(highlight.id)
  expect(told).toHaveLength(1)
})

test('an article that was not there opens when undo brings it back', async () => {
  const { desk, reader, go } = reading()
  desk.hasArticle = false
  await go('')
  expect(reader.store.get().state).toBe('failed')
  desk.hasArticle = true
  reader.change({ summaries: [{ article }], changes: [], removedArticles: [] } as unknown as DeskChanged)
  await new Promise((resolve) => setTimeout(resolve))
  expect(reader.store.get().state).toBe('open')
})
